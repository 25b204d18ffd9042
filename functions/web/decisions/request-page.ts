import { londonDay, londonInstant } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { CallInRequest, Signatory } from '../../../shared/domain/decisions/call-in-request.ts';
import { type Facts, isValid, type SignatoryFacts } from '../../../shared/domain/decisions/call-in-validity.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import {
  judgeCallIn,
  type RequestAround,
  requestAround,
  signCallIn,
  withdrawCallIn,
} from '../../../shared/store/call-in-acts.ts';
import { signatoryFacts } from '../../../shared/store/decision-around.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { everybody } from '../../../shared/store/people.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { dayTyped, type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { findingRows } from './call-in-words.ts';
import { fieldMaker, wrong } from './fields.ts';
import { maySeeDecision, subjectOf } from './see-decision.ts';

type Shown = { typed?: Typed; faults?: Faults };

const isNamed = ({ signatories }: CallInRequest, personId: string): boolean =>
  signatories.some((one) => one.personId === personId);

/** The request, for those who judge, serve the body, decided, asked or are named; for nobody else is there such a page. */
async function asked(request: WebRequest): Promise<RequestAround & { judges: boolean }> {
  const me = request.signedIn().person.id;
  const found = await requestAround(request.services.register, request.params['id'] ?? '', request.today);
  const { record } = found.request;
  const decision = found.around.record;
  const judges = request.may('call-in.judge', { bodyId: record.bodyId, accessClass: record.accessClass });
  const concerned = judges || request.may('decision.record', subjectOf(decision)) || isNamed(record, me);
  if (!concerned || !maySeeDecision(request, decision)) throw new NotFound(`call-in ${record.id}`);
  return { ...found, judges };
}

type Names = ReadonlyMap<string, string>;

const whenWords = ({ signedAt, how, seenBy }: Signatory, names: Names): string => {
  if (signedAt === null || how === null) return say('decisions', 'notSigned');
  return say('decisions', `how-${how}`, { when: formatMoment(signedAt), who: names.get(seenBy ?? '') ?? '' });
};

const countWords = (facts: SignatoryFacts | undefined): string => {
  if (!facts?.councillor) return say('decisions', 'counts-not-councillor');
  if (facts.executive) return say('decisions', 'counts-executive');
  return say('decisions', facts.scrutinyChair ? 'counts-chair' : 'counts-yes');
};

const signatoryRows = ({ signatories }: CallInRequest, { names, facts }: { names: Names; facts: Facts }) =>
  signatories.map((one) => [
    names.get(one.personId) ?? one.personId,
    countWords(facts.get(one.personId)),
    whenWords(one, names),
  ]);

const kinds = { open: 'due', valid: 'stop', 'not-valid': 'open', withdrawn: 'open' } as const;

async function peopleAround(request: WebRequest, { request: { record }, around }: RequestAround) {
  const { register } = request.services;
  const persons = (await everybody(register)).map((one) => one.record);
  const councillors = persons.filter(({ councillor }) => councillor !== null);
  const personIds = [
    ...new Set([...councillors.map(({ id }) => id), ...record.signatories.map((one) => one.personId)]),
  ];
  const facts = await signatoryFacts(register, { context: around.context, personIds, today: request.today });
  return { councillors, facts, names: new Map(persons.map(({ id, name }) => [id, name])) };
}

type People = Awaited<ReturnType<typeof peopleAround>>;

/** Whose signature an officer may still record: those named and not signed, and any other member who counts. */
function unsigned({ signatories }: CallInRequest, { councillors, facts }: People) {
  const signed = signatories.filter(({ signedAt }) => signedAt !== null).map(({ personId }) => personId);
  return councillors.filter(({ id }) => !signed.includes(id) && facts.get(id)?.executive === false);
}

function formsOf(
  request: WebRequest,
  found: RequestAround & { judges: boolean },
  people: People,
  shown: Required<Shown>,
) {
  const { record, version } = found.request;
  const open = record.state === 'open';
  const me = request.signedIn().person;
  const facts = people.facts.get(me.id);
  const hasSigned = record.signatories.some(({ personId, signedAt }) => personId === me.id && signedAt !== null);
  const f = fieldMaker(shown);
  const form = () => ({ commandId: request.services.newId(), version: shown.typed['version'] ?? version });
  const mayBeValid = isValid(found.findings);
  const names = [
    { value: '', text: say('decisions', 'choose') },
    ...unsigned(record, people).map(({ id, name }) => ({ value: id, text: name })),
  ];
  const judgements = [
    ...(mayBeValid ? [{ value: 'valid', text: say('decisions', 'option-valid') }] : []),
    { value: 'not-valid', text: say('decisions', 'option-not-valid') },
  ];
  return {
    sign:
      open && !hasSigned && facts?.councillor === true && !facts.executive
        ? { ...form(), action: paths.callInAct(record.id, 'sign') }
        : null,
    paper:
      open && found.judges
        ? {
            ...form(),
            id: 'paper-form',
            title: say('decisions', 'paperTitle'),
            action: paths.callInAct(record.id, 'paper'),
            fields: [
              f.select('paper', 'label-paper', names),
              f.date('paperOn', 'label-paperOn', 'hint-paperOn'),
              f.line('paperAt', 'label-paperAt', 'hint-paperAt'),
            ],
            button: say('decisions', 'paper'),
            classes: 'govuk-button--secondary',
          }
        : null,
    judge:
      open && found.judges
        ? {
            ...form(),
            id: 'judge',
            title: say('decisions', 'judgeTitle'),
            text: say('decisions', 'judgeText'),
            action: paths.callInAct(record.id, 'judge'),
            fields: [
              f.choice('judgement', 'label-judgement', judgements),
              f.text('reason', 'label-reason', 'hint-reason'),
            ],
            button: say('decisions', 'judge'),
          }
        : null,
    withdraw:
      open && record.requesterId === me.id ? { ...form(), action: paths.callInAct(record.id, 'withdraw') } : null,
  };
}

/** A request: its grounds, who has signed, what the procedure finds, and what the reader may do with it. */
export async function requestPage(
  request: WebRequest,
  { typed = {}, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  const found = await asked(request);
  const { record } = found.request;
  const { record: decision, context, window } = found.around;
  const people = await peopleAround(request, found);
  const who = people.names.get(record.requesterId) ?? record.requesterId;
  const title = say('decisions', 'requestTitle', { title: decision.title });
  const { judgement } = record;
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/request.njk', {
      frame: request.frame(title, {
        breadcrumbs: [
          { text: say('decisions', 'title'), href: paths.decisionRecords() },
          { text: decision.title, href: paths.decision(decision.id) },
        ],
        errors: faults.list,
      }),
      caption: context.body.name,
      title,
      lede: say('decisions', 'requestLede', { who, when: formatDay(londonDay(record.begunAt)) }),
      statuses: [{ kind: kinds[record.state], text: say('decisions', `request-${record.state}`) }],
      grounds: record.grounds,
      source: say('decisions', 'groundsSource', { who }),
      judgement: judgement && {
        reason: judgement.reason,
        source: say('decisions', 'judgedOn', {
          day: formatDay(judgement.on),
          who: people.names.get(judgement.by) ?? judgement.by,
        }),
      },
      findings: findingRows(found.findings, { rule: context.procedure.callIn, window }),
      signatories: signatoryRows(record, people),
      ...formsOf(request, found, people, { typed, faults }),
    }),
  };
}

