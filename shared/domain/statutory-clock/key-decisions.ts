import type { Day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import {
  type Counting,
  clearBetween,
  countedDaysAfter,
  type DayMode,
  earliestAfter,
  earliestStrict,
} from './clear-days.ts';

/** SI 2012/2089 regs 5 and 9. Whether they are calendar or working days is not settled; councils count calendar days. */
const KEY_DECISION_NOTICE_CLEAR_DAYS = 28;
/** SI 2012/2089 reg 10. */
export const GENERAL_EXCEPTION_CLEAR_DAYS = 5;
/** SI 2012/2089 reg 17(2): a scrutiny member's request for documents. */
const DOCUMENT_REQUEST_CLEAR_DAYS = 10;

/** The first day a key decision may be made under the general exception. SI 2012/2089 reg 10. */
export function generalException(
  noticeMadeAvailable: Day,
  clearDays: number,
  counting: Counting,
): { elapsedDays: Day[]; earliestDecision: Day; earliestDecisionStrict: Day } {
  return {
    elapsedDays: countedDaysAfter(noticeMadeAvailable, clearDays, counting),
    earliestDecision: earliestAfter(noticeMadeAvailable, clearDays, counting),
    earliestDecisionStrict: earliestStrict(noticeMadeAvailable, clearDays, counting),
  };
}

type KeyDecision = {
  /** The day of the decision; of a period, its first day. */
  readonly decision: Day;
  readonly noticePublished: Day | null;
  readonly generalExceptionNotice: Day | null;
  /** The day the scrutiny chair (or council chair, or vice-chair) agreed that it cannot be deferred. */
  readonly urgencyAgreed: Day | null;
};

/**
 * The lawful route for a key decision on a day: 28 clear days' notice (reg 9), the general exception (reg 10), special
 * urgency (reg 11), or none. `noticeMode` is the authority's reading of the 28 days.
 */
export function keyDecisionRoute(
  { decision, noticePublished, generalExceptionNotice, urgencyAgreed }: KeyDecision,
  { calendar, noticeMode }: { calendar: Calendar; noticeMode: DayMode },
): 'notice' | 'general-exception' | 'special-urgency' | 'none' {
  const counting = { mode: noticeMode, calendar };
  const noticeDays = noticePublished === null ? 0 : clearBetween(noticePublished, decision, counting);
  if (noticeDays >= KEY_DECISION_NOTICE_CLEAR_DAYS) return 'notice';
  const working = { mode: 'working', calendar } as const;
  if (
    generalExceptionNotice !== null &&
    clearBetween(generalExceptionNotice, decision, working) >= GENERAL_EXCEPTION_CLEAR_DAYS
  )
    return 'general-exception';
  return urgencyAgreed !== null && urgencyAgreed <= decision ? 'special-urgency' : 'none';
}

/** The last day to answer a scrutiny member's request for documents. SI 2012/2089 reg 17(2); the mode is not settled. */
export function documentsDueBy(received: Day, counting: Counting): Day {
  return countedDaysAfter(received, DOCUMENT_REQUEST_CLEAR_DAYS, counting).at(-1) ?? received;
}
