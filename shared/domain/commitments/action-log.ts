import { addMonths, type Day } from '../calendar/day.ts';
import { type Commitment, isOverdue, lastDayOf } from './commitment.ts';

/** The parts of an action log that a count can open. */
export const logParts = ['all', 'overdue', 'month', 'unplaced'] as const;
export type LogPart = (typeof logParts)[number];

function dueThisMonth({ state, due }: Commitment, today: Day): boolean {
  const last = lastDayOf(due);
  return (
    (state === 'open' || state === 'not-mine') &&
    last !== null &&
    last >= today &&
    last < `${addMonths(today, 1).slice(0, 8)}01`
  );
}

const isUnplaced = ({ kind, placedOn, due, state }: Commitment): boolean =>
  (kind === 'report-back' || kind === 'referral') && placedOn === null && due.sort !== 'undated' && state === 'open';

/** Does the promise belong to that part of its body's action log today? */
export function isInPart(promise: Commitment, part: LogPart, today: Day): boolean {
  switch (part) {
    case 'all':
      return true;
    case 'overdue':
      return isOverdue(promise, today);
    case 'month':
      return dueThisMonth(promise, today);
    case 'unplaced':
      return isUnplaced(promise);
  }
}

// Overdue first, then by the day they are due; those without a date last.
const pressing = (promise: Commitment, today: Day): string =>
  `${isOverdue(promise, today) ? '0' : '1'} ${lastDayOf(promise.due) ?? '9999-12-31'} ${promise.reference}`;

/** Promises in the order in which a committee looks at them: the most pressing first. */
export function pressingFirst(promises: readonly Commitment[], today: Day): Commitment[] {
  return promises.toSorted((a, b) => pressing(a, today).localeCompare(pressing(b, today)));
}
