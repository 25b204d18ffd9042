import type { Day } from '../calendar/day.ts';
import { lastDayOfYearsBeginningWith } from './periods.ts';

/**
 * Until when the public may inspect what belongs to a meeting or decision: minutes, agenda, reports and decision records
 * six years, background papers four, *beginning with* its day. LGA 1972 ss.100C(1), 100D(2); SI 2012/2089 reg 21;
 * SI 2014/2095 reg 8. The end of inspection is not a day to delete: minutes are kept for ever.
 */
export function inspectionPeriods(of: Day): { sixYearsLastDay: Day; fourYearsLastDay: Day } {
  return {
    sixYearsLastDay: lastDayOfYearsBeginningWith(of, 6),
    fourYearsLastDay: lastDayOfYearsBeginningWith(of, 4),
  };
}

/** When an NHS board's papers are reviewed for a place of deposit: up to 20 years. NHS records management code. */
export function nhsDepositReviewBy(meeting: Day): Day {
  return lastDayOfYearsBeginningWith(meeting, 20);
}
