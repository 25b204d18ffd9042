import * as z from 'zod';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import {
  addWorkingDays,
  type Calendar,
  nextWorkingDay,
  previousWorkingDay,
  whyNotWorking,
  workingDaysBetween,
} from '../calendar/working-days.ts';

/** Which days count towards a period: working days only, or every day of the calendar. */
export const dayMode = z.enum(['working', 'calendar'], { error: 'must be working or calendar' });
export type DayMode = z.infer<typeof dayMode>;

export type Counting = { readonly mode: DayMode; readonly calendar: Calendar };

/** One day of a sum, as a page draws it: `number` is its place among the counted days, `why` the reason it is left out. */
export type SumDay = {
  readonly day: Day;
  readonly part: 'start' | 'counted' | 'left-out' | 'end';
  readonly number: number | null;
  readonly why: string | null;
};

/** The last lawful day to publish, with the days that were counted to find it. */
export type NoticeDeadline = {
  readonly latestPublication: Day;
  readonly latestPublicationStrict: Day;
  readonly countedDays: readonly Day[];
  readonly sum: readonly SumDay[];
};

function step(from: Day, direction: 1 | -1, { mode, calendar }: Counting): Day {
  return mode === 'calendar' ? addDays(from, direction) : addWorkingDays(from, direction, calendar);
}

/** The `count` counted days just after `from`, earliest first. `from` is never among them. */
export function countedDaysAfter(from: Day, count: number, counting: Counting): Day[] {
  const days: Day[] = [];
  for (let at = from; days.length < count; ) {
    at = step(at, 1, counting);
    days.push(at);
  }
  return days;
}

/** The `count` counted days just before `to`, earliest first. `to` is never among them. */
function countedDaysBefore(to: Day, count: number, counting: Counting): Day[] {
  const days: Day[] = [];
  for (let at = to; days.length < count; ) {
    at = step(at, -1, counting);
    days.unshift(at);
  }
  return days;
}

/**
 * Clear days between publication and meeting: both ends excluded (R v Herefordshire Justices (1820)), and in working
 * mode no weekend, public holiday or closure (R v Swansea CC ex p Elitestone (1993), read through summaries).
 */
export function clearBetween(published: Day, meeting: Day, counting: Counting): number {
  if (published >= meeting) return 0;
  const dayBefore = addDays(meeting, -1);
  return counting.mode === 'calendar'
    ? daysBetween(published, dayBefore)
    : workingDaysBetween(published, dayBefore, counting.calendar);
}

/**
 * The last day by pure arithmetic on which publication leaves `clearDays` (at least 1); it may be a day on which the
 * offices are shut and nothing can be posted or inspected. LGA 1972 s.100A(6)(a), s.100B(3).
 */
export function latestStrict(meeting: Day, clearDays: number, counting: Counting): Day {
  return addDays(countedDaysBefore(meeting, clearDays, counting)[0] ?? meeting, -1);
}

/** The deadline to show: the last working day on which publication leaves `clearDays` before the meeting. */
export function latestPublication(meeting: Day, clearDays: number, counting: Counting): Day {
  return previousWorkingDay(latestStrict(meeting, clearDays, counting), counting.calendar);
}

/** The first day by pure arithmetic with `clearDays` (at least 1) elapsed since `from`. */
export function earliestStrict(from: Day, clearDays: number, counting: Counting): Day {
  return addDays(countedDaysAfter(from, clearDays, counting).at(-1) ?? from, 1);
}

/** The first working day with `clearDays` elapsed since `from`. */
export function earliestAfter(from: Day, clearDays: number, counting: Counting): Day {
  return nextWorkingDay(earliestStrict(from, clearDays, counting), counting.calendar);
}

/** Every day from start to end with its part in the sum, for the strip of days that a page draws. */
export function sumOfDays(start: Day, end: Day, { mode, calendar }: Counting): SumDay[] {
  const days: SumDay[] = [{ day: start, part: 'start', number: null, why: null }];
  let number = 0;
  for (let day = addDays(start, 1); day < end; day = addDays(day, 1)) {
    const why = mode === 'calendar' ? null : whyNotWorking(day, calendar);
    if (why === null) number += 1;
    days.push(why === null ? { day, part: 'counted', number, why } : { day, part: 'left-out', number: null, why });
  }
  if (end > start) days.push({ day: end, part: 'end', number: null, why: null });
  return days;
}

/** The last lawful day to publish for a meeting, both readings, with its sum. */
export function noticeDeadline(meeting: Day, clearDays: number, counting: Counting): NoticeDeadline {
  const latest = latestPublication(meeting, clearDays, counting);
  return {
    latestPublication: latest,
    latestPublicationStrict: latestStrict(meeting, clearDays, counting),
    countedDays: countedDaysBefore(meeting, clearDays, counting),
    sum: sumOfDays(latest, meeting, counting),
  };
}
