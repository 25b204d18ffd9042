import * as acts from '../domain/decisions/acts.ts';
import { afterCallInEvent, type CallInRequest, type Signatory } from '../domain/decisions/call-in-request.ts';
import { callInFindings, type Finding, isValid, wholeAt } from '../domain/decisions/call-in-validity.ts';
import { type Change, change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { actOf, tellOf, unmoved, withDecision } from './decision-acts.ts';
import { type DecisionAround, decisionAround, signatoryFacts } from './decision-around.ts';
import { callInRequests, decisions } from './decisions.ts';
import { get, type Register, type Versioned } from './record-kind.ts';

/** A request with its decision and what the procedure finds of it. */
export type RequestAround = { request: Versioned<CallInRequest>; around: DecisionAround; findings: Finding[] };

/** What the procedure finds of a request as it is now; nothing where the body's decisions cannot be called in. */
async function findingsOf(
  register: Register,
  around: DecisionAround,
  request: Pick<CallInRequest, 'id' | 'signatories'>,
  today: string,
): Promise<Finding[]> {
  const { record: decision, context, window } = around;
  const rule = context.procedure.callIn;
  if (rule === null) return [{ check: 'kind', ok: false, why: 'waived-not-executive' }];
  const personIds = request.signatories.map(({ personId }) => personId);
  const facts = await signatoryFacts(register, { context, personIds, today });
  return callInFindings({ decision, request, window, rule, facts, calendar: context.calendar });
}

/** Reads a request with its decision. Throws `NotFound`. */
export async function requestAround(register: Register, id: string, today: string): Promise<RequestAround> {
  const request = await get(register, callInRequests, id);
  const around = await decisionAround(register, request.record.decisionId, today);
  return { request, around, findings: await findingsOf(register, around, request.record, today) };
}

async function wholeFor(
  register: Register,
  { context }: DecisionAround,
  signatories: readonly Signatory[],
  today: string,
) {
  const rule = context.procedure.callIn;
  const personIds = signatories.map(({ personId }) => personId);
  const facts = await signatoryFacts(register, { context, personIds, today });
  return rule === null ? null : wholeAt(signatories, rule, facts);
}

/** Begins a request: whoever asks has signed it, the others named sign it themselves. It is accepted whatever it lacks. */
export function beginCallIn(
  register: Register,
  command: Command,
  wanted: Pick<CallInRequest, 'id' | 'decisionId' | 'requesterId' | 'grounds'> & { named: readonly string[] },
) {
  return runCommand(register, command.commandId, async () => {
    const { named, ...request } = wanted;
    const around = await decisionAround(register, request.decisionId, command.today);
    const own: Signatory = {
      personId: request.requesterId,
      signedAt: command.at,
      how: 'own-sign-in',
      seenBy: null,
    };
    const others = [...new Set(named)].filter((id) => id !== request.requesterId);
    const signatories = [own, ...others.map((personId) => ({ personId, signedAt: null, how: null, seenBy: null }))];
    const record: CallInRequest = {
      ...request,
      bodyId: around.record.bodyId,
      signatories,
      begunAt: command.at,
      wholeAt: await wholeFor(register, around, signatories, command.today),
      state: 'open',
      judgement: null,
      accessClass: around.record.accessClass === 'private' ? 'private' : 'internal',
    };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: request.id },
      changes: [
        change(callInRequests, {
          was: null,
          record,
          event: 'call-in asked for',
          reason: request.grounds.slice(0, 4000),
        }),
      ],
      outbox: [tellOf(request.decisionId, 'call-in-asked-for')],
    };
  });
}

/** Somebody signs a request, or an officer says that they have seen it signed. */
export function signCallIn(register: Register, command: Command, id: string, signed: Signatory) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, callInRequests, id);
    unmoved(command, was.version, id);
    const around = await decisionAround(register, was.record.decisionId, command.today);
    const next = acts.sign(was.record, signed, () => null);
    const record = { ...next, wholeAt: await wholeFor(register, around, next.signatories, command.today) };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, whole: record.wholeAt !== null },
      changes: [change(callInRequests, { was, record, event: 'call-in signed' })],
      outbox: [tellOf(was.record.decisionId, 'call-in-signed')],
    };
  });
}

/** Whoever asked no longer wants it. */
export function withdrawCallIn(register: Register, command: Command, id: string, reason: string) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, callInRequests, id);
    unmoved(command, was.version, id);
    const record = { ...was.record, state: afterCallInEvent(was.record.state, 'withdraw') };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id },
      changes: [change(callInRequests, { was, record, event: 'call-in withdrawn', reason })],
    };
  });
}

/** Thrown when a request is judged valid that the procedure finds against. */
export class NotAValidCallIn extends Error {
  override name = 'NotAValidCallIn';
}

const ANOTHER = 'Another request has called the decision in.';

/** The changes that end what else was asked about a decision that one request has called in. */
export function lapsesBeside(
  requests: readonly Versioned<CallInRequest>[],
  validId: string,
  by: acts.DecisionAct,
): Change[] {
  return requests
    .filter(({ record }) => record.state === 'open' && record.id !== validId)
    .map((was) =>
      change(callInRequests, {
        was,
        record: acts.lapse(was.record, by, ANOTHER),
        event: 'call-in lapsed',
        reason: ANOTHER,
      }),
    );
}

/**
 * Judges a request. Valid: the decision is suspended in the same transaction. What the procedure finds against cannot be
 * judged valid (`NotAValidCallIn`); what it finds for can still be refused, with the reason.
 */
export function judgeCallIn(
  register: Register,
  command: Command,
  id: string,
  judged: { valid: boolean; reason: string },
) {
  return runCommand(register, command.commandId, async () => {
    const { request, around, findings } = await requestAround(register, id, command.today);
    unmoved(command, request.version, id);
    const record = acts.judge(request.record, actOf(command), judged);
    if (judged.valid && !isValid(findings)) throw new NotAValidCallIn(id);
    const decision = judged.valid ? acts.callIn(around.record, id) : around.record;
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, valid: judged.valid },
      changes: [
        change(callInRequests, {
          was: request,
          record,
          event: judged.valid ? 'judged valid' : 'judged not valid',
          reason: judged.reason,
        }),
        ...(judged.valid
          ? [
              change(decisions, { was: around, record: decision, event: 'called in', reason: judged.reason }),
              ...lapsesBeside(around.requests, id, actOf(command)),
            ]
          : []),
      ],
      also: judged.valid ? withDecision(decision, around.context) : [],
      outbox: [tellOf(around.record.id, judged.valid ? 'called-in' : 'call-in-refused')],
    };
  });
}
