import { londonDay } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { type DecisionEvent, decisionTransitions } from '../../../shared/domain/decisions/decision.ts';
import type { Missing } from '../../../shared/domain/decisions/missing.ts';
import { isOpenToCallIn, windowOf } from '../../../shared/domain/decisions/standing.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { missingIn, moveDecision, publishDecision, RecordNotWhole } from '../../../shared/store/decision-acts.ts';
import {
  type DecisionAround,
  decisionAround,
  decisionWithNames,
  ofExecutive,
} from '../../../shared/store/decision-around.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { versionIn } from '../typed-form.ts';
import { factsOf, makerWords, statusesOf, windowSum, windowWords } from './decision-words.ts';
import { type Names, requestKinds, toJudgeWords } from './request-words.ts';
import { requireSeen, subjectOf } from './see-decision.ts';

const anchors: Partial<Record<Missing, string>> = {
  day: 'decidedOn-day',
  'day-to-come': 'decidedOn-day',
  text: 'text',
  reasons: 'reasons',
  role: 'role',
  delegation: 'delegation',
  alternatives: 'alternatives',
  conflicts: 'conflicts',
  dispensation: 'dispensation',
  report: 'report',
  'background-papers': 'background',
  key: 'key',
  route: 'route',
  'waiver-reason': 'callInReason',
  'public-words': 'publicWords',
};

/** What the window would be, were it published now. */
function publishNote({ record, context }: DecisionAround, { at, today }: { at: string; today: string }): string {
  const { callIn, closeTime } = context.procedure;
  const day = formatDay(today);
  if (record.callIn.sort === 'waived') {
    if (record.callIn.why === 'recommendation') return say('decisions', 'publishRecommendation', { day });
    return say('decisions', 'publishNoCallIn', { day, why: say('decisions', `callin-${record.callIn.why}`) });
  }
  if (callIn === null)
    return say('decisions', 'publishNoCallIn', { day, why: say('decisions', 'callin-not-executive') });
  const window = windowOf(at, { callIn, closeTime, calendar: context.calendar });
  return say('decisions', 'publishNote', {
    day,
    closes: formatDay(window.closesOn),
    time: formatTime(callIn.closesAt),
    from: formatDay(window.implementableFrom),
  });
}

function beforePublication(request: WebRequest, around: DecisionAround) {
  const { record, version, context } = around;
  const waits = ['draft', 'for-decision', 'deferred', 'made'].includes(record.state);
  if (!waits) return { missing: null, publish: null, moves: [] };
  const mayWrite = request.may('decision.record', subjectOf(record));
  const missing = missingIn(record, context, request.today);
  const form = () => ({ commandId: request.services.newId(), version });
  const may = request.may('decision.publish', subjectOf(record)) && missing.length === 0;
  const moves = (['put', 'defer', 'withdraw'] as const).filter((event) => decisionTransitions[record.state][event]);
  return {
    missing: missing.map((one) => ({
      text: say('decisions', `missing-${one}`),
      href: mayWrite ? `${paths.changeDecision(record.id)}#${anchors[one] ?? 'route'}` : null,
    })),
    publish: may
      ? {
          ...form(),
          action: paths.publishDecision(record.id),
          note: publishNote(around, { at: request.services.clock.now(), today: request.today }),
        }
      : null,
    moves: mayWrite
      ? moves.map((event) => ({
          ...form(),
          event,
          text: say('decisions', event),
          action: paths.moveDecision(record.id),
        }))
      : [],
  };
}

function windowView(request: WebRequest, around: DecisionAround) {
  const { window, record, context } = around;
  const rule = context.procedure.callIn;
  if (window === null || rule === null) return null;
  return {
    stands: windowWords(around, request.services.clock.now()),
    figure: dayStrip({
      id: `window-${record.id}`,
      today: request.today,
      sum: window.sum,
      unit: 'plain',
      startWord: say('decisions', 'startWord'),
      endWord: say('decisions', 'endWord'),
    }),
    sum: windowSum(window, rule),
  };
}

/**
 * Who sees what was asked about it: those who judge, those who serve, whoever decided, those who asked or are named; and
 * while a request gathers signatures, every member who may sign it.
 */
function requestsSeen(request: WebRequest, { record, requests, context }: DecisionAround) {
  const { id: me, councillor } = request.signedIn().person;
  const maySign = councillor !== null && isOpenToCallIn(record) && !ofExecutive(context, me, request.today);
  const all =
    request.may('call-in.judge', { bodyId: record.bodyId }) || request.may('decision.record', subjectOf(record));
  return requests
    .map((one) => one.record)
    .filter(
      (one) => all || (maySign && one.state === 'open') || one.signatories.some(({ personId }) => personId === me),
    );
}

