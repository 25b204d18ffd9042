import { compareDays, type Day } from '../calendar/day.ts';
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts';
import { type Commitment, isOverdue, lastDayOf } from './commitment.ts';

/** How a promise stands on a day. `workingDays` are of the calendar of the body it is owed to. */
export type Standing =
  | { readonly sort: 'overdue' | 'left'; readonly last: Day; readonly workingDays: number }
  | { readonly sort: 'no-date' | 'not-chased' | 'proposed' | 'done' | 'reported' | 'closed' | 'withdrawn' | 'history' };

/** Where the promise stands today; being chased or not does not change that a day has passed. */
export function standingOf(
  promise: Pick<Commitment, 'state' | 'due'>,
  { today, calendar }: { today: Day; calendar: Calendar },
): Standing {
  if (promise.state !== 'open' && promise.state !== 'not-mine') return { sort: promise.state };
  const last = lastDayOf(promise.due);
  if (last === null) return { sort: 'no-date' };
  if (isOverdue(promise, today))
    return { sort: 'overdue', last, workingDays: workingDaysBetween(last, today, calendar) };
  return { sort: 'left', last, workingDays: workingDaysBetween(today, last, calendar) };
}

/**
 * By how many working days it came late, once it has come: kept after closure, so that slippage is not forgotten. From
 * the last day it had then to the day on which it was said to be done, or else was brought. 0 when it came in time.
 */
export function cameLateBy(
  promise: Pick<Commitment, 'overdueSince' | 'doneOn' | 'reports'>,
  calendar: Calendar,
): number {
  const came = promise.doneOn ?? promise.reports.at(-1)?.on ?? null;
  if (promise.overdueSince === null || came === null || came <= promise.overdueSince) return 0;
  return workingDaysBetween(promise.overdueSince, came, calendar);
}

/** The last thing heard of a promise from its owner's side or the committee. */
export type Heard = {
  readonly on: Day;
  readonly sort: 'progress' | 'more-time' | 'accepted' | 'refused' | 'considered';
  readonly text: string | null;
};

/** The last thing heard, or null when nothing ever was. */
export function lastHeard({ progress, extensions, acceptance, reports }: Commitment): Heard | null {
  const { state, on } = acceptance;
  const heard: Heard[] = [
    ...(on !== null && (state === 'accepted' || state === 'refused') ? [{ on, sort: state, text: null }] : []),
    ...extensions.map(({ askedOn, reason }): Heard => ({ on: askedOn, sort: 'more-time', text: reason })),
    ...progress.map(({ on: when, text }): Heard => ({ on: when, sort: 'progress', text })),
    ...reports.map(({ on: when, said }): Heard => ({ on: when, sort: 'considered', text: said })),
  ];
  return heard.toSorted((a, b) => compareDays(a.on, b.on)).at(-1) ?? null;
}
