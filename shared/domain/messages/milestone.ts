import type { Day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

/** Whom a milestone is for. Who that is, is looked up on the day (recipients.ts). */
export type Who = 'owner' | 'line-manager' | 'their-manager' | 'secretary' | 'link-officer' | 'chair';

/** `own`: a message alone. `digest`: a line in that person's next digest. `briefing`: a line for the chair's briefing. */
export type How = 'own' | 'digest' | 'briefing';

export type Tell = { readonly who: Who; readonly how: How; readonly urgent?: true };

/** What is said. The words are in `shared/messages/words.ts`, by these keys. */
export const whats = [
  'accept',
  'second-ask',
  'reassign',
  'answer-more-time',
  'not-placed',
  'placed',
  'start-now',
  'report-due-soon',
  'report-due-today',
  'report-missing',
  'agenda-without-it',
  'due-soon',
  'due-today',
  'response-asked',
  'response-half-way',
  'overdue',
  'lapsed-unaccepted',
  'still-overdue',
  'no-date',
] as const;
export type What = (typeof whats)[number];

/** What a milestone is about. After an outage only the latest of each matter is sent. */
export type Matter = 'acceptance' | 'reassigning' | 'more-time' | 'placing' | 'placed' | 'delivery' | 'date';

/** A day on which somebody is to be told something about a promise, as the record stands now. */
export type Milestone = {
  /** Stable for the life of the promise's cycle, though its day may move: 'c0/T-20/<meeting>', 'c0/overdue+5'. */
  readonly key: string;
  readonly matter: Matter;
  /** Always a working day of the body's calendar. */
  readonly day: Day;
  readonly what: What;
  readonly tell: readonly Tell[];
  /** The day it counts from or to: the report deadline, the due day, the last day of the window. */
  readonly target: Day | null;
  /** The meeting it is chased to. */
  readonly meetingId: string | null;
  /** Passed over in an outage, its readers are still told by the milestone that overtook it. */
  readonly mustReach?: true;
};

export type ReminderContext = {
  readonly calendar: Calendar;
  /** Of the body that the promise is owed to; other bodies' are ignored. */
  readonly meetings: readonly Meeting[];
  readonly policy: ReminderPolicy;
  /** How many working days before a meeting its reports are due (10 by default, per body). */
  readonly reportDeadlineWorkingDays: number;
  /** The last lawful day to publish the agenda of a meeting, or null where nothing says. */
  readonly publishByOf: (meeting: Meeting) => Day | null;
  /** Meetings of the body that is to respond, for a response: it is chased to the last of them in time. */
  readonly respondingMeetings?: readonly Meeting[];
};