function requestRows(request: WebRequest, around: DecisionAround, names: Names) {
  const { today } = request;
  return requestsSeen(request, around).map((one) => [
    { text: names.get(one.requesterId) ?? one.requesterId, href: paths.callIn(one.id) },
    formatDay(londonDay(one.begunAt)),
    say('decisions', 'signedOf', {
      signed: one.signatories.filter(({ signedAt }) => signedAt !== null).length,
      named: one.signatories.length,
    }),
    {
      text: '',
      status: { kind: requestKinds[one.state], text: say('decisions', `request-${one.state}`) },
      ...(one.state === 'open' ? { note: toJudgeWords(around, { names, today }).short } : {}),
    },
  ]);
}

/** Events after publication that somebody records by form. */
export const outcomeEvents = [
  'uphold',
  'refer-back',
  'refer-to-council',
  'confirm',
  'amend',
  'no-objection',
  'objection',
  'implement',
] as const satisfies readonly DecisionEvent[];

function links(request: WebRequest, { record }: DecisionAround) {
  const { id, state } = record;
  const subject = subjectOf(record);
  const canWrite = record.published === null && decisionTransitions[state].write !== undefined;
  const canRecord = outcomeEvents.some((event) => decisionTransitions[state][event] !== undefined);
  return [
    ...(canWrite && request.may('decision.record', subject)
      ? [{ text: say('decisions', 'change'), href: paths.changeDecision(id) }]
      : []),
    ...(canRecord && request.may('decision.publish', subject)
      ? [{ text: say('decisions', 'recordOutcome'), href: paths.decisionOutcome(id) }]
      : []),
  ];
}

/** Call-in is asked for by members of the council who are not of the executive (LGA 2000 s.9F). */
function mayAskCallIn(request: WebRequest, { record, context }: DecisionAround): boolean {
  const { person } = request.signedIn();
  if (person.councillor === null || ofExecutive(context, person.id, request.today)) return false;
  return isOpenToCallIn(record) && request.may('call-in.request');
}

/** One decision: its record, what it lacks, its window with the sum, and what was asked about it. */
export async function decisionPage(request: WebRequest): Promise<WebAnswer> {
  const id = request.params['id'] ?? '';
  const { around, names } = await decisionWithNames(request.services.register, id, request.today);
  const { record, context } = around;
  requireSeen(request, record);
  const who = makerWords(record);
  const lede =
    record.decidedOn === null
      ? say('decisions', 'decisionLedeUndated', { who })
      : say('decisions', 'decisionLede', { who, day: formatDay(record.decidedOn) });
  const html = render('decisions/decision.njk', {
    frame: request.frame(record.title, {
      breadcrumbs: [{ text: say('decisions', 'title'), href: paths.decisionRecords() }],
    }),
    caption: context.body.name,
    title: record.title,
    lede,
    statuses: statusesOf(record),
    links: links(request, around),
    said: record.text === '' ? null : record.text,
    window: windowView(request, around),
    ...beforePublication(request, around),
    facts: factsOf(around),
    callIn: mayAskCallIn(request, around) ? paths.askCallIn(record.id) : null,
    requests: record.published === null ? null : requestRows(request, around, names),
    outcomes: record.outcomes.map(({ event, on, reasons }) => [
      say('decisions', `event-${event}`),
      formatDay(on),
      reasons,
    ]),
  });
  return { html };
}

/** Publishes the record; while it lacks anything the page says what, and nothing is published. */
export async function publishDecisionPost(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  const { record } = await decisionAround(register, id, request.today);
  requireSeen(request, record);
  request.require('decision.publish', subjectOf(record));
  try {
    await publishDecision(register, { ...request.command(), version: versionIn(request.form) }, id);
  } catch (fault) {
    if (fault instanceof RecordNotWhole) return { ...(await withStatus(decisionPage(request), 422)) };
    throw fault;
  }
  return { redirect: paths.decision(id), flash: say('decisions', 'nowPublished') };
}

/** The same page with another status. */
async function withStatus(page: Promise<WebAnswer>, status: number): Promise<WebAnswer> {
  const answer = await page;
  return 'html' in answer ? { ...answer, status } : answer;
}

/** Puts it for decision, puts it off, or gives it up. */
export async function moveDecisionPost(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  const { record } = await decisionAround(register, id, request.today);
  requireSeen(request, record);
  request.require('decision.record', subjectOf(record));
  const event = (['put', 'defer', 'withdraw'] as const).find((one) => one === request.form.get('event'));
  if (event === undefined) throw new NotAllowed('no such act');
  await moveDecision(register, { ...request.command(), version: versionIn(request.form) }, id, { event, reason: null });
  return { redirect: paths.decision(id), flash: say('decisions', 'moved') };
}
