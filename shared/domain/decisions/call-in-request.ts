import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { accessClass, moved, recordId } from '../record.ts';

export const callInState = z.enum(['open', 'valid', 'not-valid', 'withdrawn', 'lapsed']);
export type CallInState = z.infer<typeof callInState>;
type CallInEvent = 'name' | 'sign' | 'judge-valid' | 'judge-not-valid' | 'withdraw' | 'lapse';

/**
 * Everything that may happen to a request. A judgement ends it; it lapses when the decision takes effect without it or is
 * called in by another. A new request is another record.
 */
export const callInTransitions: Record<CallInState, Partial<Record<CallInEvent, CallInState>>> = {
  open: {
    name: 'open',
    sign: 'open',
    'judge-valid': 'valid',
    'judge-not-valid': 'not-valid',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  valid: {},
  'not-valid': {},
  withdrawn: {},
  lapsed: {},
};

/** Somebody named on a request. Their name counts from when they sign it themselves, or an officer has seen it signed. */
export const signatory = strictObjectLater(() => ({
  personId: recordId,
  signedAt: z.iso.datetime().nullable(),
  how: z.enum(['own-sign-in', 'seen-on-paper']).nullable(),
  /** The officer who saw the paper. */
  seenBy: recordId.nullable(),
}));
export type Signatory = z.infer<typeof signatory>;

/** A request that a decision be called in. */
export const callInRequest = strictObjectLater(() => ({
  id: recordId,
  decisionId: recordId,
  bodyId: recordId,
  requesterId: recordId,
  signatories: z.array(signatory).min(1).max(60),
  grounds: z.string().trim().min(1).max(10_000),
  begunAt: z.iso.datetime(),
  /** When the last signature that it needed was there: the moment at which it was received. Null while it has too few. */
  wholeAt: z.iso.datetime().nullable(),
  state: callInState,
  /** What ended it, if it was not withdrawn: a judgement, or (by `BY_QUORATE`) that its time was over. */
  judgement: z
    .strictObject({ on: day, by: recordId, at: z.iso.datetime(), reason: z.string().trim().min(1).max(4000) })
    .nullable(),
  accessClass,
}));
export type CallInRequest = z.infer<typeof callInRequest>;

/** Who is named where no person judged: the procedure itself ended the request. */
export const BY_QUORATE = 'quorate';

/** The state after an event; throws `TransitionRefused`. */
export function afterCallInEvent(from: CallInState, event: CallInEvent): CallInState {
  return moved<CallInState, CallInEvent>(callInTransitions, from, event);
}
