import * as z from 'zod';
import { aheadInLondon } from './london-clock.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A real calendar day in London, 'YYYY-MM-DD', from the year 1000 to 9999. Never a timestamp. */
export const day = z.iso
  .date({ error: 'must be a real day written YYYY-MM-DD' })
  .refine((text) => text >= '1000', { error: 'must be a day from the year 1000 on' });
export type Day = z.infer<typeof day>;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Thrown where a day was promised and something else came: a mistake in the code, since borders parse with `day`. */
export class NotADay extends RangeError {
  override name = 'NotADay';
  constructor(text: string) {
    super(`"${text}" is not a real day written YYYY-MM-DD.`);
  }
}

type Parts = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

// Whole days since 1970-01-01, counted on the calendar alone: no clock, no zone, so the change of the clocks cannot bend it.
function dayNumber(of: Day): number {
  const { year, month, dayOfMonth } = partsOf(of);
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY;
}

function dayNumbered(number: number): Day {
  const text = new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  if (!DAY_SHAPE.test(text)) throw new NotADay(text);
  return text;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The year, month (1-12) and day of the month of a day. Throws `NotADay`. */
export function partsOf(of: Day): Parts {
  const match = DAY_SHAPE.exec(of);
  const [year, month, dayOfMonth] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const real = year >= 1000 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  if (!real) throw new NotADay(of);
  return { year, month, dayOfMonth };
}

/** The day `count` days after `from` (before it, if negative). */
export function addDays(from: Day, count: number): Day {
  const to = partsOf(from).dayOfMonth + count;
  // Every month has a 28th. Sums of working days step through hundreds of days for one page.
  if (to >= 1 && to <= 28) return `${from.slice(0, 8)}${to < 10 ? '0' : ''}${to}`;
  return dayNumbered(dayNumber(from) + count);
}

/**
 * The corresponding date `count` months after `from` (before it, if negative); where that month has no such date, its
 * last day. This is the corresponding-date rule: 31 August and six months is 28 (or 29) February.
 */
export function addMonths(from: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(from);
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayNumbered(
    Date.UTC(toYear, toMonth - 1, Math.min(dayOfMonth, daysInMonth(toYear, toMonth))) / MILLISECONDS_A_DAY,
  );
}

/** Days from `from` to `to`: 1 from Monday to Tuesday, negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const WEEKDAYS = [4, 5, 6, 7, 1, 2, 3] as const; // 1 January 1970 was a Thursday

/** Monday is 1, Sunday is 7. */
export function weekday(of: Day): Weekday {
  return WEEKDAYS.at(dayNumber(of) % 7) ?? 4;
}

export function isWeekend(of: Day): boolean {
  return weekday(of) >= 6;
}

/** Negative, zero or positive, for sorting days from the earliest. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isBefore(a: Day, b: Day): boolean {
  return a < b;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

// A moment as a clock at UTC would have to stand to show what clocks in London show then.
function shownInLondon(timestamp: string): Date {
  const [, on] = TIMESTAMP.exec(timestamp) ?? [];
  if (on === undefined) throw new RangeError(`"${timestamp}" is not a timestamp with its offset`);
  partsOf(on);
  const moment = Date.parse(timestamp);
  return new Date(moment + aheadInLondon(moment));
}

/**
 * The day in London at a moment. 2019-07-31T23:30:00Z is 1 August 2019 there.
 * @param timestamp an ISO 8601 timestamp with its offset, normally UTC ('Z'). Throws RangeError if it is not one.
 */
export function londonDay(timestamp: string): Day {
  return dayNumbered(Math.floor(shownInLondon(timestamp).getTime() / MILLISECONDS_A_DAY));
}

/** What clocks in London show at a moment, 'HH:MM'. Takes and throws what `londonDay` does. */
export function londonTime(timestamp: string): string {
  return shownInLondon(timestamp).toISOString().slice(-'HH:MM:SS.000Z'.length).slice(0, 'HH:MM'.length);
}

/**
 * The moment, as a UTC ISO timestamp, at which clocks in London show `time` ('HH:MM') on a day. Of an hour that comes
 * twice, the first; a time skipped when the clocks go forward is read an hour later. Throws `NotADay`, and RangeError if
 * `time` is no time.
 */
export function londonInstant(on: Day, time: string): string {
  const [, hours, minutes] = TIME.exec(time) ?? [];
  if (hours === undefined) throw new RangeError(`"${time}" is not a time written HH:MM`);
  const { year, month, dayOfMonth } = partsOf(on);
  const shown = Date.UTC(year, month - 1, dayOfMonth, Number(hours), Number(minutes));
  // Clocks never change twice within two days: what they were ahead the day before and the day after is all there is.
  const before = aheadInLondon(shown - MILLISECONDS_A_DAY);
  const after = aheadInLondon(shown + MILLISECONDS_A_DAY);
  const earlierFirst = [shown - Math.max(before, after), shown - Math.min(before, after)];
  const found = earlierFirst.find((moment) => moment + aheadInLondon(moment) === shown) ?? shown - before;
  return new Date(found).toISOString();
}
