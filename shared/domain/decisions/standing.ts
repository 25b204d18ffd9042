import type { CallInRule } from '../bodies/procedure.ts';
import { type Day, londonDay, londonInstant } from '../calendar/day.ts';
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar/working-days.ts';
import { callInWindow } from '../statutory-clock/call-in.ts';
import type { SumDay } from '../statutory-clock/clear-days.ts';
import type { CallInRequest } from './call-in-request.ts';
import type { Decision } from './decision.ts';

/**
 * The working day on which something published counts as published: that day until the body's closing time, afterwards
 * and on days when the offices are shut the next working day.
 */
export function publicationDay(at: string, closeTime: string, calendar: Calendar): Day {
  const on = londonDay(at);
  if (isWorkingDay(on, calendar) && at <= londonInstant(on, closeTime)) return on;
  return addWorkingDays(on, 1, calendar);
}

/** When a published decision can be called in until, and from when it may take effect. */
export type Window = {
  readonly publishedOn: Day;
  /** The last day, and the moment on it (UTC) until which a request is in time. */
  readonly closesOn: Day;
  readonly closesAt: string;
  readonly implementableFrom: Day;
  readonly sum: readonly SumDay[];
};

export type WindowRules = { readonly callIn: CallInRule; readonly closeTime: string; readonly calendar: Calendar };

/** The window of a decision published at that moment. The day of publication is not counted. */
export function windowOf(publishedAt: string, { callIn, closeTime, calendar }: WindowRules): Window {
  const publishedOn = publicationDay(publishedAt, closeTime, calendar);
  const window = callInWindow(publishedOn, callIn.workingDays, { mode: 'working', calendar });
  return {
    publishedOn,
    closesOn: window.callInDeadline,
    closesAt: londonInstant(window.callInDeadline, callIn.closesAt),
    implementableFrom: window.implementableFrom,
    sum: window.sum,
  };
}

type Waiting = Pick<CallInRequest, 'state' | 'wholeAt'>;

/** Not judged, and with its signatures before the window closed: it holds the decision back. */
export function waitsForJudgement({ state, wholeAt }: Waiting, { closesAt }: Pick<Window, 'closesAt'>): boolean {
  return state === 'open' && wholeAt !== null && wholeAt <= closesAt;
}

/**
 * The last day to judge a request: the day on which the decision would take effect without it. One that has its
 * signatures in time and is not judged by then counts as valid, because nobody found anything against it: scrutiny would
 * otherwise lose by silence what it asked for in time.
 */
export function judgedBy({ implementableFrom }: Pick<Window, 'implementableFrom'>): Day {
  return implementableFrom;
}

/** Where a published decision stands in its window at a moment. */
export type InWindow = 'open' | 'closed' | 'waits-for-judgement' | 'may-take-effect';

/**
 * Open until the window closes, then closed until the first day on which it may take effect. A request that is not yet
 * judged and was whole in time holds the decision back: scrutiny would otherwise lose what it asked for in time.
 */
export function inWindow(window: Window, requests: readonly Waiting[], now: string): InWindow {
  if (now <= window.closesAt) return 'open';
  if (requests.some((request) => waitsForJudgement(request, window))) return 'waits-for-judgement';
  return londonDay(now) < window.implementableFrom ? 'closed' : 'may-take-effect';
}

/** Is call-in possible at all by what the record says? */
export function isOpenToCallIn({ state, callIn }: Pick<Decision, 'state' | 'callIn'>): boolean {
  return state === 'call-in-open' && callIn.sort === 'applies';
}
