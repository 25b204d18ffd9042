import * as z from 'zod';
import { strictObjectLater } from '../domain/built-later.ts';
import { whats } from '../domain/messages/milestone.ts';
import { partitionOf } from './record-kind.ts';
import type { Table, Write } from './table.ts';

const handledKey = (commitmentId: string, milestone: string) => ({
  pk: partitionOf('commitment', commitmentId),
  sk: `HANDLED#${milestone}`,
});

/** The milestones of a promise that were sent or overtaken, and the readers told singly: never sent again. */
export async function handledOf(table: Table, commitmentId: string): Promise<Set<string>> {
  const items = await table.queryAll({ partition: partitionOf('commitment', commitmentId), prefix: 'HANDLED#' });
  return new Set(items.map(({ sk }) => sk.slice('HANDLED#'.length)));
}

/** Marks a milestone (or one reader of it) handled on a day. Marking twice is the same as once. */
export function handled(commitmentId: string, milestone: string, day: string): Write {
  return { put: { ...handledKey(commitmentId, milestone), day } };
}

/** A line that waits for a person: a message of its own, or a line of the next digest or briefing. */
export const waitingLine = strictObjectLater(() => ({
  commitmentId: z.string(),
  /** The promise's cycle when it was queued: a line of an older cycle no longer holds. */
  cycle: z.int(),
  milestone: z.string(),
  what: z.enum(whats),
  as: z.enum(['owner', 'line-manager', 'their-manager', 'secretary', 'link-officer', 'chair']),
  how: z.enum(['own', 'digest', 'briefing']),
  urgent: z.boolean(),
  because: z.string(),
  copyTo: z.string().nullable(),
  target: z.string().nullable(),
  meetingId: z.string().nullable(),
  /** The day whose round queued it. */
  day: z.string(),
}));
export type WaitingLine = z.infer<typeof waitingLine>;

/** All whose digest is to be looked at, by day. No index: the round asks for them right after it has queued their lines. */
const DUE_DIGESTS = 'DUE#DIGESTS';

const digestPartition = (personId: string) => `DIGEST#${personId}`;
const dueKey = (personId: string, day: string) => ({ pk: DUE_DIGESTS, sk: `${day}#${personId}` });

// One to be found by the round, one to be found from the person, so that both go together.
const goes = (personId: string, day: string): Write[] => [
  { put: { ...dueKey(personId, day), personId } },
  { put: { pk: digestPartition(personId), sk: `GOES#${day}` } },
];

/** A line for this person, to be looked at in that day's round; the same line twice is one line. */
export function queueLine(personId: string, line: WaitingLine): Write[] {
  const sk = `LINE#${line.day}#${line.commitmentId}#${line.milestone}#${line.as}`;
  return [{ put: { pk: digestPartition(personId), sk, line } }, ...goes(personId, line.day)];
}

/** Has the person's lines looked at again on a later day. */
export async function lookAgain(table: Table, personId: string, day: string): Promise<void> {
  await table.transact(goes(personId, day));
}

/** The lines that wait for this person up to that day, with the markers that brought the round here. */
export async function waitingFor(table: Table, personId: string, upTo: string) {
  const items = await table.queryAll({ partition: digestPartition(personId) });
  const due = items.filter(({ sk }) => (sk.startsWith('LINE#') || sk.startsWith('GOES#')) && sk.slice(5, 15) <= upTo);
  return {
    lines: due
      .filter(({ sk }) => sk.startsWith('LINE#'))
      .map(({ pk, sk, ...item }) => ({ key: { pk, sk }, line: waitingLine.parse(item['line']) })),
    // The one in the person's own partition goes last: while it is there, the other is found again.
    markers: due
      .filter(({ sk }) => sk.startsWith('GOES#'))
      .flatMap(({ pk, sk }) => [dueKey(personId, sk.slice('GOES#'.length)), { pk, sk }]),
  };
}

/** Removes lines once their digest is out (or nothing of them holds any more). */
export async function dropLines(table: Table, keys: readonly { pk: string; sk: string }[]): Promise<void> {
  for (const key of keys) await table.remove(key);
}

/** People whose digest goes up to that day, a page at a time. */
export async function digestPage(table: Table, today: string, limit: number, after: string | null) {
  const start = after === null ? undefined : { pk: DUE_DIGESTS, sk: after };
  const { items, next } = await table.query({ partition: DUE_DIGESTS, upTo: `${today}#~`, limit, start });
  const last = items.at(-1)?.sk;
  return {
    ids: [...new Set(items.map((item) => String(item['personId'])))],
    next: next && last !== undefined ? last : null,
  };
}
