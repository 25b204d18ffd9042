import type { Message } from '../domain/messages/message.ts';
import {
  type Content,
  claimMessage,
  claimsInDoubt,
  messageIdFor,
  type StoredMessage,
  settleMessage,
  takeOverClaim,
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
  'by' | 'recipient' | 'commitmentIds' | 'bodyId' | 'milestone' | 'dueOn' | 'title'
> & {
  address: string;
  /** What makes it this message and no other, beside recipient, milestone and channel. */
  subject: string;
  content: Content;
};

/** A message that failed is tried again by later rounds, this often at most. */
const MOST_ATTEMPTS = 4;

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
  const { subject, text, html, cc } = content;
  const messageId = `<${id}@${new URL(post.publicAddress).hostname}>`;
  return post.email.send({ to: address, ...(cc === null ? {} : { cc }), subject, text, html, messageId });
}

async function sendAndSettle(post: Post, claimed: StoredMessage): Promise<Message['state']> {
  const sent = await hand(post, claimed);
  const settled: Message =
    sent.outcome === 'sent'
      ? { ...claimed.message, state: 'sent', sentAt: post.now(), why: null }
      : { ...claimed.message, state: 'failed', why: sent.why };
  await settleMessage(post.table, settled, claimed.content);
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

/**
 * Sends again what was claimed and has no outcome after its lease: once more, with the same message id, marked as
 * repeated. Losing a notice is worse than repeating it. Returns how many.
 */
export async function mend(post: Post): Promise<number> {
  const doubtful = await claimsInDoubt(post.table, utc(post.realNow()));
  for (const { message, content } of doubtful) {
    const again: Message = {
      ...message,
      attempts: message.attempts + 1,
      repeated: true,
      leaseUntil: utc(post.realNow() + post.leaseSeconds * 1000),
    };
    const spent = message.attempts >= MOST_ATTEMPTS;
    if (spent)
      await settleMessage(post.table, { ...message, state: 'in-doubt', why: 'no outcome after repeats' }, content);
    else if (await takeOverClaim(post.table, message, again, content))
      await sendAndSettle(post, { message: again, content });
  }
  return doubtful.length;
}
