import type { Day } from '../calendar/day.ts';
import { lastDayBeginningWith, lastDayOfYearsBeginningWith, lastDayWithin } from './periods.ts';

const NOTIFY_DAYS = 28;
const LONGEST_DISPENSATION_YEARS = 4;

/**
 * Last day to notify the monitoring officer of a disclosable pecuniary interest: 28 days *beginning with* the day of
 * becoming a member or of disclosure. Localism Act 2011 ss.30(1), 31.
 */
export function notifyInterestBy(start: Day): Day {
  return lastDayBeginningWith(start, NOTIFY_DAYS);
}

/** Last day to declare an interest to an integrated care board: *within* 28 days. NHS Act 2006 s.14Z30. */
export function declareNhsInterestBy(arose: Day): Day {
  return lastDayWithin(arose, NOTIFY_DAYS);
}

/** The last day a dispensation granted on a day may run to: at most four years. Localism Act 2011 s.33. */
export function dispensationLastDay(granted: Day): Day {
  return lastDayOfYearsBeginningWith(granted, LONGEST_DISPENSATION_YEARS);
}
