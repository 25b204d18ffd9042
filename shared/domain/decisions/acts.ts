import type { Day } from '../calendar/day.ts';
import { afterCallInEvent, BY_QUORATE, type CallInRequest, type Signatory } from './call-in-request.ts';
import { afterDecisionEvent, type Decision, type DecisionEvent, type DecisionOutcome } from './decision.ts';

/** Who acts, when (UTC), and on which London day. */
export type DecisionAct = { readonly by: string; readonly at: string; readonly today: Day };

const step = (decision: Decision, event: DecisionEvent): Decision => ({
  ...decision,
  state: afterDecisionEvent(decision.state, event),
});

/** What its form may still change: everything but what has happened to it. */
export type Written = Omit<Decision, 'id' | 'state' | 'published' | 'calledInBy' | 'outcomes'>;

/** Writes the record anew, until it is published. */
export function write(decision: Decision, written: Written): Decision {
  return { ...step(decision, 'write'), ...written };
}

/** It is put to whoever decides, put off, or given up. */
export function beforeItIsMade(decision: Decision, event: 'put' | 'defer' | 'withdraw'): Decision {
  return step(decision, event);
}

/** It is made; from here only its record is completed. */
export function make(decision: Decision): Decision {
  return step(decision, 'make');
}

const publishEvent = ({ callIn }: Decision): DecisionEvent => {
  if (callIn.sort === 'applies') return 'publish-open';
  return callIn.why === 'recommendation' ? 'publish-recommendation' : 'publish-without-call-in';
};

/** Its record is published: from here the window runs, unless call-in does not apply. */
export function publish(decision: Decision, { by, at }: DecisionAct): Decision {
  const accessClass = decision.accessClass === 'private' ? 'private' : 'public';
  return { ...step(decision, publishEvent(decision)), published: { at, by }, accessClass };
}

/** A valid call-in suspends it. */
export function callIn(decision: Decision, requestId: string): Decision {
  return { ...step(decision, 'call-in'), calledInBy: requestId };
}

/** The window has closed and the day has come on which it may take effect. */
export function windowCloses(decision: Decision): Decision {
  return step(decision, 'window-closes');
}

/** What scrutiny, the council or the decision maker did with it, or that it was carried out. */
export function recordOutcome(
  decision: Decision,
  { by }: DecisionAct,
  { event, on, reasons, text }: Omit<DecisionOutcome, 'by'> & { readonly text: string | null },
): Decision {
  const next = step(decision, event);
  return {
    ...next,
    ...(event === 'amend' && text !== null ? { text } : {}),
    outcomes: [...decision.outcomes, { event, on, by, reasons }],
  };
}

/** Somebody signs, or an officer has seen their signature. Whoever was not named is added by signing. */
export function sign(
  request: CallInRequest,
  signed: Signatory,
  wholeAt: (signatories: readonly Signatory[]) => string | null,
): CallInRequest {
  const state = afterCallInEvent(request.state, 'sign');
  const known = request.signatories.some(({ personId }) => personId === signed.personId);
  const signatories = known
    ? request.signatories.map((one) => (one.personId === signed.personId && one.signedAt === null ? signed : one))
    : [...request.signatories, signed];
  return { ...request, state, signatories, wholeAt: wholeAt(signatories) };
}

/** It is judged, with the reason that is shown. */
export function judge(
  request: CallInRequest,
  { by, at, today }: DecisionAct,
  { valid, reason }: { readonly valid: boolean; readonly reason: string },
): CallInRequest {
  return {
    ...request,
    state: afterCallInEvent(request.state, valid ? 'judge-valid' : 'judge-not-valid'),
    judgement: { on: today, by, at, reason },
  };
}

/** Its time is over, with the reason that is shown. */
export function lapse(request: CallInRequest, { at, today }: DecisionAct, reason: string): CallInRequest {
  return {
    ...request,
    state: afterCallInEvent(request.state, 'lapse'),
    judgement: { on: today, by: BY_QUORATE, at, reason },
  };
}
