import shipped from '../../data/bank-holidays.json' with { type: 'json' };
import { type BankHolidays, bankHolidays, type Division } from './bank-holidays.ts';
import { type Calendar, type CalendarChanges, calendarFrom } from './working-days.ts';

// Parsed when a day is first counted: most functions import this and count none.
let shippedHolidays: BankHolidays | undefined;

/** The calendar of a division from the bank holidays that ship with Quorate, with an organisation's own changes. */
export function calendarOf(division: Division, changes: CalendarChanges = {}): Calendar {
  shippedHolidays ??= bankHolidays.parse(shipped);
  return calendarFrom(shippedHolidays, { ...changes, division });
}
