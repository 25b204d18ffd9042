import { createHash } from 'node:crypto';
import * as z from 'zod';
import { unionLater } from '../domain/built-later.ts';
import { isTriedAgain, type Message, message } from '../domain/messages/message.ts';
import type { SlackBlock } from '../messages/build-slack.ts';
import { partitionOf } from './record-kind.ts';
import type { Item, Table, Write } from './table.ts';

const isBlock = (value: unknown): boolean => typeof value === 'object' && value !== null && 'type' in value;

/** What is to be sent, kept with the claim until it is settled, so that a repeat says the same. */
export const content = unionLater('by', () => [
  z.object({
    by: z.literal('email'),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    cc: z.string().nullable(),
    /** A calendar entry that goes with it. */
    calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL']), text: z.string() }).optional(),
  }),
  z.object({ by: z.literal('slack'), text: z.string(), blocks: z.array(z.custom<SlackBlock>(isBlock)) }),
]);
export type Content = z.infer<typeof content>;

export type StoredMessage = { message: Message; content: Content | null };

const keyOf = (id: string) => ({ pk: partitionOf('message', id), sk: 'RECORD' });
/** All that is to be looked at again: claims by the end of their lease, failures by when they are tried again. */
const CLAIMED = 'MESSAGES#CLAIMED';
const failedConditionally = (fault: unknown): boolean =>
  fault instanceof Error && ['ConditionalCheckFailedException', 'TransactionCanceledException'].includes(fault.name);

/** The id that one message to one recipient about one milestone always has: also its Message-ID. */
export function messageIdFor(parts: { recipient: string; subject: string; milestone: string; by: string }): string {
  const key = [parts.recipient, parts.subject, parts.milestone, parts.by].join('\n');
  return `m-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}

const toItem = (one: Message, kept: Content | null): Item => ({
  ...keyOf(one.id),
  type: 'message',
  message: one,
  ...(kept ? { content: kept } : {}),
  gsi1pk: `MESSAGES#${one.dueOn.slice(0, 7)}`,
  gsi1sk: `${one.dueOn}#${one.id}`,
  gsi2pk: `SENT-TO#${one.recipient}`,
  gsi2sk: `${one.dueOn}#${one.id}`,
  ...(one.state === 'claimed' || isTriedAgain(one) ? { gsi3pk: CLAIMED, gsi3sk: `${one.leaseUntil}#${one.id}` } : {}),
});

const fromItem = (item: Item): StoredMessage => ({
  message: message.parse(item['message']),
  content: item['content'] === undefined ? null : content.parse(item['content']),
});

const noticesOf = (recordId: string): string => `NOTICES#${recordId}`;

/** Entries beside the promises or the record it is about, so that each one's story shows what was sent. */
const mentions = (one: Message): Write[] =>
  [
    ...one.commitmentIds.slice(0, 30).map((id) => partitionOf('commitment', id)),
    ...(one.aboutId === undefined ? [] : [noticesOf(one.aboutId)]),
  ].map((pk) => ({ put: { pk, sk: `MESSAGE#${one.dueOn}#${one.id}`, messageId: one.id } }));

/** The writes that put a message into the log, with its mention in each promise's story; refused when it is there. */
export function logWrites(one: Message, kept: Content | null): Write[] {
  return [{ put: toItem(one, kept), when: { ConditionExpression: 'attribute_not_exists(pk)' } }, ...mentions(one)];
}

/**
 * Claims a message before it is sent. False when it is claimed, sent or settled already: whoever claims first sends.
 * The log entry and its mention in each promise's story are one transaction.
 */
export async function claimMessage(table: Table, one: Message, kept: Content | null): Promise<boolean> {
  try {
    await table.transact(logWrites(one, kept));
    return true;
  } catch (fault) {
    if (!failedConditionally(fault)) throw fault;
    if (await table.get(keyOf(one.id))) return false;
    throw fault;
  }
}

/** Writes `now` over `was`; false when somebody else has taken it over or settled it meanwhile. */
async function replace(table: Table, was: Message, now: Item): Promise<boolean> {
  try {
    await table.put(now, {
      ConditionExpression: '#m.#s = :was AND #m.#l = :lease',
      ExpressionAttributeNames: { '#m': 'message', '#s': 'state', '#l': 'leaseUntil' },
      ExpressionAttributeValues: { ':was': was.state, ':lease': was.leaseUntil },
    });
    return true;
  } catch (fault) {
    if (failedConditionally(fault)) return false;
    throw fault;
  }
}

/**
 * Writes what became of a claim, if it is still this claim: a sender that was slower than its lease must not take back
 * the mark of the repeat. The content goes once the message is out.
 */
export async function settleMessage(
  table: Table,
  { message: was, content: kept }: StoredMessage,
  settled: Message,
): Promise<boolean> {
  return replace(table, was, toItem(settled, settled.state === 'sent' || settled.address === null ? null : kept));
}

/** Takes over a claim in doubt or a failure, to be sent again. False when somebody else did or it was settled meanwhile. */
export async function takeOver(table: Table, { message: was, content: kept }: StoredMessage, now: Message) {
  return replace(table, was, toItem(now, kept));
}

/** Claims in doubt and failures to be tried again at `realNow` (UTC): a page of at most 50, the longest due first. */
export async function messagesToMend(table: Table, realNow: string): Promise<StoredMessage[]> {
  const { items } = await table.query({ index: 'gsi3', partition: CLAIMED, upTo: `${realNow}#~`, limit: 50 });
  const ids = items.map((item) => String(fromItem(item).message.id));
  const waits = ({ message: one }: StoredMessage) =>
    (one.state === 'claimed' || isTriedAgain(one)) && one.leaseUntil <= realNow;
  return (await table.getMany(ids.map(keyOf))).map(fromItem).filter(waits);
}

/** The log of a month 'YYYY-MM', the newest first. */
export async function messageLog(table: Table, month: string): Promise<Message[]> {
  const items = await table.queryAll({ index: 'gsi1', partition: `MESSAGES#${month}`, newestFirst: true });
  return items.map((item) => fromItem(item).message);
}

/** What has been sent about a promise, the oldest first. Strongly consistent. */
export async function messagesAbout(table: Table, commitmentId: string): Promise<Message[]> {
  return mentionedIn(table, partitionOf('commitment', commitmentId));
}

/** The notices sent about any other record (`SendNotice`), the oldest day first. Strongly consistent. */
export async function noticesAbout(table: Table, recordId: string): Promise<Message[]> {
  return mentionedIn(table, noticesOf(recordId));
}

const mentionsIn = (table: Table, partition: string) => table.queryAll({ partition, prefix: 'MESSAGE#' });

/** Begins to read which notices were sent about a record, so that `noticesAbout` finds it read. */
export function noticesSent(table: Table, recordId: string): Promise<unknown> {
  return mentionsIn(table, noticesOf(recordId));
}

/** The same of the messages about a promise. */
export function messagesSent(table: Table, commitmentId: string): Promise<unknown> {
  return mentionsIn(table, partitionOf('commitment', commitmentId));
}

async function mentionedIn(table: Table, partition: string): Promise<Message[]> {
  const found = await mentionsIn(table, partition);
  if (found.length === 0) return [];
  const items = await table.getMany(found.map((item) => keyOf(String(item['messageId']))));
  return items.map((item) => fromItem(item).message);
}

/** One message of the log. */
export async function findMessage(table: Table, id: string): Promise<StoredMessage | undefined> {
  const item = await table.get(keyOf(id));
  return item && fromItem(item);
}
