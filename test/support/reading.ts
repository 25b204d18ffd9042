import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import { newReading } from '../../shared/minutes/new-reading.ts';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import type { ReadingRecord } from '../../shared/minutes/reading-record.ts';
import { aMeeting } from './builders.ts';

type Given = Partial<ReadingRecord> & { text: string; meetings?: readonly Meeting[] };

/** A text read by the secretary of the board on the day of the demonstration, with overrides. */
export function aReading({ text, meetings = [aMeeting()], ...overrides }: Given): ReadingRecord {
  const bodyId = overrides.bodyId ?? 'hosb';
  const meetingDay = overrides.meetingDay ?? '2018-10-17';
  const reading = readMinutes(text, { meetingDate: meetingDay, body: 'Health Overview and Scrutiny Board' });
  const begun = { id: 'reading-1', bodyId, meetingDay, minutesStatus: 'not-known', toBePublished: false } as const;
  const source = { source: 'pasted', fileName: null, readBy: 'maya-lapwing', readOn: '2019-04-15' } as const;
  return { ...newReading({ ...begun, ...source, reading }, meetings), ...overrides };
}
