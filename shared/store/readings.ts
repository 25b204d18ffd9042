import { type ReadingRecord, readingRecord } from '../minutes/reading-record.ts';
import { list, type RecordKind, type Register, type Versioned } from './record-kind.ts';

const ENTERING = 'READINGS#ENTERING';

/** Texts being read; listed by who reads them, unfinished first. */
export const readings: RecordKind<ReadingRecord> = {
  type: 'reading',
  schema: readingRecord,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'private',
  lists: ({ id, readBy, state }) => ({
    gsi1: [`READINGS#${readBy}`, `${state === 'checking' || state === 'entering' ? 'OPEN' : 'DONE'}#${id}`],
    ...(state === 'entering' ? { gsi2: [ENTERING, id] } : {}),
  }),
};

/** Accepted texts of which not every part has been entered yet. */
export async function readingsBeingEntered(register: Register): Promise<Versioned<ReadingRecord>[]> {
  return list(register, readings, { index: 'gsi2', partition: ENTERING });
}

/** What this person has begun to read and not finished. */
export async function unfinishedReadings(register: Register, personId: string): Promise<Versioned<ReadingRecord>[]> {
  return list(register, readings, { index: 'gsi1', partition: `READINGS#${personId}`, prefix: 'OPEN#' });
}
