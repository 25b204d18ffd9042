import { type AgendaItem, itemTransitions } from '../agenda-items/agenda-item.ts';
import type { Day } from '../calendar/day.ts';
import { moved, TransitionRefused } from '../record.ts';
import type { Agenda, ItemRoute, Numbering, Slot } from './agenda.ts';
import { numbered, partOfSlot } from './numbering.ts';
import { reportInForce, reportStanding } from './publication.ts';

/** As many as an agenda holds. */
export const MOST_ITEMS = 150;

const renumbered = (agenda: Agenda, slots: readonly Slot[]): Agenda => ({ ...agenda, slots: numbered(slots, agenda) });

/** The slot of an item on the agenda. Throws `TransitionRefused` for an item that is not on it. */
export function slotOf({ slots }: Pick<Agenda, 'slots'>, itemId: string): Slot {
  const found = slots.find((one) => one.itemId === itemId);
  if (!found) throw new TransitionRefused('not-on-agenda', 'change');
  return found;
}

/** The slot that an item takes; its number is settled by the agenda. */
export function slotFor({ id, title, accessClass, origin }: AgendaItem): Slot {
  return {
    itemId: id,
    number: '1',
    title,
    accessClass,
    standing: origin.sort === 'standing' ? origin.key : null,
    publishedOn: null,
    route: null,
    withdrawn: null,
  };
}

/** An agenda begun: its items in order, numbered by the scheme. */
export function beginAgenda(
  of: { id: string; bodyId: string; numbering: Numbering; firstNumber: number; series: string },
  items: readonly AgendaItem[],
): Agenda {
  const empty: Agenda = {
    ...of,
    slots: [],
    chairsAgreement: { askedOn: null, answer: null, said: null, on: null },
    posted: [],
    publications: [],
    accessClass: 'internal',
  };
  return renumbered(empty, items.map(slotFor));
}

/** Adds an item after another (or last of its part). Throws `TransitionRefused` when it is there already or there is no room. */
export function addItem(agenda: Agenda, item: AgendaItem, after: string | null): Agenda {
  if (agenda.slots.some(({ itemId }) => itemId === item.id)) throw new TransitionRefused('on-agenda', 'add');
  if (agenda.slots.length >= MOST_ITEMS) throw new TransitionRefused('full', 'add');
  const place = agenda.slots.findIndex(({ itemId }) => itemId === after);
  const at = place === -1 ? placeOfNew(agenda, item) : place + 1;
  return renumbered(agenda, agenda.slots.toSpliced(at, 0, slotFor(item)));
}

// New business goes before urgent business and the date of the next meeting, unless the agenda is out: then it comes last.
function placeOfNew({ slots }: Agenda, item: AgendaItem): number {
  if (item.accessClass === 'private') return slots.length;
  const closing = slots.findIndex(
    ({ standing, publishedOn }) => publishedOn === null && (standing === 'urgent' || standing === 'next-meeting'),
  );
  return closing === -1 ? slots.length : closing;
}

/** One that is in public again has nothing in its place any more. */
const opened = ({ closed, ...slot }: Slot, { accessClass }: AgendaItem): Slot =>
  closed === undefined || accessClass !== 'private' ? slot : { ...slot, closed };

/** The item as it was edited: title and access are copied; one that becomes private goes to Part II. */
export function editItem(agenda: Agenda, item: AgendaItem): Agenda {
  slotOf(agenda, item.id);
  const slots = agenda.slots.map((slot) =>
    slot.itemId === item.id ? { ...opened(slot, item), title: item.title, accessClass: item.accessClass } : slot,
  );
  return renumbered(agenda, slots);
}

/** What the public reads in the place of an item that became private, where nobody gave other words. */
export const CLOSED_NOTE = 'Withdrawn from publication.';

/** Would saving the item so take from the public something that it has? */
export function closes({ slots }: Pick<Agenda, 'slots'>, item: Pick<AgendaItem, 'id' | 'accessClass'>): boolean {
  const slot = slots.find(({ itemId }) => itemId === item.id);
  const shown = slot !== undefined && slot.publishedOn !== null && slot.accessClass !== 'private';
  return shown && item.accessClass === 'private' && slot.withdrawn === null;
}

/** An item that is made private after it was published: in public its number stays, with a note and without its title. */
export function closeItem(agenda: Agenda, item: AgendaItem, why: { on: Day; note: string }): Agenda {
  const closed = { ...why, title: slotOf(agenda, item.id).title };
  const edited = editItem(agenda, item);
  return { ...edited, slots: edited.slots.map((slot) => (slot.itemId === item.id ? { ...slot, closed } : slot)) };
}

