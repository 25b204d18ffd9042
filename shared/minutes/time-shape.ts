import type { Day } from '../domain/calendar/day.ts';
import type { Relative } from './find.ts';
import type { Reckoned } from './window.ts';

/** What is known of the meeting when a time is reckoned. */
export type TimeContext = { meetingDate: Day | null; nextMeeting: Day | null };

/**
 * `meeting`: a coming meeting; `deadline`: up to a time; `period`: a month, season or week; `day`: one day;
 * `relative`: counted from the meeting; `recurring`: again and again; `vague`: no day can be worked out.
 */
type TimeSort = 'meeting' | 'deadline' | 'period' | 'day' | 'relative' | 'recurring' | 'vague';

export type TimeReading = {
  relative?: Relative;
  reckoned?: Reckoned | null;
  recurring?: string;
};

/** A rule: a shape of words and what it means. Returning null says that the words mean no time after all. */
export type TimeShape = {
  sort: TimeSort;
  shape: RegExp;
  read: (match: RegExpExecArray, context: TimeContext, after: string, before: string) => TimeReading | null;
};

/** Words for a time found in a sentence; offsets count in the sentence. */
export type TimePhrase = {
  start: number;
  end: number;
  raw: string;
  sort: TimeSort;
  relative: Relative | null;
  reckoned: Reckoned | null;
  recurring: string | null;
};
