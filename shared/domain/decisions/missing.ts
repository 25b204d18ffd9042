import type { Calendar } from '../calendar/working-days.ts';
import type { DayMode } from '../statutory-clock/clear-days.ts';
import type { Decision } from './decision.ts';
import { type RouteGap, routeGaps } from './key-route.ts';

/** A part of the record that stands between it and its publication. */
export type Missing =
  | 'day'
  | 'day-to-come'
  | 'text'
  | 'reasons'
  | 'role'
  | 'delegation'
  | 'alternatives'
  | 'conflicts'
  | 'dispensation'
  | 'report'
  | 'background-papers'
  | 'key'
  | 'route'
  | 'waiver-reason'
  | 'public-words'
  | `route-${RouteGap}`;

export type DecisionRules = { readonly executive: boolean; readonly calendar: Calendar; readonly noticeMode: DayMode };

const unless = (is: boolean, what: Missing): Missing[] => (is ? [] : [what]);

function missingOfKey(decision: Decision, { executive, calendar, noticeMode }: DecisionRules): Missing[] {
  // Only an executive makes key decisions: SI 2012/2089 reg 8.
  if (!executive) return [];
  if (decision.key === null) return ['key'];
  if (decision.key.sort === 'not-key') return [];
  if (decision.keyRoute === null) return ['route'];
  return routeGaps(decision.keyRoute, decision.decidedOn, { calendar, noticeMode }).map(
    (gap) => `route-${gap}` as const,
  );
}

/**
 * What keeps the record of a decision from being published. SI 2012/2089 regs 12 and 13 and SI 2014/2095 reg 7: the
 * decision and its date, the reasons, the alternatives rejected, the conflicts declared, any dispensation. Each is
 * filled or expressly "none"; the record is written after the decision, so its day is not to come.
 */
export function missingFrom(decision: Decision, rules: DecisionRules, today: string): Missing[] {
  const { decidedOn, decidedBy, callIn } = decision;
  const byPerson = decision.sort !== 'body';
  return [
    ...unless(decidedOn !== null, 'day'),
    ...unless(decidedOn === null || decidedOn <= today, 'day-to-come'),
    ...unless(decision.text !== '', 'text'),
    ...unless(decision.reasons !== '', 'reasons'),
    ...unless(!byPerson || decidedBy.role !== '', 'role'),
    ...unless(!byPerson || decidedBy.delegation !== '', 'delegation'),
    ...unless(decision.alternatives !== null, 'alternatives'),
    ...unless(decision.conflicts !== null, 'conflicts'),
    ...unless(decision.dispensation !== null, 'dispensation'),
    ...unless(decision.report !== null, 'report'),
    ...unless(decision.backgroundPapers !== null, 'background-papers'),
    ...missingOfKey(decision, rules),
    ...unless(callIn.sort === 'applies' || callIn.why !== 'urgent' || callIn.reason !== '', 'waiver-reason'),
    ...unless(decision.accessClass !== 'private' || (decision.publicWords ?? '') !== '', 'public-words'),
  ];
}
