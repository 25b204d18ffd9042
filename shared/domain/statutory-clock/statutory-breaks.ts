import { addDays, type Day, partsOf, weekday } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';

const isSunday = (day: Day): boolean => weekday(day) === 7;
const isHoliday = (day: Day, calendar: Calendar): boolean => calendar.holidays.has(day) || day.endsWith('-12-26');

// LGA 1972 s.270: from the last week day before Christmas Day to the first week day after it that is no bank holiday.
function inChristmasBreak(day: Day, calendar: Calendar): boolean {
  const { year } = partsOf(day);
  let first = `${year}-12-24`;
  while (isSunday(first)) first = addDays(first, -1);
  let last = `${year}-12-26`;
  while (isSunday(last) || isHoliday(last, calendar)) last = addDays(last, 1);
  return first <= day && day <= last;
}

// LGA 1972 s.270: from the Thursday before Easter Day to the Tuesday after it.
function inEasterBreak(day: Day, calendar: Calendar): boolean {
  return [-1, 0, 1, 2, 3, 4].some((after) => calendar.holidays.get(addDays(day, -after)) === 'Good Friday');
}

/**
 * The day itself, or the next that is no Sunday, bank holiday or day of the Christmas or Easter break: where the law
 * rolls a last day over. LGA 1972 s.243(1).
 */
export function afterStatutoryBreaks(day: Day, calendar: Calendar): Day {
  const within = (at: Day): boolean =>
    isSunday(at) || calendar.holidays.has(at) || inChristmasBreak(at, calendar) || inEasterBreak(at, calendar);
  let at = day;
  while (within(at)) at = addDays(at, 1);
  return at;
}
