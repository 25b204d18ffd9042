import type { Closure } from '../../../shared/domain/calendar/bank-holidays.ts';
import { type CalendarRecord, shippedRecord } from '../../../shared/domain/calendar/calendar-record.ts';

/** The council's offices are shut between Christmas and New Year. The NHS offices are not. */
export const closedDays: readonly Closure[] = [
  { day: '2019-12-27', title: 'Offices closed' },
  { day: '2019-12-30', title: 'Offices closed' },
  { day: '2019-12-31', title: 'Offices closed' },
];

/** The organisation's calendar with its closed days. */
export const calendarOfOrganisation: CalendarRecord = { ...shippedRecord, closures: [...closedDays] };
