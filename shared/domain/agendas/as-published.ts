import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { PublishedMeeting } from '../meetings/published.ts';
import type { Agenda, Slot } from './agenda.ts';

/** The snapshot that shows what is published now; null where none is. Acts that nobody has been shown yet do not count. */
export function snapshotOf({ publications }: Pick<Agenda, 'publications'>): string | null {
  return publications.findLast(({ snapshot, state }) => snapshot !== null && state !== 'asked')?.snapshot ?? null;
}

/** An item in the words that were published. Of private business no snapshot has a word: it stays as it is. */
export function itemAsPublished(item: AgendaItem, face: PublishedMeeting | null): AgendaItem {
  const shown = face?.items.find(({ id }) => id === item.id);
  if (!shown?.arranged) return item;
  const { title, reportOf, arranged } = shown;
  const named = new Set(arranged.reports.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id));
  return {
    ...item,
    title: title ?? item.title,
    reportOf,
    purpose: arranged.purpose,
    presenter: arranged.presenter,
    report: arranged.report,
    toFollowReason: arranged.toFollowReason,
    keyDecision: arranged.keyDecision,
    reports: item.reports.filter(({ id, accessClass }) => accessClass === 'private' || named.has(id)),
  };
}

/** The places that are published, in their order and under the titles that were published. */
export function slotsAsPublished({ slots }: Pick<Agenda, 'slots'>, face: PublishedMeeting | null): Slot[] {
  const titles = new Map(face?.items.map(({ id, title }) => [id, title]));
  return slots
    .filter(({ publishedOn }) => publishedOn !== null)
    .map((slot) => ({ ...slot, title: titles.get(slot.itemId) ?? slot.title }));
}
