import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { ProgrammeJudged } from '../../../shared/domain/meetings/judge-programme.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { judgeTyped, MOST_MEETINGS, rowsOf, type TypedProgramme } from '../../../shared/store/judged-programme.ts';
import { adoptProgramme, programmeProgress } from '../../../shared/store/programme-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { SentFile, WebAnswer, WebRequest } from '../route.ts';
import { faultsOf, rowView } from './programme-view.ts';

const LARGEST_FILE = 1_048_576;

type Shown = TypedProgramme & { fault?: string; unseen?: boolean; rows?: readonly ProgrammeJudged[] };

const untyped: Shown = { text: '', state: 'planned', open: 'public', seen: false };

async function bodyOf(request: WebRequest): Promise<Body> {
  const { record } = await get(request.services.register, bodies, request.params['id'] ?? '');
  request.require('plan.change', { bodyId: record.id });
  return record;
}

const crumbs = (body: Body) => [
  { text: say('layout', 'navPlan'), href: paths.plan() },
  { text: body.name, href: paths.body(body.id) },
];

const choices = () => ({
  yes: 'yes',
  states: [
    { value: 'planned', text: say('programme', 'statePlanned'), hint: { text: say('programme', 'statePlannedHint') } },
    { value: 'called', text: say('programme', 'stateCalled'), hint: { text: say('programme', 'stateCalledHint') } },
  ],
  opens: [
    { value: 'public', text: say('programme', 'openPublic') },
    { value: 'private', text: say('programme', 'openPrivate') },
  ],
});

function page(request: WebRequest, body: Body, shown: Shown): WebAnswer {
  const rows = shown.rows ?? [];
  const doubts = rows.flatMap((row) => row.doubts).length;
  const errors = [
    ...(shown.fault === undefined ? [] : [{ text: shown.fault, href: '#meetings' }]),
    ...(shown.unseen ? [{ text: say('programme', 'needSeen'), href: '#seen' }] : []),
    ...faultsOf(rows),
  ];
  const problems = rows.flatMap((row) => row.problems).length;
  const hasKeyNotice = rows.some(({ dates }) => dates?.keyNotice != null);
  const wrong = (text: string | undefined) => (text === undefined ? undefined : { text });
  const html = render('programme/programme.njk', {
    frame: request.frame(say('programme', 'title'), { breadcrumbs: crumbs(body), errors: errors.slice(0, 20) }),
    lede: say('programme', 'lede', { body: body.shortName }),
    typed: shown,
    fault: wrong(shown.fault),
    unseen: wrong(shown.unseen ? say('programme', 'needSeen') : undefined),
    rows: rows.map((row) => rowView(row, hasKeyNotice)),
    sound: shown.rows !== undefined && problems === 0 && shown.fault === undefined,
    problems,
    doubts,
    most: MOST_MEETINGS,
    ...choices(),
    action: paths.programme(body.id),
    adoptAction: paths.adoptProgramme(body.id),
    commandId: request.services.newId(),
  });
  return { html, status: errors.length > 0 ? 422 : 200 };
}

/** The form that takes a programme. */
export async function programmePage(request: WebRequest): Promise<WebAnswer> {
  const body = await bodyOf(request);
  return page(request, body, untyped);
}

/** The text of a file, or what is wrong with it in words. */
function textOf(file: SentFile): { text: string } | { fault: string } {
  if (file.bytes.length > LARGEST_FILE) return { fault: say('programme', 'tooLarge') };
  const text = new TextDecoder('utf-8', { fatal: false }).decode(file.bytes).replace(/^\uFEFF/, '');
  return text.includes('\u0000') || text.includes('\uFFFD') ? { fault: say('programme', 'wrongFile') } : { text };
}

function typedIn({ form, files }: WebRequest): Shown {
  const file = files.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
  const read = file === undefined ? { text: form.get('meetings') } : textOf(file);
  return {
    text: 'text' in read ? read.text : form.get('meetings'),
    state: form.get('state') === 'called' ? 'called' : 'planned',
    open: form.get('open') === 'private' ? 'private' : 'public',
    seen: form.get('seen') === 'yes',
    ...('fault' in read ? { fault: read.fault } : {}),
  };
}

async function judged(request: WebRequest, body: Body) {
  const shown = typedIn(request);
  if (shown.fault !== undefined) return { shown, meetings: [] };
  const { length } = rowsOf(shown.text);
  if (length === 0) return { shown: { ...shown, fault: say('programme', 'nothing') }, meetings: [] };
  const most = MOST_MEETINGS;
  if (length > most)
    return { shown: { ...shown, fault: say('programme', 'tooMany', { count: length, most }) }, meetings: [] };
  const { rows, meetings } = await judgeTyped({ ...request.services, today: request.today }, body.id, shown);
  return { shown: { ...shown, rows }, meetings };
}

/** Shows every deadline and clash of the programme. Nothing is entered. */
export async function previewPost(request: WebRequest): Promise<WebAnswer> {
  const body = await bodyOf(request);
  const { shown } = await judged(request, body);
  return page(request, body, shown);
}

/** Adopts a programme without a problem as a whole. It is judged again: the register may have moved on. */
export async function adoptPost(request: WebRequest): Promise<WebAnswer> {
  const body = await bodyOf(request);
  const { shown, meetings } = await judged(request, body);
  if (meetings.length === 0) return page(request, body, shown);
  const doubtful = 'rows' in shown && shown.rows?.some(({ doubts }) => doubts.length > 0);
  if (doubtful && !shown.seen) return page(request, body, { ...shown, unseen: true });
  const id = request.services.newId();
  const { outcome } = await adoptProgramme(request.services.register, request.command(), {
    id,
    bodyId: body.id,
    all: meetings,
  });
  const adopted = paths.adoptedProgramme(body.id, String(outcome['id']));
  return { redirect: adopted, flash: say('programme', 'adopted') };
}

/** How far an adopted programme has come. */
export async function adoptedPage(request: WebRequest): Promise<WebAnswer> {
  const body = await bodyOf(request);
  const id = request.params['adoption'] ?? '';
  const { meetings, entered } = await programmeProgress(request.services.register, id);
  const done = entered >= meetings.length;
  const title = say('programme', done ? 'doneTitle' : 'goingTitle');
  const html = render('programme/adopted.njk', {
    frame: request.frame(title, { breadcrumbs: crumbs(body) }),
    title,
    done,
    progress: say('programme', 'progress', { entered, all: meetings.length }),
    again: paths.adoptedProgramme(body.id, id),
    planHref: paths.bodyPlan(body.id),
  });
  return { html };
}
