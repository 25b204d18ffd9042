import { addDays, addMonths, type Day, partsOf, weekday } from '../domain/calendar/day.ts';
import { formatDate } from '../domain/calendar/day-words.ts';
import { dayOf, lastDateOf } from './days.ts';
import type { Relative, Window } from './find.ts';

/** A window with the sum that gave it, in words. */
export type Reckoned = { window: Window; sum: string };

const LONGEST = { day: 3660, week: 520, month: 120, year: 10 } as const;

/**
 * Counts a relative time from the day of the meeting, months and years by corresponding date: 17 October 2018 plus 6 to 12
 * months is 17 April to 17 October 2019. Null when more than ten years ahead, which no minute means.
 */
export function relativeWindow(relative: Relative, meetingDate: Day): Reckoned | null {
  if (relative.max > LONGEST[relative.unit] || relative.min > relative.max) return null;
  const window = {
    from: later(meetingDate, relative.unit, relative.min),
    to: later(meetingDate, relative.unit, relative.max),
  };
  const span = relative.min === relative.max ? `${relative.max}` : `${relative.min} to ${relative.max}`;
  const units = relative.max === 1 ? relative.unit : `${relative.unit}s`;
  return { window, sum: `${formatDate(meetingDate)} plus ${span} ${units} is ${windowInWords(window)}` };
}

function later(day: Day, unit: Relative['unit'], count: number): Day {
  if (unit === 'day' || unit === 'week') return addDays(day, unit === 'week' ? count * 7 : count);
  return addMonths(day, unit === 'year' ? count * 12 : count);
}

/** "17 April 2019 to 17 October 2019", or the one day. */
export function windowInWords(window: Window): string {
  return window.from === window.to ? formatDate(window.from) : `${formatDate(window.from)} to ${formatDate(window.to)}`;
}

/** From the meeting up to a last day: "by", "no later than", "before". Null when the last day is already past at the meeting. */
export function upTo(last: Day, meetingDate: Day): Reckoned | null {
  if (last < meetingDate) return null;
  return {
    window: { from: meetingDate, to: last },
    sum: `from the meeting on ${formatDate(meetingDate)} up to ${formatDate(last)}`,
  };
}

export function onDay(day: Day): Reckoned {
  return { window: { from: day, to: day }, sum: `the day said, ${formatDate(day)}` };
}

/** A month; without a year the first such month that has not ended before the meeting. */
export function monthOf(month: number, year: number | null, meetingDate: Day | null): Window | null {
  const inYear = year ?? yearOfMonth(month, meetingDate);
  if (inYear === null) return null;
  const from = dayOf(inYear, month, 1);
  const to = dayOf(inYear, month, lastDateOf(inYear, month));
  return from === null || to === null ? null : { from, to };
}

function yearOfMonth(month: number, meetingDate: Day | null): number | null {
  if (meetingDate === null) return null;
  const now = partsOf(meetingDate);
  return month >= now.month ? now.year : now.year + 1;
}

const seasons = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 2] } as const;
export type Season = keyof typeof seasons;

/** Spring is March to May, summer June to August, autumn September to November, winter December to February. */
export function seasonOf(season: Season, year: number | null, meetingDate: Day | null): Window | null {
  const [first, last] = seasons[season];
  const end = monthOf(last, seasonYear(season, year), meetingDate);
  if (end === null) return null;
  const endYear = partsOf(end.to).year;
  const from = dayOf(first > last ? endYear - 1 : endYear, first, 1);
  return from === null ? null : { from, to: end.to };
}

const seasonYear = (season: Season, year: number | null): number | null =>
  year !== null && season === 'winter' ? year + 1 : year;

/** A quarter of a financial year that begins in April; without a year the first that has not ended before the meeting. */
export function quarterOf(quarter: number, startYear: number | null, meetingDate: Day | null): Window | null {
  const lastMonth = ((quarter * 3 + 2) % 12) + 1;
  const year = startYear === null ? null : startYear + (quarter === 4 ? 1 : 0);
  const last = monthOf(lastMonth, year, meetingDate);
  return last === null ? null : { from: addMonths(last.from, -2), to: last.to };
}

/** Weeks of a month run Monday to Sunday; the first is the one in which the month begins. 5 stands for the last. */
export function weekOfMonth(week: number, month: Window): Window {
  const firstSunday = addDays(month.from, 7 - weekday(month.from));
  const to = addDays(firstSunday, (week - 1) * 7);
  if (week === 5 || to > month.to) return { from: addDays(month.to, -6), to: month.to };
  return { from: week === 1 ? month.from : addDays(to, -6), to };
}

/** Nothing can fall due before the meeting that asked for it. Null when the whole period is past. */
export function notBefore(window: Window, meetingDate: Day | null, words: string): Reckoned | null {
  if (meetingDate === null || window.from >= meetingDate) return { window, sum: `${words}: ${windowInWords(window)}` };
  if (window.to < meetingDate) return null;
  const kept = { from: meetingDate, to: window.to };
  return { window: kept, sum: `${words}, from the meeting on: ${windowInWords(kept)}` };
}
