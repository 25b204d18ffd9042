import { addDays, type Day, londonDay, londonInstant } from '../calendar/day.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { type SumDay, sumOfDays } from '../statutory-clock/clear-days.ts';
import type { SortRules } from './question-rules.ts';

/** The last moment for a submission to a meeting, with the days that were counted to find it. */
export type SubmissionDeadline = {
  readonly day: Day;
  /** On a London clock. */
  readonly time: string;
  /** UTC: the first moment that is too late. */
  readonly closes: string;
  readonly sum: readonly SumDay[];
};

/** Calendar days, after the one on which it was sent, within which confirming still counts from when it was sent. */
export const DAYS_TO_CONFIRM = 3;

const MINUTE = 60_000;

/**
 * Until when a meeting takes submissions of a sort: so many working days before its day, at a time. The minute of the
 * deadline is in time: at noon means while clocks show 12:00.
 */
export function submissionDeadline(
  meeting: { readonly day: Day },
  { workingDaysBefore, time }: Pick<SortRules, 'workingDaysBefore' | 'time'>,
  calendar: Calendar,
): SubmissionDeadline {
  const day = addWorkingDays(meeting.day, -workingDaysBefore, calendar);
  return {
    day,
    time,
    closes: new Date(Date.parse(londonInstant(day, time)) + MINUTE).toISOString(),
    sum: sumOfDays(day, meeting.day, { mode: 'working', calendar }),
  };
}

/** Is a moment (UTC) in time? */
export function isInTime(at: string, { closes }: Pick<SubmissionDeadline, 'closes'>): boolean {
  return Date.parse(at) < Date.parse(closes);
}

/**
 * The moment from which a submission counts: when it was sent, if its address was confirmed on that day or the three
 * after it (London days); otherwise when it was confirmed. Mail that is slow to come costs nobody their question, and
 * nobody keeps a place in a queue with an address that is not theirs.
 */
export function countsFrom(sentAt: string, confirmedAt: string): string {
  return londonDay(confirmedAt) <= addDays(londonDay(sentAt), DAYS_TO_CONFIRM) ? sentAt : confirmedAt;
}