async function signAs(
  request: WebRequest,
  { signedAt, ...signed }: Omit<Signatory, 'signedAt'> & { signedAt?: string },
): Promise<WebAnswer> {
  const id = request.params['id'] ?? '';
  const command = { ...request.command(), version: versionIn(request.form) };
  await signCallIn(request.services.register, command, id, { ...signed, signedAt: signedAt ?? command.at });
  const flash = say('decisions', signed.how === 'seen-on-paper' ? 'paperFlash' : 'signedFlash');
  return { redirect: paths.callIn(id), flash };
}

/** A member signs for themselves: one of those named, or another who may. */
export async function signPost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  const { person } = request.signedIn();
  const { facts } = await peopleAround(request, found);
  const own = facts.get(person.id);
  if (!own?.councillor || own.executive) throw new NotAllowed();
  return signAs(request, { personId: person.id, how: 'own-sign-in', seenBy: null });
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When the paper came in: it counts from then, not from when it was recorded. Nothing typed means now. */
function paperTime(typed: Typed, { now, publishedAt }: { now: string; publishedAt: string }) {
  const [on, at] = [dayTyped(typed, 'paperOn'), typed['paperAt'] ?? ''];
  if (on === null && at === '') return { signedAt: null, faults: [] };
  if (on === null || on === 'wrong') return { signedAt: null, faults: [wrong('paperOn', 'noSuchDay')] };
  if (!CLOCK.test(at)) return { signedAt: null, faults: [wrong('paperAt', 'needClock')] };
  const signedAt = londonInstant(on, at);
  const possible = signedAt <= now && signedAt >= publishedAt;
  return { signedAt, faults: possible ? [] : [wrong('paperOn', 'paperNotThen')] };
}

