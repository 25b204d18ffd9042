import type { Action } from '../../shared/domain/access/access.ts';
import { type AgendaReader, mayReadDraft, mayReadItem, type Place } from '../../shared/domain/access/draft-agenda.ts';
import type { AgendaItem } from '../../shared/domain/agenda-items/agenda-item.ts';
import type { Slot } from '../../shared/domain/agendas/agenda.ts';
import { itemAsPublished, slotsAsPublished, snapshotOf } from '../../shared/domain/agendas/as-published.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import { isOverdue } from '../../shared/domain/commitments/commitment.ts';
import { promiseSubject } from '../../shared/domain/commitments/promise-subject.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import type { AccessClass } from '../../shared/domain/record.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { NotFound } from '../../shared/store/errors.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { snapshotNamed } from '../../shared/store/published.ts';
import type { RecordKind, Versioned } from '../../shared/store/record-kind.ts';
import { find } from '../../shared/store/record-kind.ts';
import type { Caller } from './operation.ts';

type OfABody = { id: string; bodyId: string; accessClass: AccessClass };
type Asking = Pick<Caller, 'may' | 'demand' | 'register' | 'today'>;

/** Which business of a body the caller may know of; private business is left out, never hinted at. */
export function knownTo({ may }: Pick<Caller, 'may'>, action: Action = 'plan.see') {
  return ({ bodyId, accessClass }: Pick<OfABody, 'bodyId' | 'accessClass'>): boolean =>
    may(action, { bodyId, accessClass });
}

/** A record of a body that the caller may read. Throws: of private business that somebody may not know of, `NotFound`. */
export async function readable<T extends OfABody>(
  caller: Asking,
  kind: RecordKind<T>,
  id: string,
  action: Action = 'plan.see',
): Promise<Versioned<T>> {
  const found = await find(caller.register, kind, id);
  if (!found) throw new NotFound(`${kind.type} ${id}`);
  const { bodyId, accessClass } = found.record;
  if (accessClass === 'private' && !caller.may(action, { bodyId, accessClass }))
    throw new NotFound(`${kind.type} ${id}`);
  caller.demand(action, { bodyId, accessClass });
  return found;
}

type Persons = ReadonlyMap<string, Person>;

/** May the caller know of the promise? */
export function knowsPromise(
  { may, today }: Pick<Caller, 'may' | 'today'>,
  promise: Commitment,
  persons: Persons,
): boolean {
  return may('commitment.see', promiseSubject(promise, { persons, today }));
}

/** Lets only those go on who may do that to the promise; of private business others may not know, it is not there. */
export function requirePromise(caller: Asking, action: Action, promise: Commitment, persons: Persons): void {
  if (promise.accessClass === 'private' && !knowsPromise(caller, promise, persons))
    throw new NotFound(`commitment ${promise.id}`);
  caller.demand(action, promiseSubject(promise, { persons, today: caller.today }, action));
}

/** A promise with what can only be said on a day. */
export function promiseSeen(promise: Commitment, today: string) {
  return { ...promise, overdue: isOverdue(promise, today) };
}

const readerOf = ({ may, today, person }: Caller): AgendaReader => ({ may, today, person });

/** A meeting's agenda as the caller may read it: as it is made, or as it was published. */
export type AgendaKnown = {
  readonly place: Place;
  /** Which items the caller may know of. */
  readonly knows: (item: AgendaItem) => boolean;
  /** An item in the words that the caller may read. */
  readonly shown: (item: AgendaItem) => AgendaItem;
  readonly slots: readonly Slot[];
};

/** Reads what decides who may know of the items of a meeting: one rule for pages, print and here. */
export async function agendaKnown(caller: Caller, meetingId: string | null): Promise<AgendaKnown> {
  const { register } = caller;
  const [meeting, agenda] =
    meetingId === null
      ? []
      : await Promise.all([find(register, meetings, meetingId), find(register, agendas, meetingId)]);
  const place: Place = { meeting: meeting?.record ?? null, agenda: agenda?.record ?? null };
  const knows = (item: AgendaItem): boolean => mayReadItem(readerOf(caller), item, place);
  const drafts = meeting !== undefined && mayReadDraft(readerOf(caller), meeting.record);
  if (drafts || !agenda) return { place, knows, shown: (item) => item, slots: agenda?.record.slots ?? [] };
  const name = snapshotOf(agenda.record);
  const face = (name === null ? undefined : await snapshotNamed(register.table, name)) ?? null;
  const out = slotsAsPublished(agenda.record, face);
  const isOut = new Set(out.map(({ itemId }) => itemId));
  return {
    place,
    knows,
    shown: (item) => (isOut.has(item.id) ? itemAsPublished(item, face) : item),
    slots: [...out, ...agenda.record.slots.filter(({ itemId }) => !isOut.has(itemId))],
  };
}

/** An item that the caller may know of. Throws `NotFound` for any other, as if it were not there. */
export async function itemKnown(caller: Caller, id: string): Promise<Versioned<AgendaItem>> {
  const found = await find(caller.register, agendaItems, id);
  const known = found && (await agendaKnown(caller, found.record.meetingId));
  if (!found || !known?.knows(found.record)) throw new NotFound(`agenda-item ${id}`);
  return { ...found, record: known.shown(found.record) };
}
