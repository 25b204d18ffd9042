// Days and times as pages say them, beside those of the domain. Nothing here knows what today is.
import { type Day, londonDay, londonTime } from '../domain/calendar/day.ts';
import { formatDate, formatDay, formatMonth } from '../domain/calendar/day-words.ts';

const YEAR = / \d{4}$/;

/** 'Thursday 18 April', where the year cannot be doubted. */
export function formatDayWithoutYear(of: Day): string {
  return formatDay(of).replace(YEAR, '');
}

/** '18 April', where neither weekday nor year matters. */
export function formatDateWithoutYear(of: Day): string {
  return formatDate(of).replace(YEAR, '');
}

/** 'April' */
export function formatMonthWithoutYear(of: Day): string {
  return formatMonth(of).replace(YEAR, '');
}

/** '5pm', '10.22am', 'noon', 'midnight': `clock` is 'HH:MM' on a London clock. Throws RangeError if it is no time. */
export function formatTime(clock: string): string {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`"${clock}" is not a time of day`);
  if (clock === '12:00') return 'noon';
  if (clock === '00:00') return 'midnight';
  const past = minutes === '00' ? '' : `.${minutes}`;
  return `${Number(hours) % 12 === 0 ? 12 : Number(hours) % 12}${past}${Number(hours) < 12 ? 'am' : 'pm'}`;
}

/** '10.22am on Thursday 18 April 2019': a UTC timestamp as London clocks showed it. */
export function formatMoment(timestamp: string): string {
  return `${formatTime(londonTime(timestamp))} on ${formatDay(londonDay(timestamp))}`;
}
