import * as z from 'zod';
import { privateReason } from '../agenda-items/agenda-item.ts';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { accessClass, moved, recordId } from '../record.ts';
import { keyRoute } from './key-route.ts';

export const decisionState = z.enum([
  'draft',
  'for-decision',
  'deferred',
  'withdrawn',
  'made',
  'recommendation',
  'call-in-open',
  'called-in',
  'referred-back',
  'referred-to-council',
  'implementable',
  'implemented',
]);
export type DecisionState = z.infer<typeof decisionState>;

export const decisionEvents = [
  'write',
  'put',
  'defer',
  'withdraw',
  'make',
  'publish-open',
  'publish-recommendation',
  'publish-without-call-in',
  'call-in',
  'window-closes',
  'uphold',
  'refer-back',
  'refer-to-council',
  'confirm',
  'amend',
  'no-objection',
  'objection',
  'implement',
] as const;
export type DecisionEvent = (typeof decisionEvents)[number];

/**
 * Everything that may happen to a decision. What was called in comes back once: a decision confirmed or amended after
 * scrutiny is final, so nothing leads from there to the window again.
 */
export const decisionTransitions: Record<DecisionState, Partial<Record<DecisionEvent, DecisionState>>> = {
  draft: { write: 'draft', put: 'for-decision', make: 'made', withdraw: 'withdrawn' },
  'for-decision': { write: 'for-decision', make: 'made', defer: 'deferred', withdraw: 'withdrawn' },
  deferred: { write: 'deferred', put: 'for-decision', make: 'made', withdraw: 'withdrawn' },
  withdrawn: {},
  made: {
    write: 'made',
    'publish-open': 'call-in-open',
    'publish-recommendation': 'recommendation',
    'publish-without-call-in': 'implementable',
  },
  recommendation: {},
  'call-in-open': { 'call-in': 'called-in', 'window-closes': 'implementable' },
  'called-in': {
    uphold: 'implementable',
    'refer-back': 'referred-back',
    'refer-to-council': 'referred-to-council',
  },
  'referred-back': { confirm: 'implementable', amend: 'implementable' },
  // The council's objection goes back to whoever decided, who decides again and finally.
  'referred-to-council': { 'no-objection': 'implementable', objection: 'referred-back' },
  implementable: { implement: 'implemented' },
  implemented: {},
};

/** A part of the record that is either said or expressly "none". What nobody has answered is null: it is not "none". */
export const answered = unionLater('sort', () => [
  z.strictObject({ sort: z.literal('none') }),
  z.strictObject({ sort: z.literal('said'), text: z.string().trim().min(1).max(20_000) }),
]);
export type Answered = z.infer<typeof answered>;

/**
 * Is it a key decision, and why: spending or savings that are significant for the service's budget, effects on two or
 * more wards, or both. SI 2012/2089 reg 8.
 */
export const keyOrNot = unionLater('sort', () => [
  z.strictObject({ sort: z.literal('not-key'), why: z.string().trim().min(1).max(2000) }),
  z.strictObject({
    sort: z.literal('key'),
    ground: z.enum(['money', 'wards', 'both']),
    why: z.string().trim().min(1).max(2000),
  }),
]);

/** Whether call-in applies; where it does not, why. An urgent decision says what delay would do. LGA 2000 s.9F; local. */
export const callInTerms = unionLater('sort', () => [
  z.strictObject({ sort: z.literal('applies') }),
  z.strictObject({
    sort: z.literal('waived'),
    why: z.enum(['urgent', 'not-executive', 'recommendation', 'already-called-in']),
    reason: z.string().trim().max(2000),
  }),
]);

/** What came of it at scrutiny, at the council, or with whoever decided: recorded as it happened. */
export const decisionOutcome = strictObjectLater(() => ({
  event: z.enum([
    'uphold',
    'refer-back',
    'refer-to-council',
    'confirm',
    'amend',
    'no-objection',
    'objection',
    'implement',
  ]),
  on: day,
  by: recordId,
  reasons: z.string().trim().max(10_000),
}));
export type DecisionOutcome = z.infer<typeof decisionOutcome>;

/** A decision by one person with delegated power, or an executive's own, as its record is kept and published. */
export const decision = strictObjectLater(() => ({
  id: recordId,
  sort: z.enum(['individual', 'officer', 'body']),
  /** On whose behalf: the kind of this body decides the rules. */
  bodyId: recordId,
  title: z.string().trim().min(1).max(500),
  /** The person, in which office, by which delegation. Of a body's own decision nobody in particular. */
  decidedBy: z.strictObject({
    personId: recordId.nullable(),
    name: z.string().trim().min(1).max(200),
    role: z.string().trim().max(200),
    delegation: z.string().trim().max(2000),
  }),
  /** The day of the decision; of a draft, the day for which it is planned, or null. */
  decidedOn: day.nullable(),
  text: z.string().trim().max(20_000),
  reasons: z.string().trim().max(20_000),
  alternatives: answered.nullable(),
  /** Conflicts of interest declared by the members of the body, or by any executive member who was consulted. */
  conflicts: answered.nullable(),
  /** A dispensation granted by the head of paid service for such a conflict. */
  dispensation: answered.nullable(),
  report: answered.nullable(),
  /** One title a line; never one that is exempt. */
  backgroundPapers: answered.nullable(),
  key: keyOrNot.nullable(),
  keyRoute: keyRoute.nullable(),
  callIn: callInTerms,
  privateReason: privateReason.nullable(),
  /** Of private business: the words that the public may read. Nothing else of it is published. */
  publicWords: z.string().trim().max(2000).nullable(),
  published: z.strictObject({ at: z.iso.datetime(), by: recordId }).nullable(),
  /** The request that suspended it. */
  calledInBy: recordId.nullable(),
  outcomes: z.array(decisionOutcome).max(20),
  state: decisionState,
  accessClass,
}));
export type Decision = z.infer<typeof decision>;

/** The state after an event; throws `TransitionRefused`. */
export function afterDecisionEvent(from: DecisionState, event: DecisionEvent): DecisionState {
  return moved<DecisionState, DecisionEvent>(decisionTransitions, from, event);
}

/** States in which a published decision may not be carried out because scrutiny or the council has it. */
export const suspendedStates: readonly DecisionState[] = ['called-in', 'referred-back', 'referred-to-council'];
