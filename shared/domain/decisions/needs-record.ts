/** What an officer answers to learn whether a delegated decision must be recorded; null is not answered yet. */
export type RecordAnswers = {
  /** Whose function it was: the executive's, or the council's own, its committees', or a joint committee's. */
  readonly onBehalfOf: 'executive' | 'council' | null;
  /** Would it otherwise have been for the council, a committee, a sub-committee or a joint committee? */
  readonly delegated: boolean | null;
  /** Does another enactment already have it recorded with its date and reasons? */
  readonly recordedElsewhere: boolean | null;
  /** By an express authorisation for this decision, or under a general one. */
  readonly authorisation: 'specific' | 'general' | null;
  /** What it does; 'none' of these. */
  readonly effect: 'permission' | 'rights' | 'contract' | 'none' | null;
};

export type RecordVerdict =
  | { readonly needed: true; readonly why: 'executive' | 'specific' | 'permission' | 'rights' | 'contract' }
  | { readonly needed: false; readonly why: 'not-delegated' | 'recorded-elsewhere' | 'no-such-effect' };

/** The next question, in the order in which the law settles it. */
export type RecordQuestion = 'onBehalfOf' | 'delegated' | 'recordedElsewhere' | 'authorisation' | 'effect';

/**
 * Whether an officer's decision needs a written record, or what is to be asked next. An executive decision always does
 * (SI 2012/2089 reg 13(4)). One on the council's side does where it would otherwise have been for the council or a
 * committee and was delegated by a specific express authorisation, or under a general one with the effect of granting a
 * permission or licence, affecting the rights of an individual, or awarding a contract or incurring expenditure that
 * materially affects the body's financial position (SI 2014/2095 reg 7(1), (2)); not where another enactment already has
 * it recorded with its date and reasons (reg 7(4)).
 */
export function needsRecord(answers: RecordAnswers): RecordVerdict | { readonly ask: RecordQuestion } {
  const { onBehalfOf, delegated, recordedElsewhere, authorisation, effect } = answers;
  if (onBehalfOf === null) return { ask: 'onBehalfOf' };
  if (onBehalfOf === 'executive') return { needed: true, why: 'executive' };
  if (delegated === null) return { ask: 'delegated' };
  if (!delegated) return { needed: false, why: 'not-delegated' };
  if (recordedElsewhere === null) return { ask: 'recordedElsewhere' };
  if (recordedElsewhere) return { needed: false, why: 'recorded-elsewhere' };
  if (authorisation === null) return { ask: 'authorisation' };
  if (authorisation === 'specific') return { needed: true, why: 'specific' };
  if (effect === null) return { ask: 'effect' };
  return effect === 'none' ? { needed: false, why: 'no-such-effect' } : { needed: true, why: effect };
}
