import {
  isTriedAgain,
  type Message,
  MOST_ATTEMPTS,
  minutesToWait,
  withoutAddress,
} from '../domain/messages/message.ts';
import {
  type Content,
  claimMessage,
  messageIdFor,
  messagesToMend,
  type StoredMessage,
  settleMessage,
  takeOver,
} from '../store/messages.ts';
import type { Table } from '../store/table.ts';
import type { EmailSender, Sent } from './send-email.ts';
import type { SlackSender, SlackTo } from './send-slack.ts';

/** What sending needs: the log, the two ports, security time for leases and the address that message ids carry. */
export type Post = {
  table: Table;
  email: EmailSender;
  slack: SlackSender;
  /** Milliseconds since the epoch, always real. */
  realNow: () => number;
  /** Business time, for the log. */
  now: () => string;
  leaseSeconds: number;
  publicAddress: string;
};

/** One message to one recipient about one milestone. `address` is an email address or Slack's own user id. */
export type ToSend = Pick<
  Message,
  'by' | 'recipient' | 'commitmentIds' | 'aboutId' | 'bodyId' | 'milestone' | 'dueOn' | 'title'
> & {
  address: string;
  /** What makes it this message and no other, beside recipient, milestone and channel. */
  subject: string;
  content: Content;
};

// What a sender says when the line broke: the message may have arrived all the same. Everything else is a refusal.
const UNSURE = /^(ETIMEDOUT|ESOCKET|ECONNRESET|ECONNECTION|TimeoutError|slack_webapi_request_error)$/;

const utc = (milliseconds: number): string => new Date(milliseconds).toISOString();

const slackTo = (address: string): SlackTo => {
  if (address.startsWith('#')) return { channel: address };
  return address.includes('@') ? { email: address } : { userId: address };
};

function hand(post: Post, { message, content }: StoredMessage): Promise<Sent> {
  const { id, address } = message;
  if (content === null || address === null) return Promise.resolve({ outcome: 'failed', why: 'nothing to send' });
  if (content.by === 'slack') {
    const { text, blocks } = content;
    return post.slack.send({ to: slackTo(address), text, blocks, messageId: id });
  }
  const { subject, text, html, cc, calendar } = content;
  const messageId = `<${id}@${new URL(post.publicAddress).hostname}>`;
  return post.email.send({
    to: address,
    ...(cc === null ? {} : { cc }),
    subject,
    text,
    html,
    ...(calendar ? { calendar } : {}),
    messageId,
  });
}

async function sendAndSettle(post: Post, claimed: StoredMessage): Promise<Message['state']> {
  const sent = await hand(post, claimed);
  const again = utc(post.realNow() + minutesToWait(claimed.message.attempts) * 60_000);
  const settled: Message =
    sent.outcome === 'sent'
      ? { ...claimed.message, state: 'sent', sentAt: post.now(), why: null }
      : { ...claimed.message, state: 'failed', why: sent.why, leaseUntil: again };
  await settleMessage(post.table, claimed, withoutAddress(settled));
  return settled.state;
}

/**
 * Claims a message and sends it: at most once, unless killed between the two; then it is in doubt and `mend` sends it
 * once more. `already` when it was claimed before, by whomever.
 */
export async function deliver(
  post: Post,
  { content, subject, ...wanted }: ToSend,
): Promise<Message['state'] | 'already'> {
  const message: Message = {
    ...wanted,
    id: messageIdFor({ recipient: wanted.recipient, subject, milestone: wanted.milestone, by: wanted.by }),
    state: 'claimed',
    attempts: 1,
    claimedAt: utc(post.realNow()),
    leaseUntil: utc(post.realNow() + post.leaseSeconds * 1000),
    sentAt: null,
    repeated: false,
    why: null,
  };
  const claimed = await claimMessage(post.table, message, content);
  return claimed ? sendAndSettle(post, { message, content }) : 'already';
}

// Only what may have arrived before is a repeat; a message that was refused has never been read.
const mayHaveArrived = (message: Message): boolean =>
  message.repeated || !isTriedAgain(message) || UNSURE.test(message.why ?? '');

/**
 * Sends again, with the same message id, what was claimed and has no outcome after its lease (in doubt, so marked as
 * repeated: losing a notice is worse than repeating it) and what failed, at most four times in all over four hours. What
 * is spent then stays failed or in doubt, where the administrator sees it. Returns how many were looked at.
 */
export async function mend(post: Post): Promise<number> {
  const waiting = await messagesToMend(post.table, utc(post.realNow()));
  for (const one of waiting) {
    const { message, content } = one;
    const again: Message = {
      ...message,
      state: 'claimed',
      attempts: message.attempts + 1,
      repeated: mayHaveArrived(message),
      leaseUntil: utc(post.realNow() + post.leaseSeconds * 1000),
    };
    if (message.attempts >= MOST_ATTEMPTS)
      await settleMessage(
        post.table,
        one,
        withoutAddress({ ...message, state: 'in-doubt', why: 'no outcome after repeats' }),
      );
    else if (await takeOver(post.table, one, again)) await sendAndSettle(post, { message: again, content });
  }
  return waiting.length;
}
