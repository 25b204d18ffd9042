import type { Closure } from '../../../shared/domain/calendar/bank-holidays.ts';

/** The council's offices are shut between Christmas and New Year. The NHS offices are not. */
export const closedDays: readonly Closure[] = [
  { day: '2019-12-27', title: 'Offices closed' },
  { day: '2019-12-30', title: 'Offices closed' },
  { day: '2019-12-31', title: 'Offices closed' },
];
