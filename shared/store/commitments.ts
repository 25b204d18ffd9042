import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Commitment, commitment, owedStates } from '../domain/commitments/commitment.ts';
import { find, list, partitionOf, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Table, Write } from './table.ts';

const ended = ({ state }: Commitment): boolean => !owedStates.includes(state) && state !== 'proposed';

/** Promises; listed by body (what is owed, then what has ended) and by who owes. */
export const commitments: RecordKind<Commitment> = {
  type: 'commitment',
  schema: commitment,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: (promise) => {
    const { id, bodyId, reference, owner } = promise;
    const sort = `${ended(promise) ? 'ENDED' : 'OWED'}#${reference}#${id}`;
    const who = owner?.personId ?? owner?.linkOfficerId;
    return { gsi1: [`PROMISES#${bodyId}`, sort], ...(who ? { gsi2: [`OWES#${who}`, sort] } : {}) };
  },
};

/**
 * What is owed to a body; ended ones only when asked for. `justChanged` is one that the reader has just changed: it is
 * read as it is now, since an index may be a moment behind.
 */
export async function owedTo(
  register: Register,
  bodyId: string,
  justChanged?: string,
): Promise<Versioned<Commitment>[]> {
  const wanted = { index: 'gsi1', partition: `PROMISES#${bodyId}`, prefix: 'OWED#' } as const;
  const [owed, changed] = await Promise.all([
    list(register, commitments, wanted),
    justChanged ? find(register, commitments, justChanged) : undefined,
  ]);
  if (changed?.record.bodyId !== bodyId) return owed;
  const others = owed.filter(({ record }) => record.id !== changed.record.id);
  const both = ended(changed.record) ? others : [...others, changed];
  return both.toSorted((a, b) => a.record.reference.localeCompare(b.record.reference));
}

/** What was promised to a body and has ended: closed, withdrawn, history. */
export async function endedTo(register: Register, bodyId: string): Promise<Versioned<Commitment>[]> {
  return list(register, commitments, { index: 'gsi1', partition: `PROMISES#${bodyId}`, prefix: 'ENDED#' });
}

/** What a person owes (or is link officer for). */
export async function owedBy(register: Register, personId: string): Promise<Versioned<Commitment>[]> {
  return list(register, commitments, { index: 'gsi2', partition: `OWES#${personId}`, prefix: 'OWED#' });
}

const dueKey = (id: string) => ({ pk: partitionOf('commitment', id), sk: 'NEXT-ACTION' });

/** The day of the next look, and which asking for one it was. */
const nextLook = z.object({ day: z.string(), asked: z.string().default('') });
export type NextLook = z.infer<typeof nextLook>;

/** All that may be due at a daily round is under this key of the sparse index, by day. */
export const DUE_PROMISES = 'DUE#PROMISES';

/**
 * When the daily round must next look at a promise. Written with every change of the promise (look at the next round) and
 * moved on by the round itself; gone when nothing can become due, so that the round costs what is due, not what is stored.
 * With `seen`, only if nobody has asked for a look since it was read, not even for one on the same day: whatever made
 * them ask may not have been seen.
 */
export function nextAction(id: string, day: string | null, seen?: NextLook): Write {
  const when =
    seen === undefined
      ? {}
      : {
          when: {
            // An item written before this was kept has none.
            ConditionExpression: '#d = :d AND (#a = :a OR attribute_not_exists(#a))',
            ExpressionAttributeNames: { '#d': 'day', '#a': 'asked' },
            ExpressionAttributeValues: { ':d': seen.day, ':a': seen.asked },
          },
        };
  if (day === null) return { remove: dueKey(id), ...when };
  const look: NextLook = { day, asked: randomUUID() };
  return { put: { ...dueKey(id), gsi3pk: DUE_PROMISES, gsi3sk: `${day}#${id}`, commitmentId: id, ...look }, ...when };
}

/** What may be due up to that day, a page at a time; ids in order of day. `after` is the sort key of the last one seen. */
export async function duePage(
  table: Table,
  today: string,
  limit: number,
  after: string | null,
): Promise<{ ids: string[]; next: string | null }> {
  const parts = after?.split('#');
  const start =
    after && parts?.[1] ? { ...dueKey(parts.slice(1).join('#')), gsi3pk: DUE_PROMISES, gsi3sk: after } : undefined;
  const { items, next } = await table.query({
    index: 'gsi3',
    partition: DUE_PROMISES,
    upTo: `${today}#~`,
    limit,
    start,
  });
  const last = items.at(-1)?.['gsi3sk'];
  return {
    ids: items.map((item) => String(item['commitmentId'])),
    next: next && typeof last === 'string' ? last : null,
  };
}

/** When the round will look at it next; null when it will not. */
export async function nextActionOf(table: Table, id: string): Promise<NextLook | null> {
  const item = await table.get(dueKey(id));
  return item ? nextLook.parse(item) : null;
}
