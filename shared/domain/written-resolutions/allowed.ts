import type { BodyKind } from '../bodies/body.ts';
import type { Membership } from '../bodies/membership.ts';
import { heldOn } from '../bodies/membership.ts';
import type { Procedure } from '../bodies/procedure.ts';
import { amongIn, type Capacity } from '../bodies/quorum.ts';
import { type Day, londonInstant } from '../calendar/day.ts';
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar/working-days.ts';
import { hasLeft, type Person } from '../people/person.ts';
import type { Elector, Terms, WrittenResolution } from './written-resolution.ts';

/**
 * Bodies whose questions are decided by the members present and voting: LGA 1972 Sch 12 para 39, applied to committees
 * by para 44. No standing order can give them a vote by circulation.
 */
const presentAndVoting: readonly BodyKind[] = [
  'council',
  'executive',
  'scrutiny',
  'committee',
  'health-and-wellbeing-board',
];

/** Why a body may not decide in writing, or null. */
export type NotInWriting = 'present-and-voting' | 'not-in-its-procedure' | 'quorum-not-countable';

/** May this kind of body, by this procedure, decide in writing? The kind comes first: its statute cannot be typed away. */
export function notInWriting(
  kind: BodyKind,
  procedure: Pick<Procedure, 'writtenResolutions' | 'quorum'>,
): NotInWriting | null {
  if (presentAndVoting.includes(kind)) return 'present-and-voting';
  if (procedure.writtenResolutions === null) return 'not-in-its-procedure';
  return amongIn(procedure.quorum.including) === null ? 'quorum-not-countable' : null;
}

/** The rules of a body as one decision in writing goes by them; null where it may not. */
export function termsOf(kind: BodyKind, procedure: Pick<Procedure, 'writtenResolutions' | 'quorum'>): Terms | null {
  const { writtenResolutions: rules, quorum } = procedure;
  const among = amongIn(quorum.including);
  if (notInWriting(kind, procedure) !== null || rules === null || among === null) return null;
  return { ...rules, quorum: { ...quorum, among: [...among] } };
}

const capacitiesOf = (held: readonly Membership[], person: Person | undefined): Capacity[] => {
  const own = held.flatMap(({ sitsAs }) => sitsAs ?? []);
  return [...new Set<Capacity>([...own, ...(person?.councillor ? (['councillor'] as const) : [])])];
};

/** The members of a body with a vote on all its business that day, each once. A substitute has none without a meeting. */
export function electorsOf(
  memberships: readonly Membership[],
  { bodyId, today, persons }: { bodyId: string; today: Day; persons: ReadonlyMap<string, Person> },
): Elector[] {
  const voting = memberships.filter(
    (held) =>
      held.bodyId === bodyId &&
      held.votes === 'all' &&
      ['chair', 'vice-chair', 'member', 'co-optee'].includes(held.role) &&
      heldOn(held, today),
  );
  const byPerson = Map.groupBy(voting, ({ personId }) => personId);
  return [...byPerson]
    .filter(([personId]) => {
      const person = persons.get(personId);
      return person !== undefined && !hasLeft(person, today);
    })
    .map(([personId, held]) => ({ personId, sitsAs: capacitiesOf(held, persons.get(personId)) }))
    .toSorted((a, b) => a.personId.localeCompare(b.personId));
}

/** What is wrong with a closing time, or null. */
export type WrongClosing = 'past' | 'too-soon' | 'not-a-working-day';

/** The first day on which it may close, when it is put on `today`. */
export function earliestClosing(today: Day, rules: Pick<Terms, 'daysToAnswer'>, calendar: Calendar): Day {
  return addWorkingDays(today, rules.daysToAnswer, calendar);
}

/** Is there time enough to answer, and an office to ask, if it is put at `now` (UTC) on `today`? */
export function wrongClosing(
  closes: WrittenResolution['closes'],
  { now, today, rules, calendar }: { now: string; today: Day; rules: Pick<Terms, 'daysToAnswer'>; calendar: Calendar },
): WrongClosing | null {
  if (londonInstant(closes.day, closes.time) <= now) return 'past';
  if (closes.day < earliestClosing(today, rules, calendar)) return 'too-soon';
  return isWorkingDay(closes.day, calendar) ? null : 'not-a-working-day';
}
