import type { Slot } from '../agendas/agenda.ts';
import type { Day } from '../calendar/day.ts';
import { pressingFirst } from '../commitments/action-log.ts';
import { type Commitment, firstDayOf, isOverdue, lastDayOf, owedStates } from '../commitments/commitment.ts';
import type { Person } from '../people/person.ts';
import type { ArrangedInPublic, PublishedLog } from './published.ts';

/** What Quorate attaches to standing items, as far as the public may have it. */
export type MadeForAgenda = { readonly log: PublishedLog | null; readonly minutesOf: ArrangedInPublic['minutesOf'] };

/** What a promise was made in, by id: what the public may not know of, and what it can read already. */
export type SourcesNow = { readonly hidden: ReadonlySet<string>; readonly shown: ReadonlySet<string> };

/**
 * May the public know of it? Not of a private promise, nor of one made in what is private, whatever the promise itself
 * says; and of no promise before what it was made in is published: reading minutes in publishes nothing.
 */
export function isOpenPromise({ accessClass, source }: Commitment, { hidden, shown }: SourcesNow): boolean {
  const { meetingId, itemId, minuteId, resolutionId } = source;
  const from = [resolutionId, minuteId, itemId, meetingId].filter((id) => id !== null && id !== undefined);
  if (accessClass === 'private' || from.some((id) => hidden.has(id))) return false;
  return accessClass === 'public' || from.slice(0, 1).some((id) => shown.has(id));
}

const standingOn = (promise: Commitment, today: Day): PublishedLog['rows'][number]['standing'] => {
  if (promise.state === 'done' || promise.state === 'reported') return promise.state;
  // Never said of one whose chasing has not begun.
  return isOverdue(promise, today) && promise.chasedFrom !== null ? 'overdue' : 'open';
};

/**
 * The action log as the public reads it: what was promised, by which role, when it is due and how it stands. No name, and
 * nothing that anybody wrote about it since. `promises` only those that are open to the public.
 */
export function logInPublic(
  promises: readonly Commitment[],
  { persons, today }: { persons: ReadonlyMap<string, Person>; today: Day },
): PublishedLog {
  const owed = promises.filter(({ state }) => owedStates.includes(state));
  return {
    asOf: today,
    rows: pressingFirst(owed, today).map((promise) => ({
      reference: promise.reference,
      subject: promise.subject,
      role: promise.owner?.role ?? persons.get(promise.owner?.personId ?? '')?.jobTitle ?? null,
      from: firstDayOf(promise.due),
      to: lastDayOf(promise.due),
      standing: standingOn(promise, today),
    })),
  };
}

/** What Quorate made for a standing item; nothing for other business, nor for what was withdrawn. */
export function madeFor({ standing, withdrawn, closed }: Slot, made: MadeForAgenda | undefined) {
  if (standing === null || withdrawn !== null || closed !== undefined) return {};
  return {
    standing,
    ...(standing === 'action-log' && made?.log ? { log: made.log } : {}),
    ...(standing === 'minutes' && made?.minutesOf ? { minutesOf: made.minutesOf } : {}),
  };
}
