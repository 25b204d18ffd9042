import { CALENDAR, type CalendarRecord, calendarRecord, shippedRecord } from '../domain/calendar/calendar-record.ts';
import { type ReminderPolicyRecord, reminderPolicyRecord } from '../domain/messages/reminder-policy.ts';
import { find, list, type RecordKind, type Register, type Versioned } from './record-kind.ts';

/** The organisation's calendar: one record. */
export const calendars: RecordKind<CalendarRecord> = {
  type: 'calendar',
  schema: calendarRecord,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'public',
  lists: () => ({}),
};

/** Reminder policies, dated, per body or for the organisation; listed by first day. */
export const reminderPolicies: RecordKind<ReminderPolicyRecord> = {
  type: 'reminder-policy',
  schema: reminderPolicyRecord,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'internal',
  lists: ({ id, bodyId, from }) => ({ gsi1: ['REMINDER-POLICIES', `${bodyId}#${from}#${id}`] }),
};

/** The calendar as an administrator left it; the shipped one until then. */
export async function calendarNow(register: Register): Promise<CalendarRecord> {
  return (await find(register, calendars, CALENDAR))?.record ?? shippedRecord;
}

/** Every reminder policy. */
export async function allPolicies(register: Register): Promise<Versioned<ReminderPolicyRecord>[]> {
  return list(register, reminderPolicies, { index: 'gsi1', partition: 'REMINDER-POLICIES' });
}
