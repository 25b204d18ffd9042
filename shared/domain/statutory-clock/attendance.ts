import { addDays, addMonths, type Day } from '../calendar/day.ts';

/**
 * The six-month rule: a member who attends nothing throughout six months from their last attendance ceases to be one,
 * unless the reason was approved before. LGA 1972 s.85(1). The end is by the corresponding-date convention.
 */
export function sixMonthRule(lastAttendance: Day): { periodEnds: Day; ceasesFrom: Day } {
  const periodEnds = addMonths(lastAttendance, 6);
  return { periodEnds, ceasesFrom: addDays(periodEnds, 1) };
}

/** The days on which to warn of it, while a full council can still approve the reason: after four and five months. */
export function sixMonthWarnings(lastAttendance: Day): readonly [Day, Day] {
  return [addMonths(lastAttendance, 4), addMonths(lastAttendance, 5)];
}
