import { addDays, type Day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { latestPublication } from './clear-days.ts';

export type AnnualMeetingWindow = {
  readonly retirementDay: Day;
  readonly eighthDayAfter: Day;
  readonly windowFirst: Day;
  readonly windowLast: Day;
  readonly summonsDeadlineForEighthDay: Day;
};

const SUMMONS_CLEAR_DAYS = 5;

/**
 * When the annual council may be held in a year of elections. Councillors retire on the fourth day after the election
 * (LGA 1972 s.7); the meeting is on the eighth day after, or another within the 21 days following (Sch 12 para 1).
 */
export function annualMeetingWindow(electionDay: Day, calendar: Calendar): AnnualMeetingWindow {
  const retirementDay = addDays(electionDay, 4);
  const eighthDayAfter = addDays(retirementDay, 8);
  return {
    retirementDay,
    eighthDayAfter,
    windowFirst: addDays(retirementDay, 1),
    windowLast: addDays(retirementDay, 21),
    summonsDeadlineForEighthDay: latestPublication(eighthDayAfter, SUMMONS_CLEAR_DAYS, { mode: 'working', calendar }),
  };
}
