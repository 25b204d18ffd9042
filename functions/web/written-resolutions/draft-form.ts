import '../../../shared/pages/words/procedure.ts';
import { type Body, existsOn } from '../../../shared/domain/bodies/body.ts';
import { holdersOf } from '../../../shared/domain/bodies/membership.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import {
  earliestClosing,
  type NotInWriting,
  notInWriting,
  termsOf,
} from '../../../shared/domain/written-resolutions/allowed.ts';
import type { Terms } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies, everyBody } from '../../../shared/store/bodies.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { VersionConflict } from '../../../shared/store/errors.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { changeWritten, draftWritten } from '../../../shared/store/written-acts.ts';
import { conflictAnswer, withChoices } from '../conflict-answer.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayBoxes, type Faults, faultless, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { readDraft, typedOfDraft } from './draft-fields.ts';
import { type Around, aroundWritten, crumbsOf } from './see-written.ts';

type Ready = { context: BodyContext; terms: Terms; requesters: { id: string; name: string }[] };

/** The body with its rules and who may ask for it, or why it may not decide in writing. */
async function readyFor(request: WebRequest, bodyId: string): Promise<Ready | { why: NotInWriting; body: Body }> {
  const { register } = request.services;
  const [context, persons] = await Promise.all([bodyContext(register, bodyId, request.today), personsById(register)]);
  const { body, procedure, memberships } = context;
  const terms = termsOf(body.kind, procedure);
  if (terms === null) return { why: notInWriting(body.kind, procedure) ?? 'not-in-its-procedure', body };
  const ids = (['chair', 'vice-chair'] as const).flatMap((role) =>
    holdersOf(memberships, body.id, role, request.today),
  );
  return { context, terms, requesters: ids.map((id) => ({ id, name: persons.get(id)?.name ?? id })) };
}

/** It may not: what stands in the way, and what this body can do instead. */
function refusedPage(request: WebRequest, { why, body }: { why: NotInWriting; body: Body }): WebAnswer {
  const title = say('written', 'refusedTitle', { body: body.name });
  return {
    status: request.method === 'POST' ? 422 : 200,
    html: render('written/refused.njk', {
      frame: request.frame(title, { breadcrumbs: crumbsOf() }),
      title,
      gate: {
        title: say('written', 'gateTitle'),
        now: say('written', `gateNow-${why}`, { body: body.name }),
        rule: say('written', `gateRule-${why}`),
        lift: say('written', `gateLift-${why}`),
        whoCan: say('written', `gateWho-${why}`),
      },
      links: [
        { text: say('written', 'toPlan', { body: body.name }), href: paths.bodyPlan(body.id) },
        { text: say('written', 'chooseAnother'), href: paths.newWritten() },
      ],
    }),
  };
}

/** Which body: those that may, and the others with the reason in words. */
async function chooserPage(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const served = (await everyBody(register))
    .map(({ record }) => record)
    .filter((body) => existsOn(body, request.today) && request.may('written-resolution.put', { bodyId: body.id }));
  if (served.length === 0) request.require('written-resolution.put', { bodyId: 'none' });
  const contexts = await Promise.all(served.map(({ id }) => bodyContext(register, id, request.today)));
  const title = say('written', 'newTitle');
  const rows = contexts.map(({ body, procedure }) => {
    const why = notInWriting(body.kind, procedure);
    return [
      why === null ? { text: body.name, href: paths.newWritten(body.id) } : body.name,
      why === null
        ? { text: '', status: { kind: 'done', text: say('written', 'mayWrite') } }
        : { text: '', status: { kind: 'stop', text: say('written', 'mayNotWrite') } },
      why === null ? say('written', 'mayWriteWhy') : say('written', `gateRule-${why}`),
    ];
  });
  return {
    html: render('written/choose.njk', { frame: request.frame(title, { breadcrumbs: crumbsOf() }), title, rows }),
  };
}

type Shown = { ready: Ready; around: Around | null; typed: Typed; faults: Faults; version?: string | number };

function formPage(request: WebRequest, { ready, around, typed, faults, version }: Shown): WebAnswer {
  const { body } = ready.context;
  const title = say('written', around ? 'changeTitle' : 'newTitleOf', { body: body.shortName });
  const terms = ready.terms;
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('written/form.njk', {
      frame: request.frame(title, { breadcrumbs: crumbsOf(around ?? undefined), errors: faults.list }),
      title,
      body: body.name,
      rules: say('written', 'formRules', {
        majority: say('procedure', `majority-${terms.majority}`),
        days: say('procedure', 'workingDays', { count: terms.daysToAnswer }),
      }),
      closesHint: say('written', 'hintCloses', {
        day: formatDay(earliestClosing(request.today, terms, ready.context.calendar)),
      }),
      requesters: ready.requesters.map(({ id, name }) => ({
        value: id,
        text: name,
        checked: typed['requestedBy'] === id,
      })),
      classes: (['internal', 'private'] as const).map((value) => ({
        value,
        text: say('written', `class-${value}`),
        checked: (typed['accessClass'] ?? 'internal') === value,
      })),
      typed,
      errors: faults.of,
      bodyId: body.id,
      version: version ?? around?.version ?? 0,
      commandId: request.services.newId(),
      action: around ? paths.changeWritten(around.which.id) : paths.newWritten(),
      leave: around ? paths.writtenResolution(around.which.id) : paths.writtenResolutions(),
    }),
  };
}

