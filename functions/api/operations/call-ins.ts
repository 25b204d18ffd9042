import * as z from 'zod';
import { type CallInRequest, callInRequest } from '../../../shared/domain/decisions/call-in-request.ts';
import { isValid } from '../../../shared/domain/decisions/call-in-validity.ts';
import { isOpenToCallIn } from '../../../shared/domain/decisions/standing.ts';
import { maySign } from '../../../shared/domain/decisions/who-signs.ts';
import { recordId } from '../../../shared/domain/record.ts';
import * as acts from '../../../shared/store/call-in-acts.ts';
import { type DecisionAround, decisionAround, signatoryFacts } from '../../../shared/store/decision-around.ts';
import { callInsOf } from '../../../shared/store/decisions.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { Refused } from '../problems.ts';
import { decisionKnown, knowsDecision, subjectOf } from './decision-known.ts';
import { wrongField } from './promise-for.ts';

type Asking = Caller & { param(name: string): string };

const none = z.strictObject({});
const about = { group: 'Decisions by one person' } as const;
const path = '/call-ins/{callInId}';

const callInView = named('CallIn', z.object(callInRequest.shape));
const judgedView = named(
  'CallInRead',
  z.object(callInRequest.shape).extend({
    findings: z
      .array(z.object({ check: z.string(), ok: z.boolean(), why: z.string().optional() }))
      .describe('What the procedure finds of it as it is now'),
    valid: z.boolean().describe('Could it be judged valid now?'),
  }),
);

const factsFor = ({ register, today }: Caller, { context }: DecisionAround, personIds: readonly string[]) =>
  signatoryFacts(register, { context, personIds: [...personIds], today });

/** Those who judge, serve the body, decided, asked or are named; and, while it may be signed, every member who may. */
async function knows(call: Caller, record: CallInRequest, around: DecisionAround): Promise<boolean> {
  const me = call.person.id;
  const { bodyId, accessClass, signatories } = record;
  if (!knowsDecision(call, around.record)) return false;
  const named_ = signatories.some(({ personId }) => personId === me);
  if (named_ || call.may('call-in.judge', { bodyId, accessClass })) return true;
  if (call.may('decision.record', subjectOf(around.record))) return true;
  if (record.state !== 'open' || !isOpenToCallIn(around.record)) return false;
  return maySign(await factsFor(call, around, [me]), me);
}

/** The request of the address, for those concerned. Throws `NotFound`. */
async function asked(call: Asking): Promise<acts.RequestAround> {
  const found = await acts.requestAround(call.register, call.param('callInId'), call.today);
  if (!(await knows(call, found.request.record, found.around))) throw new NotFound('call-in');
  return found;
}

const over = {
  valid: 'call-in-over',
  'not-valid': 'call-in-over',
  withdrawn: 'call-in-over',
  lapsed: 'call-in-over',
} as const;
const signing = { ...about, changes: 'call-in-request', refuses: over } as const;

