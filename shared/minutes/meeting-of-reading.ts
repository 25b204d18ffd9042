import type { Body } from '../domain/bodies/body.ts';
import { type Meeting, meetingTransitions } from '../domain/meetings/meeting.ts';
import { moved } from '../domain/record.ts';
import type { ReadingRecord } from './reading-record.ts';

type Read = Pick<ReadingRecord, 'bodyId' | 'meetingDay' | 'minutesStatus'>;

/** The body's meeting that these are the minutes of: the one on that day that was not cancelled. */
export function meetingOnDay<T extends Pick<Meeting, 'day' | 'state'>>(
  meetings: readonly T[],
  day: string,
): T | undefined {
  return meetings.find((one) => one.day === day && one.state !== 'cancelled');
}

/** There are minutes of it, so it was held; what is known of it otherwise stays. */
export function heldByItsMinutes(meeting: Meeting, { minutesStatus }: Pick<Read, 'minutesStatus'>): Meeting {
  const state = meeting.state === 'held' ? 'held' : moved(meetingTransitions, meeting.state, 'read-from-minutes');
  return { ...meeting, state, minutesStatus: meeting.minutesStatus ?? minutesStatus };
}

/** A meeting that the register did not know. Whether it sat in public is taken from the body's other meetings. */
export function meetingFromMinutes(
  { bodyId, meetingDay, minutesStatus }: Read,
  id: string,
  others: readonly Meeting[],
): Meeting {
  const openTo = others.at(-1)?.openTo ?? 'public';
  return {
    id,
    bodyId,
    day: meetingDay,
    time: null,
    venue: null,
    sort: 'ordinary',
    convenedOn: null,
    openTo,
    state: 'held',
    minutesStatus,
    published: false,
    accessClass: openTo === 'public' ? 'public' : 'internal',
  };
}

/** Can it be published at all? Both the body and the meeting sit in public. */
export function isPublic(meeting: Pick<Meeting, 'accessClass'> | undefined, body: Pick<Body, 'published'>): boolean {
  return body.published && meeting?.accessClass === 'public';
}
