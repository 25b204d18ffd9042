import { addDays, type Day } from '../calendar/day.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { latestPublication } from './clear-days.ts';

export type NhsPapersDeadlines = {
  readonly sevenCalendarDaysBefore: Day;
  readonly fiveWorkingDaysBefore: Day;
  readonly fiveClearWorkingDays: Day;
  readonly threeClearDaysNotice: Day;
};

/**
 * The deadlines an NHS board's standing orders may set for its papers, and the three clear days of the notice (Public
 * Bodies (Admission to Meetings) Act 1960 s.1(4)(a)). Seven calendar days can fall later than five clear working days:
 * show both limits and use the earlier.
 */
export function nhsPapersDeadlines(meeting: Day, calendar: Calendar): NhsPapersDeadlines {
  const counting = { mode: 'working', calendar } as const;
  return {
    sevenCalendarDaysBefore: addDays(meeting, -7),
    fiveWorkingDaysBefore: addWorkingDays(meeting, -5, calendar),
    fiveClearWorkingDays: latestPublication(meeting, 5, counting),
    threeClearDaysNotice: latestPublication(meeting, 3, counting),
  };
}
