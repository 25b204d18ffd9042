import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { recordId } from '../record.ts';
import { closure, division, proclaimedDay } from './bank-holidays.ts';
import { calendarOf } from './shipped-calendar.ts';
import type { Calendar } from './working-days.ts';

/** The one calendar of the organisation: what an administrator has added to the bank holidays that ship. */
export const calendarRecord = strictObjectLater(() => ({
  id: recordId,
  division,
  proclaimed: z.array(proclaimedDay).max(200),
  closures: z.array(closure).max(500),
}));
export type CalendarRecord = z.infer<typeof calendarRecord>;

/** The id of the organisation's calendar. */
export const CALENDAR = 'calendar';

/** The calendar before anybody has added to it. */
export const shippedRecord: CalendarRecord = {
  id: CALENDAR,
  division: 'england-and-wales',
  proclaimed: [],
  closures: [],
};

/** The calendar that a record stands for. */
export function calendarFromRecord({ division: which, proclaimed, closures }: CalendarRecord): Calendar {
  return calendarOf(which, { proclaimed, closures });
}
