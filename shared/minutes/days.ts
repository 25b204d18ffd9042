import type { Day } from '../domain/calendar/day.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The day, or null when there is none: 31 June is no day. Months count from 1. Minutes are from 1800 to 2999. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1800 || year > 2999 || month < 1 || month > 12 || date < 1 || date > lastDateOf(year, month)) return null;
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** The last date of a month: 28 to 31. */
export function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12 for a month's name or a short form of it, or null. */
export function monthNumber(name: string): number | null {
  const index = monthStarts.indexOf(name.slice(0, 3).toLowerCase());
  return index === -1 ? null : index + 1;
}
