import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Agenda } from '../agendas/agenda.ts';
import type { Day } from '../calendar/day.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Person } from '../people/person.ts';
import type { Action, Subject } from './access.ts';

/** Who reads, and what the access table lets them do. */
export type AgendaReader = {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly today: Day;
  readonly may: (action: Action, subject: Subject) => boolean;
};

type Arranged = Pick<AgendaItem, 'attendedFor' | 'reportOf' | 'presenter' | 'contactOfficer'>;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Is the item this person's own: do they report on it, present it, attend for it or answer for it? Items name officers in
 * words; a whole name among them counts, a part of one does not.
 */
export function isTheirs(item: Arranged, { id, name }: Pick<Person, 'id' | 'name'>): boolean {
  if (item.attendedFor.some(({ personId }) => personId === id)) return true;
  const words = [item.reportOf, item.presenter, item.contactOfficer, ...item.attendedFor.map(({ named }) => named)];
  const whole = new RegExp(`(?<![\\p{L}-])${escaped(name)}(?![\\p{L}-])`, 'u');
  return name.trim() !== '' && words.some((text) => text !== null && whole.test(text));
}

/** Has the meeting been? Then what was before it is told by its minutes, published or not. */
export function hasBeen({ state, day }: Pick<Meeting, 'state' | 'day'>, today: Day): boolean {
  return state === 'held' || (state !== 'cancelled' && day < today);
}

/** Where an item stands: its meeting and the agenda of that meeting, where there are any. */
export type Place = { readonly meeting: Meeting | null; readonly agenda: Pick<Agenda, 'slots'> | null };

type Known = Pick<AgendaItem, 'id' | 'bodyId' | 'accessClass' | 'published' | 'state'> & Arranged;

function isOutInPlace(item: Known, { meeting, agenda }: Place, today: Day): boolean {
  const slot = agenda?.slots.find(({ itemId }) => itemId === item.id);
  // Taken off because it should never have gone out: its number stays with a note, and its title is nobody else's.
  if (slot?.withdrawn?.titleShown === false) return false;
  if (slot !== undefined && slot.publishedOn !== null) return true;
  const stands = item.state === 'on-agenda' || item.state === 'considered';
  return stands && meeting !== null && hasBeen(meeting, today);
}

/** May this reader read an agenda as it is being made: its secretary, an administrator, its chair and vice-chair? */
export function mayReadDraft(reader: AgendaReader, { bodyId }: Pick<AgendaItem, 'bodyId'>): boolean {
  return reader.may('agenda.draft', { bodyId });
}

/**
 * May this reader know of an item? One rule for pages, print and API: what is not published is for those who make the
 * agenda and those who are asked to agree it, and for whoever reports on the item; what is published is for everybody who
 * may know of business of its access class.
 */
export function mayReadItem(reader: AgendaReader, item: Known, place: Place): boolean {
  const { bodyId, accessClass } = item;
  const ownerIds = isTheirs(item, reader.person) ? [reader.person.id] : [];
  if (reader.may('agenda.draft', { bodyId, accessClass, ownerIds })) return true;
  if (!reader.may('plan.see', { bodyId, accessClass })) return false;
  const placed = place.agenda?.slots.some(({ itemId }) => itemId === item.id) ?? false;
  return isOutInPlace(item, place, reader.today) || (!placed && item.published);
}
