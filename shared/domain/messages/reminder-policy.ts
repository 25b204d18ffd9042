import * as z from 'zod';
import { ORGANISATION } from '../bodies/membership.ts';
import { strictObjectLater } from '../built-later.ts';
import { type Day, day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

const workingDays = z.int().min(0).max(260);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM');
const weekday = z.int().min(1).max(5);

/** Every number of the reminder policy of one body. All numbers are working days of that body's own calendar. */
export const reminderPolicy = strictObjectLater(() => ({
  /** New bodies begin with chasing off, so that a first import cannot send forty mails in a morning. */
  chasing: z.boolean(),
  /** London wall-clock times. Nothing is sent outside `earliest` to `latest`. */
  times: z.strictObject({ earliest: time, latest: time, digestAt: time, dueDayAt: time }),
  acceptance: z.strictObject({ askAfter: workingDays, secondAskAfter: workingDays }),
  /** Before and after the report deadline, and after the window has closed. */
  reportBack: z.strictObject({
    startNowBefore: workingDays,
    digestBefore: workingDays,
    firstOwnBefore: workingDays,
    secondOwnBefore: workingDays,
    missingAfter: workingDays.min(1),
    /** How the chair hears that the last agenda in the window goes out without it: `briefing` keeps the chair's own message for the day the window has closed. */
    chairBeforeOverdue: z.enum(['briefing', 'own']),
    overdueAgainAfter: workingDays,
    escalateAfter: workingDays,
    thenEvery: workingDays.min(1),
  }),
  action: z.strictObject({
    digestBefore: workingDays,
    secretaryAfter: workingDays.min(1),
    lineManagerAfter: workingDays,
    chairAfter: workingDays,
    thenEvery: workingDays.min(1),
  }),
  response: z.strictObject({ ownBefore: workingDays, secretaryAfter: workingDays.min(1), chairAfter: workingDays }),
  undated: z.strictObject({
    /** The agenda review, before each meeting of the body. */
    reviewBeforeMeeting: workingDays,
    /** From this time of asking on, the chair's briefing carries it too. */
    chairFromAsking: z.int().min(1),
  }),
  digests: z.strictObject({
    owner: z.strictObject({ weeklyDay: weekday, dailyWhenDueWithin: workingDays }),
    chair: z.strictObject({ briefingBeforeMeeting: workingDays, digestBeforeBriefing: workingDays }),
    lineManager: z.strictObject({ weeklyDay: weekday, onlyIfPastDue: z.boolean() }),
    ownMessagesAtMost: z.int().min(1).max(20),
  }),
}));
export type ReminderPolicy = z.infer<typeof reminderPolicy>;

/** A policy with its days: from `from` to `to` inclusive. `bodyId` is a body's, or the organisation's for all others. */
export const reminderPolicyRecord = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  from: day,
  to: day.nullable(),
  policy: reminderPolicy,
}));
export type ReminderPolicyRecord = z.infer<typeof reminderPolicyRecord>;

/** The preset that ships: local practice, not law. */
export const shippedPolicy: ReminderPolicy = {
  chasing: true,
  times: { earliest: '07:30', latest: '18:30', digestAt: '08:00', dueDayAt: '09:00' },
  acceptance: { askAfter: 1, secondAskAfter: 10 },
  reportBack: {
    startNowBefore: 40,
    digestBefore: 20,
    firstOwnBefore: 10,
    secondOwnBefore: 5,
    missingAfter: 1,
    chairBeforeOverdue: 'briefing',
    overdueAgainAfter: 5,
    escalateAfter: 10,
    thenEvery: 20,
  },
  action: { digestBefore: 5, secretaryAfter: 1, lineManagerAfter: 5, chairAfter: 10, thenEvery: 20 },
  response: { ownBefore: 10, secretaryAfter: 1, chairAfter: 5 },
  undated: { reviewBeforeMeeting: 15, chairFromAsking: 3 },
  digests: {
    owner: { weeklyDay: 1, dailyWhenDueWithin: 2 },
    chair: { briefingBeforeMeeting: 8, digestBeforeBriefing: 1 },
    lineManager: { weeklyDay: 1, onlyIfPastDue: true },
    ownMessagesAtMost: 3,
  },
};

/** The policy of a body on a day: its own if it has one then, else the organisation's, else the preset. */
export function policyOn(records: readonly ReminderPolicyRecord[], bodyId: string, today: Day): ReminderPolicy {
  const held = records
    .filter((record) => record.from <= today && (record.to === null || today <= record.to))
    .toSorted((a, b) => b.from.localeCompare(a.from));
  const own = held.find((record) => record.bodyId === bodyId) ?? held.find((record) => record.bodyId === ORGANISATION);
  return own?.policy ?? shippedPolicy;
}
