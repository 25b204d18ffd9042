import * as z from 'zod';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { type Day, day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { recordId } from '../record.ts';
import { clearBetween, type DayMode } from '../statutory-clock/clear-days.ts';
import { GENERAL_EXCEPTION_CLEAR_DAYS, generalException, keyDecisionRoute } from '../statutory-clock/key-decisions.ts';

const words = z.string().trim().max(2000);

/**
 * Who agreed that it is urgent and cannot reasonably be deferred, and why the step before could not be asked: the chair
 * of the scrutiny committee; without one who can act, the chair of the council; without one, the vice-chair.
 * SI 2012/2089 regs 5(6) and 11.
 */
export const urgencyAgreement = strictObjectLater(() => ({
  agreedBy: z.enum(['scrutiny-chair', 'council-chair', 'council-vice-chair']),
  name: z.string().trim().max(200),
  agreedOn: day.nullable(),
  /** Why there was no scrutiny chair, or none able to act. */
  noScrutinyChair: words,
  /** Why there was no council chair, or none able to act. */
  noCouncilChair: words,
  whyUrgent: words,
}));
export type UrgencyAgreement = z.infer<typeof urgencyAgreement>;

/** Of an item of a meeting: the matter in words that the public may read, for the notice that regs 10 and 11 ask for. */
const matter = words.optional();

/** By which lawful way a key decision is made. */
export const keyRoute = unionLater('sort', () => [
  /** Regulation 9: the notice, published at least 28 clear days before. */
  z.strictObject({ sort: z.literal('notice'), noticeId: recordId.nullable(), publishedOn: day.nullable() }),
  /** Regulation 10: the scrutiny chair (or each member) was told in writing and the copy was published. */
  z.strictObject({
    sort: z.literal('general-exception'),
    informed: z.string().trim().max(500),
    /** The day on which they were told. Absent in what was recorded before it was asked for. */
    informedOn: day.nullable().optional(),
    noticeAvailableOn: day.nullable(),
    whyImpracticable: words,
    matter,
  }),
  /** Regulation 11. */
  z.strictObject({ sort: z.literal('special-urgency'), agreement: urgencyAgreement, matter }),
]);
export type KeyRoute = z.infer<typeof keyRoute>;

export type RouteGap =
  | 'no-decision-day'
  | 'no-notice'
  | 'too-few-days'
  | 'no-one-informed'
  | 'no-told-day'
  | 'told-late'
  | 'no-reason'
  | 'too-early'
  | 'not-agreed'
  | 'agreed-late'
  | 'no-name'
  | 'no-step-down-scrutiny'
  | 'no-step-down-council';

/** The calendar, and the reading of the 28 days. */
export type RouteDays = { readonly calendar: Calendar; readonly noticeMode: DayMode };

/** What an agreement of special urgency still lacks: the chain is followed step by step, each step down with its reason. */
export function agreementGaps(agreement: UrgencyAgreement, decision: Day): RouteGap[] {
  const { agreedBy, name, agreedOn, noScrutinyChair, noCouncilChair, whyUrgent } = agreement;
  return [
    ...(name === '' ? (['no-name'] as const) : []),
    ...(agreedOn === null ? (['not-agreed'] as const) : []),
    ...(agreedOn !== null && agreedOn > decision ? (['agreed-late'] as const) : []),
    ...(agreedBy !== 'scrutiny-chair' && noScrutinyChair === '' ? (['no-step-down-scrutiny'] as const) : []),
    ...(agreedBy === 'council-vice-chair' && noCouncilChair === '' ? (['no-step-down-council'] as const) : []),
    ...(whyUrgent === '' ? (['no-reason'] as const) : []),
  ];
}

/** The first day on which a decision may be made by the general exception. SI 2012/2089 reg 10: five clear days elapsed. */
export function earliestByException(noticeAvailableOn: Day, calendar: Calendar): Day {
  return generalException(noticeAvailableOn, GENERAL_EXCEPTION_CLEAR_DAYS, { mode: 'working', calendar })
    .earliestDecision;
}

type Exception = Extract<KeyRoute, { sort: 'general-exception' }>;

const elapsed = (since: Day, decision: Day, calendar: Calendar): boolean =>
  clearBetween(since, decision, { mode: 'working', calendar }) >= GENERAL_EXCEPTION_CLEAR_DAYS;

/** What a general exception lacks: who was told and when, its notice, five clear days since, and why. Reg 10. */
function exceptionGaps(route: Exception, decision: Day, calendar: Calendar): RouteGap[] {
  const { informed, informedOn, noticeAvailableOn: since, whyImpracticable } = route;
  return [
    ...(informed === '' ? (['no-one-informed'] as const) : []),
    ...(informedOn === null ? (['no-told-day'] as const) : []),
    ...(informedOn && informedOn > decision ? (['told-late'] as const) : []),
    ...(since === null ? (['no-notice'] as const) : []),
    ...(since !== null && !elapsed(since, decision, calendar) ? (['too-early'] as const) : []),
    ...(whyImpracticable === '' ? (['no-reason'] as const) : []),
  ];
}

/** What the recorded route lacks to carry a key decision made on that day; none when it is lawful. */
export function routeGaps(route: KeyRoute, decision: Day | null, { calendar, noticeMode }: RouteDays): RouteGap[] {
  if (decision === null) return ['no-decision-day'];
  switch (route.sort) {
    case 'notice': {
      if (route.publishedOn === null) return ['no-notice'];
      const given = { noticePublished: route.publishedOn, generalExceptionNotice: null, urgencyAgreed: null };
      return keyDecisionRoute({ ...given, decision }, { calendar, noticeMode }) === 'notice' ? [] : ['too-few-days'];
    }
    case 'general-exception':
      return exceptionGaps(route, decision, calendar);
    case 'special-urgency':
      return agreementGaps(route.agreement, decision);
  }
}
