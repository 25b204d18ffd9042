import type { Meeting } from '../domain/meetings/meeting.ts';
import { suggestedAnswer } from './promise-answers.ts';
import type { ReadingRecord } from './reading-record.ts';

type Begun = Pick<
  ReadingRecord,
  | 'id'
  | 'bodyId'
  | 'meetingDay'
  | 'minutesStatus'
  | 'toBePublished'
  | 'source'
  | 'fileName'
  | 'readBy'
  | 'readOn'
  | 'reading'
>;

/** A text just read: what it promises is suggested, nothing is decided. */
export function newReading(begun: Begun, meetings: readonly Pick<Meeting, 'day' | 'state'>[]): ReadingRecord {
  const { bodyId, meetingDay, reading } = begun;
  const promises = reading.finds.flatMap((find) =>
    find.kind === 'promise' ? [[find.id, suggestedAnswer(find, { bodyId, meetingDay, meetings })] as const] : [],
  );
  return {
    ...begun,
    ownTitle: null,
    corrected: {},
    decisions: {},
    mattersToFollow: [],
    matched: {},
    promises: Object.fromEntries(promises),
    state: 'checking',
    acceptedBy: null,
    acceptedOn: null,
    meetingId: null,
    parts: [],
  };
}
