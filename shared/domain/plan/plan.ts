import type { Commitment } from '../commitments/commitment.ts';
import { firstDayOf, lastDayOf } from '../commitments/commitment.ts';
import { canReceiveReports, type Meeting } from '../meetings/meeting.ts';

type Placeable = Pick<Commitment, 'due' | 'bodyId'>;

/** The meetings of the body inside the window of the promise that can still receive a report, in order of day. */
export function meetingsInWindow(promise: Placeable, meetings: readonly Meeting[]): readonly Meeting[] {
  const from = firstDayOf(promise.due);
  const to = lastDayOf(promise.due);
  return meetings
    .filter((meeting) => meeting.bodyId === promise.bodyId && canReceiveReports(meeting))
    .filter((meeting) => (from === null || meeting.day >= from) && (to === null || meeting.day <= to))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/** What the secretary is asked for a promise in a plan. */
export type Placing = 'placed' | 'not-placed' | 'no-meeting-in-window' | 'no-date';

/** Where a promise stands in the body's plan. */
export function placingOf(promise: Placeable & Pick<Commitment, 'placedOn'>, meetings: readonly Meeting[]): Placing {
  if (promise.placedOn !== null) return 'placed';
  if (promise.due.sort === 'undated') return 'no-date';
  return meetingsInWindow(promise, meetings).length > 0 ? 'not-placed' : 'no-meeting-in-window';
}
