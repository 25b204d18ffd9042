import { itemAsPublished, slotsAsPublished, snapshotOf } from '../../../shared/domain/agendas/as-published.ts';
import { isAtShorterNotice } from '../../../shared/domain/agendas/lateness.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Status } from '../../../shared/pages/promises/promise-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { type AgendaAround, aroundAgenda, type MeetingAndAgenda } from '../../../shared/store/agenda-around.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { snapshotNamed } from '../../../shared/store/published.ts';
import { maySee } from '../commitments/see-promise.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { itemsView, knownBusiness, notWithdrawn, offeredView, readyView } from './builder-view.ts';
import { clockView, judgingOf } from './clock-view.ts';
import { otherSections } from './other-sections.ts';
import { hasAgenda, isPublished, mayKnow, mayRead, onDays, readsDraft } from './see-meeting.ts';

type Persons = Awaited<ReturnType<typeof personsById>>;

/** The secretary of the body, as the public is given a name to ask. */
function contactWords({ context }: AgendaAround, persons: Persons): string[] {
  const contact = persons.get(context.body.secretaryId ?? '');
  if (!contact) return [];
  const reached = [contact.telephone, contact.email].filter((one) => one != null && one !== '');
  return [say('agendas', 'contactOfficer', { name: [contact.name, ...reached].join(', ') })];
}

function metaOf(around: AgendaAround, persons: Persons): string[] {
  const { convenedOn, openTo } = around.meeting.record;
  const short = convenedOn !== null && isAtShorterNotice(judgingOf(around));
  return [
    ...(openTo === 'public' ? [say('agendas', 'openTo')] : []),
    ...(short ? [say('agendas', 'convenedShort', { day: formatDay(convenedOn) })] : []),
    ...contactWords(around, persons),
  ];
}

/** How far the agenda is: its state in one word beside the meeting's. */
function agendaStatuses(around: AgendaAround): Status[] {
  const { meeting, agenda } = around;
  const state = { kind: 'open', text: say('meetings', `state-${meeting.record.state}`) };
  const closed = meeting.record.openTo === 'private' ? [{ kind: 'private', text: say('meetings', 'private') }] : [];
  if (agenda === null || !hasAgenda(agenda))
    return [state, ...closed, { kind: 'todo', text: say('agendas', 'notBegun') }];
  if (isPublished(around)) return [state, ...closed, { kind: 'done', text: say('agendas', 'published') }];
  const agreed = agenda.record.chairsAgreement.answer === 'agreed';
  return [state, ...closed, { kind: agreed ? 'open' : 'wait', text: say('agendas', agreed ? 'agreed' : 'drafting') }];
}

type Shown = { around: AgendaAround; persons: Persons; others: readonly string[] };

/** What those who do not make the agenda read of it: what was published, in the words that were. */
async function asPublished(request: WebRequest, found: MeetingAndAgenda, around: AgendaAround): Promise<AgendaAround> {
  const { agenda } = found;
  if (agenda === null || readsDraft(request, found)) return around;
  const name = snapshotOf(agenda.record);
  const face = (name === null ? undefined : await snapshotNamed(request.services.register.table, name)) ?? null;
  const out = slotsAsPublished(agenda.record, face);
  const shown = new Set(out.map(({ itemId }) => itemId));
  // An item of their own that is not out yet stays on it for those whose it is.
  const slots = [...out, ...agenda.record.slots.filter(({ itemId }) => !shown.has(itemId))];
  const items = [...around.items].map(
    ([id, { record, ...rest }]): [string, typeof rest & { record: typeof record }] => [
      id,
      { ...rest, record: shown.has(id) ? itemAsPublished(record, face) : record },
    ],
  );
  return { ...around, agenda: { ...agenda, record: { ...agenda.record, slots } }, items: new Map(items) };
}

function builderView(request: WebRequest, { around, persons, others }: Shown) {
  const { meeting, agenda, context } = around;
  const { id, bodyId } = meeting.record;
  const on = onDays(request, around);
  const all = knownBusiness(around, mayRead(request, around));
  const business = notWithdrawn(all);
  const reads = readsDraft(request, around);
  const mayBuild = request.may('agenda.build', { bodyId });
  const known = {
    ...around,
    owed: around.owed.filter((promise) => maySee(request, promise, persons)),
    waiting: around.waiting.filter(mayKnow(request)),
    toReport: around.toReport.filter((one) => request.may('written-resolution.see', one)),
  };
  const mayAnswer = agenda !== null && request.may('agenda.agree', { bodyId });
  return {
    body: { name: context.body.name, shortName: context.body.shortName, planHref: paths.bodyPlan(bodyId) },
    meeting: meeting.record,
    statuses: agendaStatuses(around),
    meta: metaOf(around, persons),
    clock: clockView(around, on),
    begun: hasAgenda(agenda),
    out: isPublished(around),
    mayBuild,
    ready: reads ? readyView(around, business, on) : [],
    readsDraft: reads,
    draftNote: draftNoteOf(around, { reads, count: business.length }),
    asked: agenda?.record.chairsAgreement.askedOn != null,
    items: itemsView(known, all, { ...on, went: reads }),
    offered: mayBuild && agenda !== null ? offeredView(known, business, { today: on.today, persons }) : [],
    version: agenda?.version ?? 0,
    commandId: request.services.newId(),
    focus: request.query.get('focus'),
    chairHref: mayAnswer ? paths.agendaAct(id, 'chair') : null,
    hrefs: {
      begin: paths.agendaAct(id, 'begin'),
      move: paths.agendaAct(id, 'move'),
      add: paths.agendaAct(id, 'add'),
      offered: paths.agendaAct(id, 'offered'),
      askChair: paths.agendaAct(id, 'ask-chair'),
      reconvene: paths.agendaAct(id, 'reconvene'),
      history: paths.agendaAct(id, 'history'),
      publish: paths.checkAgenda(id),
    },
    others,
  };
}

/** What somebody is told who sees less than those who make the agenda; null for those, and once all that they may see is out. */
function draftNoteOf(around: AgendaAround, { reads, count }: { reads: boolean; count: number }): string | null {
  if (reads || isPublished(around) || !hasAgenda(around.agenda)) return null;
  return say('agendas', count > 0 ? 'draftOwn' : 'draftHidden');
}

/** A meeting that is to come: its clock, whether it is ready, its agenda, and what is offered to it. */
export async function builderPage(request: WebRequest, found: MeetingAndAgenda): Promise<WebAnswer> {
  const { register } = request.services;
  const [live, persons, others] = await Promise.all([
    aroundAgenda(register, found, request.today),
    personsById(register),
    otherSections(request, found),
  ]);
  const around = await asPublished(request, found, live);
  const title = say('agendas', 'title', { day: formatDay(found.meeting.record.day) });
  const frame = request.frame(title, {
    breadcrumbs: [{ text: around.context.body.name, href: paths.body(found.meeting.record.bodyId) }],
  });
  return {
    html: render('meetings/agenda.njk', { frame, title, ...builderView(request, { around, persons, others }) }),
  };
}
