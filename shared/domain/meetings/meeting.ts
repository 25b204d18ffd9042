import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { accessClass, recordId } from '../record.ts';

export const meetingState = z.enum(['planned', 'called', 'published', 'held', 'cancelled']);
export type MeetingState = z.infer<typeof meetingState>;

export const meetingEvents = ['call', 'publish', 'hold', 'cancel', 'read-from-minutes'] as const;
type MeetingEvent = (typeof meetingEvents)[number];

/** Everything that may happen to a meeting. Later issues add moving and reconvening. */
export const meetingTransitions: Record<MeetingState, Partial<Record<MeetingEvent, MeetingState>>> = {
  planned: { call: 'called', cancel: 'cancelled', 'read-from-minutes': 'held' },
  called: { publish: 'published', hold: 'held', cancel: 'cancelled', 'read-from-minutes': 'held' },
  published: { hold: 'held', cancel: 'cancelled', 'read-from-minutes': 'held' },
  held: {},
  cancelled: {},
};

/** One sitting of a body. `time` is London wall-clock time. Unique per (body, day, time). */
export const meeting = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  day,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  venue: z.string().trim().max(300).nullable(),
  sort: z.enum(['ordinary', 'extraordinary', 'annual']),
  /** The day it was convened for its day: with less than the notice left, it is at shorter notice. Null where not known. */
  convenedOn: day.nullable(),
  openTo: z.enum(['public', 'private']),
  state: meetingState,
  /** Status of the minutes this meeting is known by; null while there are none. */
  minutesStatus: z.enum(['draft', 'confirmed', 'not-known']).nullable(),
  published: z.boolean(),
  accessClass,
}));
export type Meeting = z.infer<typeof meeting>;

/** A meeting that a report can be brought to: called or announced, not cancelled, not yet held. */
export function canReceiveReports(which: Pick<Meeting, 'state'>): boolean {
  return which.state === 'planned' || which.state === 'called' || which.state === 'published';
}
