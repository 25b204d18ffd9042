import * as z from 'zod';
import { strictObjectLater } from '../domain/built-later.ts';
import { recordId } from '../domain/record.ts';
import type { Item, Key, Table } from './table.ts';
import { OUTBOX_PREFIX } from './table-definition.ts';

/** Something that must happen because of a commit. Ids and words only; the relay reads the record as it is now. */
export const outboxEntry = strictObjectLater(() => ({
  topic: z.enum([
    'commitment-live',
    'commitment-answered',
    'commitment-ended',
    'finds-accepted',
    'written-resolution-put',
    'written-resolution-ended',
    'programme-changed',
    'calendar-changed',
    'people-pasted',
    'publication-asked',
    'chair-asked',
    'urgency-asked',
    'meeting-called',
    'programme-adopted',
    'asking-sent',
    'submission-decided',
    'decision-moved',
  ]),
  recordId,
  word: z.string().max(80),
}));
export type OutboxEntry = z.infer<typeof outboxEntry>;

const stored = z.object({ pk: z.string(), sk: z.string(), entry: outboxEntry, at: z.string(), attempts: z.number() });
export type StoredOutboxEntry = z.infer<typeof stored>;

/** The shards spread writes and let the sweep read each with one query. */
const SHARDS = 4;
const shardOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % SHARDS;

/** The item an entry is stored as; `id` is the command's id and the entry's place in it, so that a retry writes the same. */
export function outboxItem(entry: OutboxEntry, id: string, at: string): Item {
  const writtenAt = new Date().toISOString();
  return { pk: `${OUTBOX_PREFIX}#${shardOf(id)}`, sk: `${writtenAt}#${id}`, entry, at, attempts: 0 };
}

const readOutboxItem = (item: unknown): StoredOutboxEntry => stored.parse(item);

/** Entries written before `writtenBefore` (real UTC time): what the stream's delivery has missed. */
export async function missedEntries(table: Table, writtenBefore: string): Promise<StoredOutboxEntry[]> {
  const shards = await Promise.all(
    Array.from({ length: SHARDS }, (_, shard) =>
      table.query({ partition: `${OUTBOX_PREFIX}#${shard}`, upTo: writtenBefore, limit: 50 }),
    ),
  );
  return shards.flatMap(({ items }) => items.map(readOutboxItem));
}

/** The entry under a key, or undefined when another delivery has handled it. */
export async function findEntry(table: Table, { pk, sk }: Key): Promise<StoredOutboxEntry | undefined> {
  const item = await table.get({ pk, sk });
  return item && readOutboxItem(item);
}

/** Deletes an entry once its effect is there. */
export async function forget(table: Table, key: Key): Promise<void> {
  await table.remove({ pk: key.pk, sk: key.sk });
}
