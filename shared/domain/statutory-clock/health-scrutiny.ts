import { addDays, type Day } from '../calendar/day.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { lastDayOfMonthsBeginningWith, lastDayWithin } from './periods.ts';

const RESPONSE_DAYS = 28;
const ACKNOWLEDGE_WORKING_DAYS = 20;
const AUTHORITY_RESPONSE_MONTHS = 2;

/** Last day for a responsible person to answer a health scrutiny report: within 28 days of the request. SI 2013/218 reg 22(7). */
export function healthScrutinyResponseBy(requested: Day): Day {
  return lastDayWithin(requested, RESPONSE_DAYS);
}

/**
 * Last day for the council to acknowledge a referral from Healthwatch: 20 working days *beginning with* its date, so a
 * working day of referral is day 1. SI 2013/218 reg 21(3), (6).
 */
export function acknowledgeHealthwatchBy(referred: Day, calendar: Calendar): Day {
  return addWorkingDays(addDays(referred, -1), ACKNOWLEDGE_WORKING_DAYS, calendar);
}

/** Last day for the authority to answer a scrutiny report: two months *beginning with* receipt. LGA 2000 s.9FE. */
export function authorityResponseBy(received: Day): Day {
  return lastDayOfMonthsBeginningWith(received, AUTHORITY_RESPONSE_MONTHS);
}