/** May the item change places with the one before (-1) or after it (1)? Published items and the motion to exclude stay. */
export function canMove({ slots }: Pick<Agenda, 'slots'>, itemId: string, by: -1 | 1): boolean {
  const at = slots.findIndex((slot) => slot.itemId === itemId);
  const [one, other] = [slots[at], slots[at + by]];
  if (!one || !other || one.publishedOn !== null || one.standing === 'exclusion') return false;
  return partOfSlot(one) === partOfSlot(other) && other.standing !== 'exclusion';
}

/**
 * Moves an item within its part to a place of the list (from 0, counted without it). Numbers follow. Throws
 * `TransitionRefused` for an item whose number is published, for the motion to exclude, and into another part.
 */
export function moveItem(agenda: Agenda, itemId: string, to: number): Agenda {
  const slot = slotOf(agenda, itemId);
  if (slot.publishedOn !== null) throw new TransitionRefused('published', 'move');
  const rest = agenda.slots.filter((one) => one.itemId !== itemId);
  const at = Math.max(0, Math.min(to, rest.length));
  const after = renumbered(agenda, rest.toSpliced(at, 0, slot));
  const lands = after.slots.findIndex((one) => one.itemId === itemId);
  // Sorting by parts puts an item back that was meant for the other part: nothing of the kind was asked for.
  if (lands !== at) throw new TransitionRefused('other-part', 'move');
  return after;
}

/** Takes an item off an agenda that has not shown it. A published one keeps its number and its place. */
export function takeOff(agenda: Agenda, itemId: string): Agenda {
  if (slotOf(agenda, itemId).publishedOn !== null) throw new TransitionRefused('published', 'take-off');
  return renumbered(
    agenda,
    agenda.slots.filter((slot) => slot.itemId !== itemId),
  );
}

/** The lawful way found for an item; null takes it back. */
export function setRoute(agenda: Agenda, itemId: string, route: ItemRoute | null): Agenda {
  slotOf(agenda, itemId);
  return { ...agenda, slots: agenda.slots.map((slot) => (slot.itemId === itemId ? { ...slot, route } : slot)) };
}

/** The chair is asked to agree the agenda. Asking again clears an earlier answer: it was about another agenda. */
export function askChair(agenda: Agenda, today: Day): Agenda {
  return { ...agenda, chairsAgreement: { askedOn: today, answer: null, said: null, on: null } };
}

/** The chair agrees, or has a question. It never holds notice up. */
export function answerAsChair(
  agenda: Agenda,
  { answer, said }: { answer: 'agreed' | 'question'; said: string | null },
  today: Day,
): Agenda {
  const { askedOn } = agenda.chairsAgreement;
  return { ...agenda, chairsAgreement: { askedOn: askedOn ?? today, answer, said, on: today } };
}

/** The chair says whether they are minded to take late business as urgent: an opinion beforehand, not the ruling. */
export function answerUrgency(agenda: Agenda, itemId: string, minded: boolean): Agenda {
  const { route } = slotOf(agenda, itemId);
  if (route?.route !== 'chairs-urgency' && route?.route !== 'own-terms')
    throw new TransitionRefused('not-asked', 'answer');
  return setRoute(agenda, itemId, { ...route, minded });
}

/** An item put on an agenda of its body, keeping all that was arranged for it. */
export function placedOn(item: AgendaItem, meetingId: string): AgendaItem {
  return { ...item, meetingId, state: moved(itemTransitions, item.state, 'place') };
}

/** An item put off from a meeting: it waits for another one. */
export function deferredFrom(item: AgendaItem, meetingId: string): AgendaItem {
  return {
    ...item,
    meetingId: null,
    number: null,
    origin: { sort: 'deferred', fromMeetingId: meetingId },
    state: moved(itemTransitions, item.state, 'defer'),
  };
}

/**
 * An item put off from an agenda that had shown it: until another agenda shows it, it is a draft's business again. What
 * was withdrawn of its reports does not come along, so that it does not go out a second time.
 */
export function putOffFrom(agenda: Pick<Agenda, 'id' | 'publications'>, item: AgendaItem): AgendaItem {
  const reports = item.reports.filter(({ id }) => reportStanding(agenda, id).withdrawnBy === null);
  return {
    ...deferredFrom(item, agenda.id),
    reports,
    report: reportInForce(agenda, item),
    published: false,
    accessClass: item.accessClass === 'public' ? 'internal' : item.accessClass,
  };
}

/** An item that is not wanted any more. */
export function withdrawnItem(item: AgendaItem): AgendaItem {
  return { ...item, state: moved(itemTransitions, item.state, 'withdraw') };
}
