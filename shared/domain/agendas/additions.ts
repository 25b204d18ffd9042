import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import { type Agenda, isOut, type Slot } from './agenda.ts';
import { newReports, outgoing } from './publication.ts';

/** What a supplement could put out: items that wait, and published items with a report that nobody outside has seen. */
export function additionsTo(
  agenda: Agenda,
  items: ReadonlyMap<string, AgendaItem>,
): readonly { readonly slot: Slot; readonly sort: 'item' | 'reports' }[] {
  if (!isOut(agenda)) return [];
  const published = agenda.slots.filter((slot) => slot.publishedOn !== null && slot.withdrawn === null);
  return [
    ...outgoing(agenda, items).out.map((slot) => ({ slot, sort: 'item' as const })),
    ...published
      .filter(({ itemId }) => newReports(agenda, [itemId], items).length > 0)
      .map((slot) => ({ slot, sort: 'reports' as const })),
  ];
}
