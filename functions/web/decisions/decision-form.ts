import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { calendarFromRecord } from '../../../shared/domain/calendar/calendar-record.ts';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import { publicationDay } from '../../../shared/domain/decisions/standing.ts';
import { mayDecide } from '../../../shared/domain/decisions/who-may.ts';
import { hasLeft, type Person } from '../../../shared/domain/people/person.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies, everyBody } from '../../../shared/store/bodies.ts';
import { saveDecision } from '../../../shared/store/decision-acts.ts';
import { allNotices, decisions } from '../../../shared/store/decisions.ts';
import { everybody, membershipsOf } from '../../../shared/store/people.ts';
import { find, get } from '../../../shared/store/record-kind.ts';
import { calendarNow } from '../../../shared/store/settings.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { blankDecision, readDecision, typedOfDecision } from './decision-fields.ts';
import { type Choices, decisionSections } from './decision-sections.ts';
import { wrong } from './fields.ts';
import { maySeeNotice, requireSeen, subjectOf } from './see-decision.ts';

type Shown = { typed?: Typed; faults?: Faults; version?: number };

/** Every record of decisions closes with the office: the notice counts from the day it counts as published. */
const CLOSE = '17:00';

async function choicesFor(request: WebRequest): Promise<Choices> {
  const { register } = request.services;
  const { person } = request.signedIn();
  const [all, persons, notices, calendar] = await Promise.all([
    everyBody(register),
    everybody(register),
    allNotices(register),
    calendarNow(register),
  ]);
  const own = { ownerIds: [person.id] };
  const open = all.map(({ record }) => record).filter((body) => existsOn(body, request.today));
  const mine = open.filter(({ id }) => request.may('decision.record', { bodyId: id }));
  // Somebody who serves no body records their own decisions alone.
  const deciders = persons
    .map(({ record }) => record)
    .filter((who) => !who.accountless && !hasLeft(who, request.today));
  return {
    bodies: mine.length > 0 ? mine : open.filter(({ id }) => request.may('decision.record', { bodyId: id, ...own })),
    persons: mine.length > 0 ? deciders : deciders.filter(({ id }) => id === person.id),
    notices: notices
      .map(({ record }) => record)
      .filter((notice) => maySeeNotice(request, notice))
      .flatMap(({ id, title, published }) =>
        published === null
          ? []
          : [{ id, title, publishedOn: publicationDay(published.at, CLOSE, calendarFromRecord(calendar)) }],
      ),
  };
}

function formAnswer(
  request: WebRequest,
  {
    typed,
    faults = faultless,
    choices,
    was,
  }: { typed: Typed; faults?: Faults; choices: Choices; was: { id: string; version: number } | null },
): WebAnswer {
  const title = say('decisions', was ? 'formTitleChange' : 'formTitleNew');
  const back = was ? paths.decision(was.id) : paths.decisionRecords();
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/form.njk', {
      frame: request.frame(title, {
        breadcrumbs: [{ text: say('decisions', 'title'), href: paths.decisionRecords() }],
        errors: faults.list,
      }),
      title,
      lede: say('decisions', 'formLede'),
      before: was ? null : { text: say('needsRecord', 'link'), href: paths.needsRecord() },
      sections: decisionSections({ typed, faults }, choices),
      action: was ? paths.changeDecision(was.id) : paths.newDecision(),
      button: say('decisions', 'save'),
      version: typed['version'] ?? was?.version ?? 0,
      commandId: request.services.newId(),
      leave: { text: say('decisions', 'title'), href: back },
    }),
  };
}

const usualSort = ({ persons }: Choices, { councillor }: Person): 'individual' | 'officer' =>
  persons.length > 1 || councillor !== null ? 'individual' : 'officer';