async function requirePut(request: WebRequest, bodyId: string): Promise<Body | null> {
  const found = await find(request.services.register, bodies, bodyId);
  request.require('written-resolution.put', { bodyId });
  return found?.record ?? null;
}

/** The form of a new one: first which body, unless it is named. */
export async function newPage(request: WebRequest): Promise<WebAnswer> {
  const bodyId = request.query.get('body');
  if (bodyId === '' || (await requirePut(request, bodyId)) === null) return chooserPage(request);
  const ready = await readyFor(request, bodyId);
  if ('why' in ready) return refusedPage(request, ready);
  const { today } = request;
  const typed = {
    ...dayBoxes('requestedOn', today),
    closesTime: ready.context.procedure.closeTime,
    requestedBy: ready.requesters[0]?.id ?? '',
  };
  return formPage(request, { ready, around: null, typed, faults: faultless });
}

const factsFor = (request: WebRequest, ready: Ready) => ({
  now: request.command().at,
  today: request.today,
  rules: ready.terms,
  calendar: ready.context.calendar,
  requesters: ready.requesters.map(({ id }) => id),
});

/** Keeps a draft; nobody is asked. */
export async function newPost(request: WebRequest): Promise<WebAnswer> {
  const bodyId = request.form.get('bodyId');
  if ((await requirePut(request, bodyId)) === null) return chooserPage(request);
  const ready = await readyFor(request, bodyId);
  if ('why' in ready) return refusedPage(request, ready);
  const typed = typedIn(request.form);
  const read = readDraft(typed, factsFor(request, ready));
  if ('list' in read) return formPage(request, { ready, around: null, typed, faults: read });
  const { register, newId } = request.services;
  const { outcome } = await draftWritten(register, request.command(), read, { id: newId(), bodyId });
  return { redirect: paths.writtenResolution(String(outcome['id'])), flash: say('written', 'drafted') };
}

async function draftOf(request: WebRequest) {
  const around = await aroundWritten(request);
  request.require('written-resolution.put', { bodyId: around.which.bodyId });
  return { around, ready: await readyFor(request, around.which.bodyId) };
}

/** The form of a draft; what has been put is as it is. */
export async function changePage(request: WebRequest): Promise<WebAnswer> {
  const { around, ready } = await draftOf(request);
  if ('why' in ready) return refusedPage(request, ready);
  if (around.which.state !== 'draft') return { redirect: paths.writtenResolution(around.which.id) };
  return formPage(request, { ready, around, typed: typedOfDraft(around.which), faults: faultless });
}

const compared = [
  ['title', 'labelTitle', 'title'],
  ['text', 'labelText', 'parts'],
  ['background', 'labelBackground', 'background'],
  ['paper', 'labelPaper', 'paper'],
] as const;

async function slower(request: WebRequest, { around, typed }: { around: Around; typed: Typed }): Promise<WebAnswer> {
  const theirs = typedOfDraft(around.which);
  return conflictAnswer(request, {
    type: 'written-resolution',
    id: around.which.id,
    looked: versionIn(request.form),
    now: around.version,
    what: say('written', 'conflictWhat'),
    typed,
    fields: compared.map(([name, label, key]) => ({
      name,
      label: say('written', label),
      theirs: theirs[name] ?? '',
      yours: typed[name] ?? '',
      keys: [key],
    })),
    action: request.path,
    leaveHref: paths.writtenResolution(around.which.id),
  });
}

/** Saves the draft; whoever was slower chooses between both versions. */
export async function changePost(request: WebRequest): Promise<WebAnswer> {
  const { around, ready } = await draftOf(request);
  if ('why' in ready) return refusedPage(request, ready);
  const typed = withChoices(request.form, typedIn(request.form), typedOfDraft(around.which));
  const read = readDraft(typed, factsFor(request, ready));
  const version = versionIn(request.form);
  if ('list' in read) return formPage(request, { ready, around, typed, faults: read, version });
  const { id } = around.which;
  try {
    await changeWritten(request.services.register, { ...request.command(), version }, id, read);
    return { redirect: paths.writtenResolution(id), flash: say('written', 'draftSaved') };
  } catch (fault) {
    if (fault instanceof VersionConflict) return slower(request, { around: await aroundWritten(request), typed });
    throw fault;
  }
}
