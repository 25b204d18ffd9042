import { type Day, partsOf, weekday } from './day.ts';

const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTH_NAMES = [
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
] as const;

function words(of: Day): { weekdayName: string; dayOfMonth: number; monthName: string; year: number } {
  const { year, month, dayOfMonth } = partsOf(of);
  return {
    weekdayName: WEEKDAY_NAMES[weekday(of) - 1] ?? '',
    dayOfMonth,
    monthName: MONTH_NAMES[month - 1] ?? '',
    year,
  };
}

/** 'Monday 15 April 2019' */
export function formatDay(of: Day): string {
  const { weekdayName, dayOfMonth, monthName, year } = words(of);
  return `${weekdayName} ${dayOfMonth} ${monthName} ${year}`;
}

/** '15 April 2019' */
export function formatDate(of: Day): string {
  const { dayOfMonth, monthName, year } = words(of);
  return `${dayOfMonth} ${monthName} ${year}`;
}

/** 'Mon 15 Apr' */
export function formatDayShort(of: Day): string {
  const { weekdayName, dayOfMonth, monthName } = words(of);
  return `${weekdayName.slice(0, 3)} ${dayOfMonth} ${monthName.slice(0, 3)}`;
}

/** 'Mon 15 Apr 2019' */
export function formatDayShortWithYear(of: Day): string {
  return `${formatDayShort(of)} ${partsOf(of).year}`;
}

/** 'April 2019' */
export function formatMonth(of: Day): string {
  const { monthName, year } = words(of);
  return `${monthName} ${year}`;
}
