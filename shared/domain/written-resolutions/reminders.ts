import type { Day } from '../calendar/day.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { WrittenResolution } from './written-resolution.ts';

/** Working days before the closing day on which those who have not answered are reminded. */
const BEFORE = [2, 1] as const;

/** The days on which the round looks at it, in order; `round` names the reminder, null is the look after it closed. */
function looks({ closes }: Pick<WrittenResolution, 'closes'>, calendar: Calendar) {
  const reminders = BEFORE.map((days) => ({
    round: `T-${days}`,
    day: addWorkingDays(closes.day, -days, calendar),
  }));
  return [...reminders, { round: null, day: addWorkingDays(closes.day, 1, calendar) }];
}

/** Which reminder is said that day, if any. None on the day it was put: everybody has just been asked. */
export function reminderOn(which: WrittenResolution, today: Day, calendar: Calendar): string | null {
  if (which.state !== 'put' || which.put === null || which.put.on >= today) return null;
  return looks(which, calendar).find(({ day, round }) => round !== null && day === today)?.round ?? null;
}

/** The next day after `today` on which the round looks at it: a reminder, or the first working day after it closed. */
export function nextLookOn(which: WrittenResolution, today: Day, calendar: Calendar): Day | null {
  if (which.state !== 'put') return null;
  return looks(which, calendar).find(({ day }) => day > today)?.day ?? addWorkingDays(today, 1, calendar);
}
