import '../../../shared/pages/words/agendas.ts';
import { numbering } from '../../../shared/domain/agendas/agenda.ts';
import { type StandingItem, standingItem, standingKey } from '../../../shared/domain/agendas/standing-items.ts';
import {
  beginningOf,
  kindsToAdd,
  type Template,
  withKind,
  withMoved,
} from '../../../shared/domain/agendas/template.ts';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import { type Procedure, procedureOn } from '../../../shared/domain/bodies/procedure.ts';
import { addDays, type Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { bodies, proceduresOf } from '../../../shared/store/bodies.ts';
import { saveProcedure } from '../../../shared/store/body-acts.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { get, getMany } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayBoxes, dayTyped, type Faults, faultless, faultsOf, typedIn, versionIn, type Wrong } from '../typed-form.ts';
import { crumbs } from './crumbs.ts';

const MOST_LINES = 20;
/** As many meetings as are named in one line. */
const MOST_NAMED = 8;
const purposes = ['decision', 'discussion', 'information', 'assurance'] as const;

/** What the buttons of the form say, beside those of each line. */
const acts = { look: 'look', add: 'add', save: 'save' } as const;

type Around = {
  readonly body: Body;
  readonly dated: readonly Procedure[];
  readonly meetings: readonly Meeting[];
  readonly coming: readonly Meeting[];
  readonly begun: ReadonlySet<string>;
};

async function aroundOf(request: WebRequest): Promise<Around> {
  request.require('procedure.manage');
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  const [body, dated, listed] = await Promise.all([
    get(register, bodies, id),
    proceduresOf(register, id),
    meetingsOf(register, id),
  ]);
  const meetings = listed.map(({ record }) => record);
  const coming = meetings.filter((one) => canReceiveReports(one) && one.day >= request.today).slice(0, MOST_NAMED);
  const found = await getMany(
    register,
    agendas,
    coming.map((one) => one.id),
  );
  const begun = new Set(found.filter(({ record }) => record.slots.length > 0).map(({ record }) => record.id));
  return { body: body.record, dated: dated.map(({ record }) => record), meetings, coming, begun };
}

/** The form as it stands: what was typed, not yet what is saved. */
type Draft = { readonly template: Template; readonly typed: Record<string, string> };

const purposeIn = standingItem.shape.purpose.catch(null);
const numberingIn = numbering.catch('plain');

/** The lines of the form. Titles are taken as typed, so that a fault can be shown beside what is wrong. */
function draftIn({ form }: WebRequest): Draft {
  const typed = typedIn(form);
  const count = Math.min(Number(typed['count'] ?? 0) || 0, MOST_LINES);
  const standing = Array.from({ length: count }, (_, at) => at).flatMap((at): StandingItem[] => {
    const key = standingKey.safeParse(typed[`key-${at}`]);
    if (!key.success) return [];
    return [{ key: key.data, title: typed[`title-${at}`] ?? '', purpose: purposeIn.parse(typed[`purpose-${at}`]) }];
  });
  return { template: { numbering: numberingIn.parse(typed['numbering']), standing }, typed };
}

const lineOf = (act: string): number => Number(/\d+$/.exec(act)?.[0] ?? Number.NaN);

/** What a button of the form makes of its lines. Nothing is saved by it. */
function changed({ template, typed }: Draft, act: string, { body }: Around): Template {
  const { standing } = template;
  const at = lineOf(act);
  if (act.startsWith('up-')) return { ...template, standing: withMoved(standing, at, -1) };
  if (act.startsWith('down-')) return { ...template, standing: withMoved(standing, at, 1) };
  if (act.startsWith('remove-')) return { ...template, standing: standing.filter((_, line) => line !== at) };
  const key = standingKey.safeParse(typed['add']);
  return act === acts.add && key.success
    ? { ...template, standing: withKind(standing, key.data, body.kind) }
    : template;
}

const daysOf = (all: readonly Meeting[]): string => all.map(({ day }) => formatDate(day)).join('; ');

function appliesTo({ coming, begun }: Around): string[] {
  const [has, hasNot] = [coming.filter(({ id }) => begun.has(id)), coming.filter(({ id }) => !begun.has(id))];
  return [
    say('standingItems', 'applies'),
    hasNot.length > 0
      ? say('standingItems', 'appliesNot', { days: daysOf(hasNot) })
      : say('standingItems', 'appliesNone'),
    ...(has.length > 0 ? [say('standingItems', 'appliesBegun', { days: daysOf(has) })] : []),
  ];
}

/** A meeting of today, for a body that has none to come. */
const anyMeeting = ({ body }: Around, day: Day): Meeting => ({
  id: 'example',
  bodyId: body.id,
  day,
  time: null,
  venue: null,
  sort: 'ordinary',
  state: 'planned',
  openTo: 'public',
  convenedOn: null,
  minutesStatus: null,
  published: false,
  accessClass: 'internal',
});

function previewOf(template: Template, around: Around, procedure: Procedure, today: Day) {
  const next = around.coming.find(({ id }) => !around.begun.has(id)) ?? around.coming[0];
  const meeting = next ?? anyMeeting(around, today);
  const titled = template.standing.filter(({ title }) => title !== '');
  const words = { business: say('standingItems', 'previewBusiness'), private: say('standingItems', 'previewPrivate') };
  const of = { meeting, meetings: around.meetings, procedure };
  return {
    note: next
      ? say('standingItems', 'previewOf', { day: formatDate(next.day) })
      : say('standingItems', 'previewNoMeeting'),
    rows: beginningOf({ ...template, standing: titled }, of, words).map(({ number, title }) => [number, title]),
  };
}

function linesView({ standing }: Template, faults: Faults, action: string) {
  return standing.map(({ key, title, purpose }, at) => {
    const kind = say('standingItems', `kind-${key}`);
    const number = String(at + 1);
    return {
      at,
      key,
      title,
      legend: say('standingItems', 'lineLegend', { number, kind }),
      about: say('standingItems', 'about', { number, kind }),
      error: faults.of[`title-${at}`],
      to: { up: `${action}#line-${at - 1}`, down: `${action}#line-${at + 1}`, remove: `${action}#lines` },
      purposes: [
        { value: '', text: say('standingItems', 'purpose-none'), selected: purpose === null },
        ...purposes.map((value) => ({ value, text: say('agendas', `purpose-${value}`), selected: value === purpose })),
      ],
      up: at > 0,
      down: at < standing.length - 1,
    };
  });
}

const daysWords = ({ from, to }: Procedure): string =>
  to === null
    ? say('procedure', 'fromDay', { from: formatDate(from) })
    : say('procedure', 'fromTo', { from: formatDate(from), to: formatDate(to) });

type Shown = Draft & { readonly faults?: Faults; readonly version: number; readonly changed: boolean };

function page(request: WebRequest, around: Around, shown: Shown | null): WebAnswer {
  const { body, dated } = around;
  const last = dated.at(-1);
  const title = say('standingItems', 'title', { body: body.name });
  const faults = shown?.faults ?? faultless;
  const trail = crumbs(
    { text: say('procedure', 'bodiesTitle'), href: paths.adminBodies() },
    { text: body.name, href: paths.adminBody(body.id) },
  );
  const now = procedureOn(dated, body.id, request.today) ?? last;
  const html = render('administration/standing-items.njk', {
    frame: request.frame(title, { breadcrumbs: trail, errors: faults.list }),
    title,
    lede: say('standingItems', 'lede', { body: body.shortName }),
    inForce: now ? say('standingItems', 'inForce', { days: daysWords(now) }) : null,
    procedureHref: paths.procedure(body.id),
    form: shown && last ? formView(request, around, { shown, last, faults }) : null,
    applies: appliesTo(around),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

function formView(
  request: WebRequest,
  around: Around,
  { shown, last, faults }: { shown: Shown; last: Procedure; faults: Faults },
) {
  const { template, typed } = shown;
  return {
    action: paths.standingItems(around.body.id),
    commandId: request.services.newId(),
    version: shown.version,
    changed: shown.changed,
    typed,
    errors: faults.of,
    acts,
    count: template.standing.length,
    numberings: numbering.options.map((value) => ({
      value,
      text: say('standingItems', `numbering-${value}`),
      selected: value === template.numbering,
    })),
    lines: linesView(template, faults, paths.standingItems(around.body.id)),
    addTo: `${paths.standingItems(around.body.id)}#line-${template.standing.length}`,
    kinds: kindsToAdd(template.standing).map((value) => ({ value, text: say('standingItems', `kind-${value}`) })),
    preview: previewOf(template, around, last, request.today),
  };
}

/** The template of a body's agendas, as it will be when nothing is changed: that of its latest rules. */
export async function standingItemsPage(request: WebRequest): Promise<WebAnswer> {
  const around = await aroundOf(request);
  const last = around.dated.at(-1);
  if (!last) return page(request, around, null);
  const from = last.from < request.today ? request.today : addDays(last.from, 1);
  const typed = dayBoxes('from', from);
  return page(request, around, { template: last.agenda, typed, version: around.dated.length, changed: false });
}

function faultOfDay(from: Day | null | 'wrong', last: Procedure, today: Day) {
  if (from === null || from === 'wrong') return 'noSuchDay';
  if (from <= last.from) return 'notAfterLast';
  return from < today ? 'pastDay' : null;
}

function faultsIn({ template, typed }: Draft, last: Procedure, today: Day): Wrong[] {
  const dayFault = faultOfDay(dayTyped(typed, 'from'), last, today);
  const same = JSON.stringify(template) === JSON.stringify(last.agenda);
  return [
    ...template.standing.flatMap(({ title }, at) =>
      standingItem.shape.title.safeParse(title).success
        ? []
        : [{ field: `title-${at}`, text: say('standingItems', 'needTitle', { number: String(at + 1) }) }],
    ),
    ...(same ? [{ field: 'numbering', text: say('standingItems', 'nothingChanged') }] : []),
    ...(dayFault === null
      ? []
      : [{ field: 'from', text: say('standingItems', dayFault, { day: formatDate(last.from) }) }]),
  ];
}

/** One button of the form: a line moved, added or removed is only shown; the last button saves all of it from a day on. */
export async function changeStandingItems(request: WebRequest): Promise<WebAnswer> {
  const around = await aroundOf(request);
  const last = around.dated.at(-1);
  if (!last) return page(request, around, null);
  const draft = draftIn(request);
  const version = versionIn(request.form);
  const act = request.form.get('act');
  if (act !== acts.save) {
    const nothing = act === acts.add && !standingKey.safeParse(draft.typed['add']).success;
    const faults = nothing ? faultsOf([{ field: 'add', text: say('standingItems', 'needKind') }]) : faultless;
    const template = changed(draft, act, around);
    return page(request, around, { ...draft, template, faults, version, changed: true });
  }
  const wrong = faultsIn(draft, last, request.today);
  const from = dayTyped(draft.typed, 'from');
  if (wrong.length > 0 || from === null || from === 'wrong')
    return page(request, around, { ...draft, faults: faultsOf(wrong, ['from']), version, changed: true });
  const { register, newId } = request.services;
  const record = { ...last, id: newId(), from, to: null, agenda: draft.template };
  await saveProcedure(register, { ...request.command(), version }, record);
  return {
    redirect: paths.standingItems(around.body.id),
    flash: say('standingItems', 'saved', { day: formatDate(from) }),
  };
}
