import * as z from 'zod';
import { strictObjectLater } from '../domain/built-later.ts';
import type { Table } from './table.ts';

/** What an administrator is told about the running of the system: ids and words, never names or texts. */
export const operationsNote = strictObjectLater(() => ({
  day: z.string(),
  what: z.enum([
    'workflow-restarted',
    'deadlines-recomputed',
    'promise-not-looked-at',
    'publication-not-found',
    'documents-not-made',
  ]),
  id: z.string(),
  detail: z.string().max(300),
}));
export type OperationsNote = z.infer<typeof operationsNote>;

const PARTITION = 'OPERATIONS';

/** Leaves a note for the administrator; the same note twice is one. */
export async function noteForAdministrator(table: Table, note: OperationsNote): Promise<void> {
  await table.put({ pk: PARTITION, sk: `${note.day}#${note.what}#${note.id}`, note });
}

/** The newest notes, at most `limit`. */
export async function operationsNotes(table: Table, limit = 50): Promise<OperationsNote[]> {
  const { items } = await table.query({ partition: PARTITION, newestFirst: true, limit });
  return items.map((item) => operationsNote.parse(item['note']));
}

/** A meeting whose last day to publish moved when the calendar or programme changed. */
export const flipped = strictObjectLater(() => ({
  meetingId: z.string(),
  bodyId: z.string(),
  day: z.string(),
  was: z.string(),
  now: z.string(),
  /** The new last day has passed already: a lawful route is needed, or the meeting moves. */
  late: z.boolean(),
}));
export type Flipped = z.infer<typeof flipped>;

const reportKey = (changeId: string, bodyId: string) => ({ pk: `RECOMPUTED#${changeId}`, sk: bodyId });

/** Keeps what flipped for one body because of one change. */
export async function keepFlips(
  table: Table,
  changeId: string,
  bodyId: string,
  flips: readonly Flipped[],
): Promise<void> {
  await table.put({ ...reportKey(changeId, bodyId), flips });
}

/** What one change flipped, and which bodies have been worked out again so far. */
export async function flipsOf(table: Table, changeId: string): Promise<{ bodyIds: string[]; flips: Flipped[] }> {
  const items = await table.queryAll({ partition: `RECOMPUTED#${changeId}` });
  return {
    bodyIds: items.map(({ sk }) => sk),
    flips: items.flatMap((item) => z.array(flipped).parse(item['flips'])),
  };
}
