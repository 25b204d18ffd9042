import type { Day } from '../calendar/day.ts';
import { type Counting, clearBetween } from './clear-days.ts';

type Convening = {
  readonly convened: Day;
  readonly meeting: Day;
  readonly clearDays: number;
  readonly fullCouncil: boolean;
};

/**
 * Whether a meeting may be convened on a day for a day. With less than the period of notice a committee is convened at
 * shorter notice (LGA 1972 ss.100A(6)(a), 100B(3)(a), (4)(a)); a full council cannot be, since its summons has no such
 * exception (Sch 12 para 4(1A)).
 */
export function conveningRoute(
  { convened, meeting, clearDays, fullCouncil }: Convening,
  counting: Counting,
): 'in-time' | 'shorter-notice' | 'refused' {
  if (clearBetween(convened, meeting, counting) >= clearDays) return 'in-time';
  return fullCouncil ? 'refused' : 'shorter-notice';
}
