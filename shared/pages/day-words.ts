// Days as people read them. A day is 'YYYY-MM-DD' in London; nothing here knows what today is.
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const LONDON_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: 'numeric' });
const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

const parts = (day: string) => {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  const weekday = WEEKDAYS[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  const monthName = MONTHS[Number(month) - 1];
  if (weekday === undefined || monthName === undefined) throw new RangeError(`"${day}" is not a day`);
  return { year, monthName, date: String(Number(date)), weekday };
};

/** Thursday 18 April 2019 */
export function dayInFull(day: string): string {
  const { weekday, date, monthName, year } = parts(day);
  return `${weekday} ${date} ${monthName} ${year}`;
}

/** Thursday 18 April: where the year cannot be doubted. */
export function dayWithoutYear(day: string): string {
  const { weekday, date, monthName } = parts(day);
  return `${weekday} ${date} ${monthName}`;
}

/** 18 April 2019 */
export function dayAndYear(day: string): string {
  const { date, monthName, year } = parts(day);
  return `${date} ${monthName} ${year}`;
}

/** 18 April */
export function dayAndMonth(day: string): string {
  const { date, monthName } = parts(day);
  return `${date} ${monthName}`;
}

/** Thu 18 Apr, for tables. */
export function dayShort(day: string): string {
  const { weekday, date, monthName } = parts(day);
  return `${weekday.slice(0, 3)} ${date} ${monthName.slice(0, 3)}`;
}

/** Thu 18 Apr 2019 */
export function dayShortWithYear(day: string): string {
  return `${dayShort(day)} ${parts(day).year}`;
}

/** The month of a day in words: April. */
export function monthOf(day: string): string {
  return parts(day).monthName;
}

/** The weekday of a day in words: Thursday. */
export function weekdayOf(day: string): string {
  return parts(day).weekday;
}

/** 5pm, 10.22am, noon, midnight: `clock` is 'HH:MM' on a London clock. */
export function timeInWords(clock: string): string {
  const [hours = Number.NaN, minutes = Number.NaN] = clock.split(':').map(Number);
  if (Number.isNaN(hours) || Number.isNaN(minutes)) throw new RangeError(`"${clock}" is not a time of day`);
  if (minutes === 0 && hours === 12) return 'noon';
  if (minutes === 0 && hours === 0) return 'midnight';
  const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** 10.22am on Thursday 18 April 2019, of a UTC timestamp, as London clocks showed it. */
export function momentInWords(timestamp: string): string {
  const moment = new Date(timestamp);
  return `${timeInWords(LONDON_TIME.format(moment))} on ${dayInFull(LONDON_DAY.format(moment))}`;
}