/** Call-in: a decision that is asked about again before it is carried out. */
export const callInOperations: readonly Operation<Caller>[] = [
  lists({
    ...about,
    id: 'listCallIns',
    path: '/decisions/{decisionId}/call-ins',
    summary: 'The requests that a decision be called in, that concern you, the first one first',
    action: 'decision.see',
    query: none,
    output: callInView,
    answer: async (call) => {
      const { record } = await decisionKnown(call);
      const [around, all] = await Promise.all([
        decisionAround(call.register, record.id, call.today),
        callInsOf(call.register, record.id),
      ]);
      const seen = await Promise.all(
        all.map(async (one) => ((await knows(call, one.record, around)) ? [one.record] : [])),
      );
      return pageOfList(seen.flat(), call, ({ id }) => id);
    },
  }),
  reads({
    ...about,
    id: 'readCallIn',
    path,
    summary: 'One request: its grounds, who has signed it, and what the procedure finds of it',
    action: 'decision.see',
    query: none,
    output: judgedView,
    answer: async (call) => {
      const { request, findings } = await asked(call);
      const said = findings.map((one) => ({ check: one.check, ok: one.ok, ...('why' in one ? { why: one.why } : {}) }));
      return { value: { ...request.record, findings: said, valid: isValid(findings) }, version: request.version };
    },
  }),
  commands({
    ...about,
    id: 'askForCallIn',
    path: '/decisions/{decisionId}/call-ins',
    summary: 'A member asks for a decision to be called in and so signs; it is accepted whatever it lacks, and judged',
    action: 'call-in.request',
    refuses: { 'not-published': 'not-published', executive: 'of-the-executive' },
    input: z.strictObject({
      grounds: z.string().trim().min(1).max(10_000),
      named: z.array(recordId).max(59).describe('Who is asked to sign with them'),
    }),
    changes: null,
    answer: async (call) => {
      const { record } = await decisionKnown(call);
      call.demand('call-in.request');
      if (call.person.councillor === null) throw new Refused('not-allowed');
      if (record.published === null) throw new Refused('not-published');
      const around = await decisionAround(call.register, record.id, call.today);
      const me = call.person.id;
      const facts = await factsFor(call, around, [me, ...call.body.named]);
      if (facts.get(me)?.executive === true) throw new Refused('of-the-executive');
      const stranger = call.body.named.findIndex((id) => !maySign(facts, id));
      if (stranger !== -1) throw wrongField(`/named/${stranger}`, 'Not a member whose signature counts');
      const wanted = { id: call.newId(), decisionId: record.id, requesterId: me, ...call.body };
      return acts.beginCallIn(call.register, call.command, wanted);
    },
  }),
  commands({
    ...signing,
    id: 'signCallIn',
    path: `${path}/sign`,
    summary: 'A member signs for themselves: one of those named, or another whose signature counts',
    action: 'call-in.request',
    input: none,
    answer: async (call) => {
      const { request, around } = await asked(call);
      const me = call.person.id;
      call.demand('call-in.request');
      if (!maySign(await factsFor(call, around, [me]), me)) throw new Refused('not-allowed');
      const signed = { personId: me, how: 'own-sign-in', seenBy: null, signedAt: call.command.at } as const;
      return acts.signCallIn(call.register, call.command, request.record.id, signed);
    },
  }),
  commands({
    ...signing,
    id: 'recordPaperSignature',
    path: `${path}/paper`,
    summary: 'An officer who judges has seen a signature on paper; it counts from when it came in',
    action: 'call-in.judge',
    input: z.strictObject({
      personId: recordId,
      signedAt: z.iso.datetime().nullable().default(null).describe('When it came in, UTC; null for now'),
    }),
    answer: async (call) => {
      const { request, around } = await asked(call);
      const { record } = request;
      call.demand('call-in.judge', { bodyId: record.bodyId });
      const { personId, signedAt } = call.body;
      const signedAlready = record.signatories.some((one) => one.personId === personId && one.signedAt !== null);
      if (signedAlready || !maySign(await factsFor(call, around, [personId]), personId))
        throw wrongField('/personId', 'Not a member whose signature counts and is not there yet');
      const publishedAt = around.record.published?.at ?? '';
      if (signedAt !== null && (signedAt > call.now || signedAt < publishedAt))
        throw wrongField('/signedAt', 'Between the publication of the decision and now');
      const signed = { personId, how: 'seen-on-paper', seenBy: call.person.id } as const;
      return acts.signCallIn(call.register, call.command, record.id, {
        ...signed,
        signedAt: signedAt ?? call.command.at,
      });
    },
  }),
  commands({
    ...signing,
    id: 'judgeCallIn',
    path: `${path}/judge`,
    summary: 'The monitoring officer or proper officer judges a request: valid, the decision is suspended at once',
    action: 'call-in.judge',
    refuses: { ...over, against: 'not-a-valid-call-in' },
    input: z.strictObject({ valid: z.boolean(), reason: z.string().trim().min(1).max(4000) }),
    answer: async (call) => {
      const { request } = await asked(call);
      call.demand('call-in.judge', { bodyId: request.record.bodyId });
      return acts.judgeCallIn(call.register, call.command, request.record.id, call.body).catch((fault: unknown) => {
        throw fault instanceof acts.NotAValidCallIn ? new Refused('not-a-valid-call-in') : fault;
      });
    },
  }),
  commands({
    ...signing,
    id: 'withdrawCallIn',
    path: `${path}/withdraw`,
    summary: 'Whoever asked no longer wants it',
    action: 'call-in.request',
    input: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
    answer: async (call) => {
      const { request } = await asked(call);
      if (request.record.requesterId !== call.person.id) throw new Refused('not-allowed');
      return acts.withdrawCallIn(call.register, call.command, request.record.id, call.body.reason);
    },
  }),
];