/** A decision to be recorded: by a secretary, or by whoever decides. */
export async function newDecisionPage(request: WebRequest): Promise<WebAnswer> {
  const { person } = request.signedIn();
  const choices = await choicesFor(request);
  if (choices.bodies.length === 0) request.require('decision.record');
  const own = choices.persons.length === 1 ? { personId: person.id } : {};
  const asked = request.query.get('sort') === 'officer' ? 'officer' : null;
  const sort = asked ?? usualSort(choices, person);
  return formAnswer(request, { typed: { ...blankDecision, sort, ...own }, choices, was: null });
}

/** The record as it is, to be written anew. */
export async function changeDecisionPage(request: WebRequest, shown: Shown = {}): Promise<WebAnswer> {
  const was = await get(request.services.register, decisions, request.params['id'] ?? '');
  requireSeen(request, was.record);
  request.require('decision.record', subjectOf(was.record));
  if (was.record.published !== null) return { redirect: paths.decision(was.record.id) };
  const typed = shown.typed ?? typedOfDecision(was.record);
  const choices = await choicesFor(request);
  const at = { id: was.record.id, version: was.version };
  return formAnswer(request, { typed, choices, was: at, ...(shown.faults ? { faults: shown.faults } : {}) });
}

/** May the person named decide so, by what they are on that day? */
async function deciderFault(request: WebRequest, record: Decision, executive: boolean): Promise<Faults | null> {
  const { register } = request.services;
  if (record.sort === 'body') return null;
  if (record.sort === 'individual' && !executive) return faultsOf([wrong('bodyId', 'bodyNotExecutive')]);
  const [persons, held] = await Promise.all([everybody(register), membershipsOf(register, record.bodyId)]);
  const person = persons.find(({ record: one }) => one.id === record.decidedBy.personId)?.record;
  const facts = {
    memberships: held.map((one) => one.record),
    bodyId: record.bodyId,
    executive,
    on: record.decidedOn ?? request.today,
  };
  return person && mayDecide(record.sort, person, facts) ? null : faultsOf([wrong('personId', 'mayNotDecide')]);
}

async function readForm(request: WebRequest, id: string, typed: Typed, choices: Choices) {
  const body = await find(request.services.register, bodies, typed['bodyId'] ?? '');
  const executive = body?.record.kind === 'executive';
  const read = readDecision(typed, {
    id,
    executive,
    bodyName: body?.record.name ?? '-',
    nameOf: (personId) => choices.persons.find((one) => one.id === personId)?.name ?? '-',
    noticePublishedOn: (noticeId) => choices.notices.find((one) => one.id === noticeId)?.publishedOn ?? null,
  });
  if ('faults' in read) return read;
  if (!body) return { faults: faultsOf([wrong('bodyId', 'needBody')]) };
  const fault = await deciderFault(request, read.record, executive);
  return fault === null ? read : { faults: fault };
}

/** Begins the record of a decision. */
export async function beginDecision(request: WebRequest): Promise<WebAnswer> {
  const { register, newId } = request.services;
  const [typed, choices] = [typedIn(request.form), await choicesFor(request)];
  const read = await readForm(request, newId(), typed, choices);
  if ('faults' in read) {
    if (choices.bodies.length === 0) request.require('decision.record');
    return formAnswer(request, { typed, faults: read.faults, choices, was: null });
  }
  request.require('decision.record', subjectOf(read.record));
  const { outcome } = await saveDecision(register, { ...request.command(), version: 0 }, read.record);
  return { redirect: paths.decision(String(outcome['id'])), flash: say('decisions', 'savedDecision') };
}

/** Writes the record anew. */
export async function changeDecision(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const was = await get(register, decisions, request.params['id'] ?? '');
  requireSeen(request, was.record);
  request.require('decision.record', subjectOf(was.record));
  const [typed, choices] = [typedIn(request.form), await choicesFor(request)];
  const read = await readForm(request, was.record.id, typed, choices);
  if ('faults' in read) return changeDecisionPage(request, { typed, faults: read.faults });
  request.require('decision.record', subjectOf(read.record));
  await saveDecision(register, { ...request.command(), version: versionIn(request.form) }, read.record);
  return { redirect: paths.decision(was.record.id), flash: say('decisions', 'savedDecision') };
}
