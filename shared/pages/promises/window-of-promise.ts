import { addDays, type Day } from '../../domain/calendar/day.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { type Commitment, commitment, firstDayOf, lastDayOf } from '../../domain/commitments/commitment.ts';
import type { HistoryEntry } from '../../domain/history/history-entry.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { ReminderContext } from '../../domain/messages/milestone.ts';
import type { WindowInput, WindowMeeting } from '../charts/window-words.ts';

const AROUND = 45; // days shown after the last thing of the promise

/** The days of meetings it was placed on, as its history tells. */
export function daysPlacedOn(history: readonly HistoryEntry[]): Day[] {
  return history.flatMap(({ payload }) => {
    const placed = commitment.shape.placedOn.safeParse(payload?.after['placedOn']);
    return placed.success && placed.data ? [placed.data.day] : [];
  });
}

function stateOf(day: Day, promise: Commitment, before: readonly Day[]): WindowMeeting['state'] {
  if (promise.reports.some(({ on }) => on === day)) return 'reported';
  if (promise.placedOn?.day === day) return 'chosen';
  return before.includes(day) ? 'moved' : 'called';
}

type Given = { meetings: readonly Meeting[]; reminders: ReminderContext; history: readonly HistoryEntry[]; today: Day };

/** What the picture of its window is drawn from, or null for a promise without a date. */
export function windowOf(promise: Commitment, { meetings, reminders, history, today }: Given): WindowInput | null {
  const [from, to] = [firstDayOf(promise.due), lastDayOf(promise.due)];
  if (from === null || to === null) return null;
  const before = daysPlacedOn(history);
  const ends = [to, today, promise.placedOn?.day ?? to, ...promise.reports.map(({ on }) => on)].toSorted();
  const end = addDays(ends.at(-1) ?? to, AROUND);
  const days = meetings
    .filter(({ state, day }) => state !== 'cancelled' && day >= promise.madeOn && day <= end)
    .map(({ day }) => day);
  const all = [...new Set([...days, ...(promise.placedOn ? [promise.placedOn.day] : [])])].toSorted();
  const placed = promise.state === 'open' ? meetings.find(({ id }) => id === promise.placedOn?.meetingId) : undefined;
  const publishBy = placed && reminders.publishByOf(placed);
  const deadline = placed && addWorkingDays(placed.day, -reminders.reportDeadlineWorkingDays, reminders.calendar);
  return {
    resolvedOn: promise.madeOn,
    window: { from, to },
    meetings: all.map((day) => ({ day, state: stateOf(day, promise, before) })),
    today,
    ...(deadline ? { reportDeadline: deadline } : {}),
    ...(publishBy ? { publishBy } : {}),
  };
}
