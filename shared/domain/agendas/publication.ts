import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import { allowsShorterNotice, type Procedure } from '../bodies/procedure.ts';
import { type Day, londonDay, londonInstant } from '../calendar/day.ts';
import { addWorkingDays, type Calendar, nextWorkingDay } from '../calendar/working-days.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { calendarOfBody } from '../meetings/publish-by.ts';
import { clearBetween } from '../statutory-clock/clear-days.ts';
import type { Agenda, Publication, Slot } from './agenda.ts';

type Rules = Pick<Procedure, 'notice' | 'routes' | 'closeTime' | 'keepsOfficeClosures'>;

/**
 * The day on which something published at a moment (UTC) counts as published: that day, until the body's closing time;
 * afterwards, and on a day when the offices are shut, the next working day.
 */
export function countsAsPublishedOn(at: string, procedure: Rules, calendar: Calendar): Day {
  const own = calendarOfBody(procedure, calendar);
  const on = londonDay(at);
  return at > londonInstant(on, procedure.closeTime) ? addWorkingDays(on, 1, own) : nextWorkingDay(on, own);
}

/** How late an item is: the clear days it has, and those that it needs. */
export type Lateness = { readonly clearDays: number; readonly needed: number };

/**
 * Whether business first open to the public on a day may be considered at the meeting without a further route; null
 * when it may. LGA 1972 s.100B(4)(a), SI 2012/2089 reg 6(2): the clear days before the meeting, or, where the meeting
 * itself was convened at shorter notice, from the time it was convened. A full council cannot be: Sch 12 para 4(1A).
 */
export function latenessOf(
  publishedOn: Day,
  meeting: Pick<Meeting, 'day' | 'convenedOn'>,
  procedure: Rules,
  calendar: Calendar,
): Lateness | null {
  if (procedure.notice === null) return null;
  const counting = { mode: procedure.notice.mode, calendar: calendarOfBody(procedure, calendar) };
  const { clearDays: needed } = procedure.notice;
  const clearDays = clearBetween(publishedOn, meeting.day, counting);
  if (clearDays >= needed) return null;
  const { convenedOn } = meeting;
  const mayBeShorter = allowsShorterNotice(procedure) && convenedOn !== null;
  const atShorterNotice = mayBeShorter && clearBetween(convenedOn, meeting.day, counting) < needed;
  return atShorterNotice && publishedOn <= convenedOn ? null : { clearDays, needed };
}

/** What would go out now and what would stay, with the reason that the secretary is told. */
export type Outgoing = {
  readonly out: readonly Slot[];
  readonly stays: readonly { readonly slot: Slot; readonly why: string }[];
};

/**
 * Publishing is a duty and is never blocked: an item that may not be published yet stays out with its reason (an equality
 * impact assessment that is not signed off), and the agenda goes without it.
 */
export function outgoing({ slots }: Pick<Agenda, 'slots'>, items: ReadonlyMap<string, AgendaItem>): Outgoing {
  const waiting = slots.filter(({ publishedOn, withdrawn }) => publishedOn === null && withdrawn === null);
  const blockedBy = ({ itemId }: Slot): string | null => items.get(itemId)?.blockedBy ?? null;
  return {
    out: waiting.filter((slot) => items.has(slot.itemId) && blockedBy(slot) === null),
    stays: waiting.flatMap((slot) => {
      const why = blockedBy(slot);
      return why === null ? [] : [{ slot, why }];
    }),
  };
}

/** Reports of the items named that no publication has shown yet and that the public may see. */
export function newReports(
  { publications }: Pick<Agenda, 'publications'>,
  itemIds: readonly string[],
  items: ReadonlyMap<string, AgendaItem>,
): readonly string[] {
  const known = new Set(publications.flatMap(({ reportIds }) => reportIds));
  return itemIds
    .flatMap((id) => items.get(id)?.reports ?? [])
    .filter(({ id, accessClass }) => accessClass !== 'private' && !known.has(id))
    .map(({ id }) => id);
}

/** What the public is shown of a report: the newest publication that names it decides. */
export function reportStanding(
  { publications }: Pick<Agenda, 'publications'>,
  reportId: string,
): { readonly shownBy: Publication | null; readonly withdrawnBy: Publication | null } {
  const shownBy = publications.findLast(({ reportIds }) => reportIds.includes(reportId)) ?? null;
  const withdrawnBy = publications.findLast(({ withdrawnReportIds }) => withdrawnReportIds.includes(reportId)) ?? null;
  return { shownBy, withdrawnBy };
}

/** What there is of an item's report: one that was attached and then withdrawn is not there any more. */
export function reportInForce(
  agenda: Pick<Agenda, 'publications'>,
  { report, reports }: Pick<AgendaItem, 'report' | 'reports'>,
): AgendaItem['report'] {
  const gone = reports.length > 0 && reports.every(({ id }) => reportStanding(agenda, id).withdrawnBy !== null);
  return report === 'attached' && gone ? 'not-attached' : report;
}

/** What one act of publishing says and does; everything else follows from the agenda and the clock. */
export type Publishing = Pick<Publication, 'sort' | 'said'> &
  Partial<Pick<Publication, 'movedFrom'>> & {
    readonly itemIds: readonly string[];
    readonly reportIds?: readonly string[];
    readonly withdrawnReportIds?: readonly string[];
    /** Of a withdrawal: what the public reads in the item's place, and whether beside its title. */
    readonly withdrawn?: Slot['withdrawn'];
  };

const puts: ReadonlySet<Publication['sort']> = new Set(['agenda', 'supplement', 'replacement']);

/**
 * The agenda with one more publication, not yet shown: what it puts on is published from its day, numbers stay what they
 * are, and what it takes off keeps its place with a note.
 */
export function withPublication(
  agenda: Agenda,
  publishing: Publishing,
  { at, day, by }: Pick<Publication, 'at' | 'day' | 'by'>,
): { readonly agenda: Agenda; readonly publication: Publication } {
  const { sort, said, itemIds, reportIds = [], withdrawnReportIds = [], movedFrom = null, withdrawn } = publishing;
  const number = 1 + agenda.publications.filter((one) => one.sort === sort).length;
  const publication: Publication = {
    id: `${sort}-${number}`,
    sort,
    number,
    at,
    day,
    by,
    said,
    itemIds: [...itemIds],
    reportIds: [...reportIds],
    withdrawnReportIds: [...withdrawnReportIds],
    movedFrom,
    snapshot: null,
    state: 'asked',
    verifiedAt: null,
    proof: null,
    documents: { state: 'none', made: [] },
    found: [],
  };
  const named = new Set(itemIds);
  const slots = agenda.slots.map((slot) => {
    if (!named.has(slot.itemId)) return slot;
    if (withdrawn) return { ...slot, withdrawn };
    return puts.has(sort) && slot.publishedOn === null ? { ...slot, publishedOn: day } : slot;
  });
  return { agenda: { ...agenda, slots, publications: [...agenda.publications, publication] }, publication };
}

/** The publication as it now stands, in its agenda. */
export function settled(agenda: Agenda, id: string, now: Partial<Publication>): Agenda {
  return { ...agenda, publications: agenda.publications.map((one) => (one.id === id ? { ...one, ...now } : one)) };
}

const invitesAgain: ReadonlySet<Publication['sort']> = new Set(['agenda', 'cancellation', 'move']);

/** SEQUENCE of the meeting's calendar entry: it rises when the meeting moves, is cancelled, or its agenda goes out. */
export function sequenceOf({ publications }: Pick<Agenda, 'publications'>): number {
  return publications.filter(({ sort }) => invitesAgain.has(sort)).length;
}
