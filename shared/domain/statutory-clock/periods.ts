import { addDays, addMonths, type Day, partsOf } from '../calendar/day.ts';

/** Last day of a period of `days` *beginning with* `start`: the start is day 1. */
export function lastDayBeginningWith(start: Day, days: number): Day {
  return addDays(start, days - 1);
}

/** Last day *within* `days` *of* (or after) `from`: the day itself is excluded. */
export function lastDayWithin(from: Day, days: number): Day {
  return addDays(from, days);
}

/**
 * Last day of a period of `months` *beginning with* `start`: the day before the corresponding date; where that month has
 * no corresponding date, its last day (six years beginning with 29 February 2020 end on 28 February 2026).
 */
export function lastDayOfMonthsBeginningWith(start: Day, months: number): Day {
  const corresponding = addMonths(start, months);
  const exists = partsOf(corresponding).dayOfMonth === partsOf(start).dayOfMonth;
  return exists ? addDays(corresponding, -1) : corresponding;
}

/** As `lastDayOfMonthsBeginningWith`, in years. */
export function lastDayOfYearsBeginningWith(start: Day, years: number): Day {
  return lastDayOfMonthsBeginningWith(start, years * 12);
}
