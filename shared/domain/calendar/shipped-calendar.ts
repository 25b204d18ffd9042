import shipped from '../../data/bank-holidays.json' with { type: 'json' };
import { bankHolidays, type Division } from './bank-holidays.ts';
import { type Calendar, type CalendarChanges, calendarFrom } from './working-days.ts';

const shippedHolidays = bankHolidays.parse(shipped);

/** The calendar of a division from the bank holidays that ship with Quorate, with an organisation's own changes. */
export function calendarOf(division: Division, changes: CalendarChanges = {}): Calendar {
  return calendarFrom(shippedHolidays, { ...changes, division });
}