/** An officer who judges has seen a signature on paper. */
export async function paperPost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  request.require('call-in.judge', { bodyId: found.request.record.bodyId });
  const typed = typedIn(request.form);
  const people = await peopleAround(request, found);
  const personId = unsigned(found.request.record, people).find(({ id }) => id === typed['paper'])?.id;
  const { signedAt, faults } = paperTime(typed, {
    now: request.services.clock.now(),
    publishedAt: found.around.record.published?.at ?? '',
  });
  const all = [...(personId === undefined ? [wrong('paper', 'needName')] : []), ...faults];
  if (personId === undefined || all.length > 0)
    return requestPage(request, { typed, faults: faultsOf(all, ['paperOn']) });
  const seenBy = request.signedIn().person.id;
  return signAs(request, { personId, how: 'seen-on-paper', seenBy, ...(signedAt === null ? {} : { signedAt }) });
}

/** Judges it. What the procedure finds against cannot be judged valid, whoever sends it. */
export async function judgePost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  request.require('call-in.judge', { bodyId: found.request.record.bodyId });
  const typed = typedIn(request.form);
  const [judgement, reason] = [typed['judgement'], typed['reason'] ?? ''];
  const valid = judgement === 'valid';
  const faults = [
    ...(judgement === 'valid' || judgement === 'not-valid' ? [] : [wrong('judgement', 'needJudgement')]),
    ...(valid && !isValid(found.findings) ? [wrong('judgement', 'cannotBeValid')] : []),
    ...(reason === '' ? [wrong('reason', 'needReason')] : []),
    ...(reason.length > 4000 ? [wrong('reason', 'tooLong')] : []),
  ];
  if (faults.length > 0) return requestPage(request, { typed, faults: faultsOf(faults) });
  const { id } = found.request.record;
  const command = { ...request.command(), version: versionIn(request.form) };
  await judgeCallIn(request.services.register, command, id, { valid, reason });
  return { redirect: paths.callIn(id), flash: say('decisions', valid ? 'judgedValid' : 'judgedNotValid') };
}

/** Whoever asked no longer wants it. */
export async function withdrawPost(request: WebRequest): Promise<WebAnswer> {
  const { request: found } = await asked(request);
  const { id, requesterId } = found.record;
  if (requesterId !== request.signedIn().person.id) throw new NotAllowed();
  const command = { ...request.command(), version: versionIn(request.form) };
  await withdrawCallIn(request.services.register, command, id, say('decisions', 'withdrawnByRequester'));
  return { redirect: paths.callIn(id), flash: say('decisions', 'requestWithdrawn') };
}
