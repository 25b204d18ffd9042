import { addDays, type Day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { earliestAfter } from './clear-days.ts';
import { afterStatutoryBreaks } from './statutory-breaks.ts';

const REQUISITION_DAYS = 7;
const SUMMONS_CLEAR_DAYS = 5;

export type Requisition = {
  readonly sevenDaysExpire: Day;
  readonly membersMayCallFrom: Day;
  readonly earliestMeetingIfSummonsThatDay: Day;
};

/**
 * What follows when five members requisition an extraordinary council: if the chair has not called it within seven days
 * of presentation, any five may. LGA 1972 Sch 12 para 3. With `extendOverBreaks` a seventh day in a statutory break
 * rolls over (s.243(1)), which a cautious authority applies.
 */
export function requisition(
  presented: Day,
  calendar: Calendar,
  { extendOverBreaks }: { extendOverBreaks: boolean },
): Requisition {
  const seventh = addDays(presented, REQUISITION_DAYS);
  const sevenDaysExpire = extendOverBreaks ? afterStatutoryBreaks(seventh, calendar) : seventh;
  const membersMayCallFrom = addDays(sevenDaysExpire, 1);
  return {
    sevenDaysExpire,
    membersMayCallFrom,
    earliestMeetingIfSummonsThatDay: earliestAfter(membersMayCallFrom, SUMMONS_CLEAR_DAYS, {
      mode: 'working',
      calendar,
    }),
  };
}
