import { addDays, type Day } from '../calendar/day.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import { type Counting, countedDaysAfter, type SumDay, sumOfDays } from './clear-days.ts';

export type CallInWindow = {
  readonly countedDays: readonly Day[];
  readonly callInDeadline: Day;
  readonly implementableFrom: Day;
  readonly sum: readonly SumDay[];
};

/**
 * When a published executive decision may be called in and when it may take effect. The day of publication is excluded;
 * the window ends with the `period`-th counted day after it. LGA 2000 s.9F leaves the length to standing orders.
 */
export function callInWindow(published: Day, period: number, counting: Counting): CallInWindow {
  const countedDays = countedDaysAfter(published, period, counting);
  const callInDeadline = countedDays.at(-1) ?? published;
  const implementableFrom = nextWorkingDay(addDays(callInDeadline, 1), counting.calendar);
  return { countedDays, callInDeadline, implementableFrom, sum: sumOfDays(published, implementableFrom, counting) };
}
