import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import { type Agenda, isOut, type Slot } from '../agendas/agenda.ts';
import { type Judgement, judgeItem } from '../agendas/lateness.ts';
import { reportStanding } from '../agendas/publication.ts';
import type { Procedure } from '../bodies/procedure.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { Person } from '../people/person.ts';
import type { Meeting } from './meeting.ts';
import type { ArrangedInPublic, PublishedAgenda, PublishedMeeting, PublishedMotion } from './published.ts';
import { type MadeForAgenda, madeFor } from './published-log.ts';

/** What the public face of an agenda is made from. */
export type AgendaAround = {
  readonly agenda: Agenda;
  readonly contact: Person | null;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  /** What Quorate attaches to standing items. */
  readonly made?: MadeForAgenda;
};

const isPrivate = (slot: Slot, item: AgendaItem | undefined): boolean =>
  slot.accessClass === 'private' || item?.accessClass === 'private';

const before = (a: Slot, b: Slot): boolean => a.number.localeCompare(b.number, 'en', { numeric: true }) < 0;

/**
 * The slots that the public may read, in the order of the agenda; those of private business are not among them, but for
 * the bare number of one that was public before, in its old place.
 */
export function slotsInPublic({ slots }: Agenda, items: ReadonlyMap<string, AgendaItem>): readonly Slot[] {
  const out = slots.filter(({ publishedOn }) => publishedOn !== null);
  const open = out.filter((slot) => !isPrivate(slot, items.get(slot.itemId)));
  const closed = out.filter((slot) => slot.closed !== undefined && isPrivate(slot, items.get(slot.itemId)));
  return closed.reduce<readonly Slot[]>((all, slot) => {
    const at = all.findIndex((one) => before(slot, one));
    return all.toSpliced(at === -1 ? all.length : at, 0, slot);
  }, open);
}

/** Has the public the number of this item and no word more? */
export function isHidden({ withdrawn, closed }: Slot): boolean {
  return closed !== undefined || withdrawn?.titleShown === false;
}

/** The published face with what the chair has since said of late business beforehand, and nothing else changed. */
export function withAnswers(face: PublishedMeeting, { slots }: Pick<Agenda, 'slots'>): PublishedMeeting {
  const minded = new Map(slots.flatMap(({ itemId, route }) => (route ? [[itemId, route.minded] as const] : [])));
  const items = face.items.map((item) => {
    const late = item.arranged?.late;
    const said = minded.get(item.id);
    if (!item.arranged || !late || late.route === null || said === undefined) return item;
    return { ...item, arranged: { ...item.arranged, late: { ...late, minded: said } } };
  });
  return { ...face, items };
}

/** Words that say no title which should not be out. An earlier publication may have named one. */
export function withoutHidden({ slots }: Pick<Agenda, 'slots'>, said: string | null): string | null {
  const hidden = slots.filter(isHidden).flatMap(({ title, closed }) => [title, closed?.title ?? title]);
  const titles = hidden.map((title) => title.toLowerCase());
  const words = said?.toLowerCase() ?? '';
  return titles.some((title) => words.includes(title)) ? null : said;
}

/** How late it is, the way that is asked for, and what was said of it beforehand; of who was passed over no word. */
function lateInPublic(judged: Judgement, { notice, papers }: Procedure): ArrangedInPublic['late'] {
  if (judged.word === 'on-time') return null;
  const route = judged.word === 'late' ? judged.asked : judged.route;
  const needed = judged.word === 'late' ? judged.needed : (notice?.clearDays ?? papers.workingDaysBefore ?? 0);
  return {
    clearDays: judged.clearDays,
    needed,
    route: route?.route ?? null,
    reason: route?.reason ?? null,
    ...(route === null ? {} : { minded: route.minded }),
  };
}

const withdrawnInPublic = ({ withdrawn, closed }: Slot): ArrangedInPublic['withdrawn'] => {
  const gone = closed ?? withdrawn;
  return gone && { on: gone.on, note: gone.note };
};

const isPrivateNow = ({ slots }: Agenda, items: ReadonlyMap<string, AgendaItem>): readonly Slot[] =>
  slots.filter(
    (slot) => slot.publishedOn !== null && slot.withdrawn === null && isPrivate(slot, items.get(slot.itemId)),
  );

type Ground = PublishedMotion['items'][number]['reason'];

