import type { Body } from '../bodies/body.ts';
import type { Procedure } from '../bodies/procedure.ts';
import type { Day } from '../calendar/day.ts';
import { type Calendar, whyNotWorking } from '../calendar/working-days.ts';
import { conveningRoute } from '../statutory-clock/convening.ts';
import { canReceiveReports, type Meeting } from './meeting.ts';
import { publishBy } from './publish-by.ts';

/** What stands against moving a meeting. `by` is the day by which its notice would have had to be given. */
export type MoveFault =
  | { readonly word: 'past' | 'same' | 'taken' }
  | { readonly word: 'shut'; readonly why: string }
  | { readonly word: 'too-short' | 'shorter-notice'; readonly by: Day };

type Moving = {
  readonly meeting: Meeting;
  /** The meetings of its body, itself among them. */
  readonly meetings: readonly Meeting[];
  readonly body: Pick<Body, 'kind'>;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly today: Day;
};

/** A day on which the notice can no longer be given: refused for a full council, asked about once for others. */
function faultOfNotice(day: Day, { procedure, calendar, body, today }: Moving): MoveFault | null {
  const { day: by } = publishBy({ day }, procedure, calendar);
  if (procedure.notice === null || by >= today) return null;
  const { clearDays, mode } = procedure.notice;
  const fullCouncil = body.kind === 'council';
  const route = conveningRoute({ convened: today, meeting: day, clearDays, fullCouncil }, { mode, calendar });
  return { word: route === 'refused' ? 'too-short' : 'shorter-notice', by };
}

/**
 * What stands against moving a meeting to a day, a time and a place, or null. 'shorter-notice' is lawful for bodies other
 * than a full council, and is for the secretary to mean (LGA 1972 ss.100A(6)(a), 100B(3); Sch 12 para 4(1A)).
 */
export function faultOfMove(to: Pick<Meeting, 'day' | 'time' | 'venue'>, moving: Moving): MoveFault | null {
  const { meeting, meetings, calendar, today } = moving;
  if (to.day < today) return { word: 'past' };
  const why = whyNotWorking(to.day, calendar);
  if (why !== null) return { word: 'shut', why };
  if (meeting.day === to.day && meeting.time === to.time && meeting.venue === to.venue) return { word: 'same' };
  const others = meetings.filter(({ id, state }) => id !== meeting.id && state !== 'cancelled');
  if (others.some(({ day, time }) => day === to.day && time === to.time)) return { word: 'taken' };
  return faultOfNotice(to.day, moving);
}

/** The next meetings of the body that something can be moved to, the first first. `all` in order of day. */
export function meetingsAfter(meeting: Meeting, all: readonly Meeting[], today: Day): Meeting[] {
  return all.filter(
    (one) => one.id !== meeting.id && canReceiveReports(one) && one.day > meeting.day && one.day >= today,
  );
}