/** Of a reason only what the motion names: not why the public interest lies there, not what forbids it. */
function groundOf({ privateReason }: AgendaItem): Ground[] {
  if (privateReason === null) return [];
  const { scheme } = privateReason;
  if (scheme === 'schedule-12A') return [{ scheme, paragraphs: privateReason.paragraphs }];
  return scheme === '1960-act' ? [{ scheme, specialReason: privateReason.specialReason }] : [{ scheme }];
}

/** LGA 1972 s.100A(4), (5), SI 2012/2089 reg 4 and the 1960 Act s.1(2): the motion names the business and the grounds. */
function motionOf(
  slot: Slot,
  items: ReadonlyMap<string, AgendaItem>,
  { agenda, procedure }: AgendaAround,
): { motion?: PublishedMotion } {
  if (slot.standing !== 'exclusion' || slot.withdrawn !== null) return {};
  const moved = isPrivateNow(agenda, items).flatMap(({ number, itemId }) => {
    const item = items.get(itemId);
    return item ? groundOf(item).map((reason) => ({ number, reason })) : [];
  });
  return moved.length === 0 ? {} : { motion: { executive: procedure.preset === 'executive', items: moved } };
}

/** One item of the agenda as the public reads it. */
export function arrangedOf(
  slot: Slot,
  item: AgendaItem,
  { meeting, items }: { meeting: Meeting; items: ReadonlyMap<string, AgendaItem> },
  around: AgendaAround,
): ArrangedInPublic {
  const { agenda, procedure, calendar } = around;
  const addedOn = slot.publishedOn ?? meeting.day;
  const reports = item.reports.flatMap(({ id, title, bytes, pages, accessClass }) => {
    const { shownBy, withdrawnBy } = reportStanding(agenda, id);
    if (shownBy === null || accessClass === 'private') return [];
    const withdrawn = withdrawnBy && { on: withdrawnBy.day, note: withdrawnBy.said ?? '' };
    return [{ id, title, bytes, pages, shownBy: shownBy.id, withdrawn }];
  });
  return {
    purpose: item.purpose,
    presenter: item.presenter,
    report: item.report,
    toFollowReason: item.report === 'to-follow' ? item.toFollowReason : null,
    reports,
    partPrivate: item.reports.some(({ accessClass }) => accessClass === 'private'),
    keyDecision: item.keyDecision,
    addedBy: agenda.publications.find(({ itemIds }) => itemIds.includes(item.id))?.id ?? 'agenda-1',
    addedOn,
    late: lateInPublic(judgeItem(slot, addedOn, { meeting, procedure, calendar }), procedure),
    withdrawn: withdrawnInPublic(slot),
    ...madeFor(slot, around.made),
    ...motionOf(slot, items, around),
  };
}

/**
 * That some business is likely to be taken in private, under which descriptions. LGA 1972 s.100B(5): the description in
 * Schedule 12A, and nothing else of it; 1960 Act s.1(2): the special reason that the resolution will state.
 */
function partTwoOf(agenda: Agenda, items: ReadonlyMap<string, AgendaItem>): PublishedAgenda['partTwo'] {
  const hidden = isPrivateNow(agenda, items);
  if (hidden.length === 0) return null;
  const reasons = hidden.flatMap(({ itemId }) => items.get(itemId)?.privateReason ?? []);
  const paragraphs = reasons.flatMap((one) => (one.scheme === 'schedule-12A' ? one.paragraphs : []));
  return {
    paragraphs: [...new Set(paragraphs)].toSorted((a, b) => a - b),
    specialReasons: [...new Set(reasons.flatMap((one) => (one.scheme === '1960-act' ? [one.specialReason] : [])))],
    confidential: reasons.some(({ scheme }) => scheme === 'confidential'),
  };
}

/** The agenda as a whole; null until it goes out. */
export function agendaInPublic(
  { agenda, contact }: AgendaAround,
  items: ReadonlyMap<string, AgendaItem>,
): PublishedAgenda | null {
  const { publications } = agenda;
  if (publications.length === 0) return null;
  return {
    partTwo: isOut(agenda) ? partTwoOf(agenda, items) : null,
    publications: publications.map(({ id, sort, number, at, day: on, said }) => ({
      id,
      sort,
      number,
      at,
      day: on,
      said: withoutHidden(agenda, said),
    })),
    contact: contact && {
      name: contact.name,
      jobTitle: contact.jobTitle,
      telephone: contact.telephone ?? null,
      email: contact.email,
    },
  };
}
