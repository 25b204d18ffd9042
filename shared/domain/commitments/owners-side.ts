import type { Day } from '../calendar/day.ts';
import { coverOn, hasLeft, type Person } from '../people/person.ts';
import type { Commitment } from './commitment.ts';

type Owed = Pick<Commitment, 'owner'>;
type Persons = ReadonlyMap<string, Person>;

const withCovers = (ids: readonly (string | null | undefined)[], persons: Persons, today: Day): string[] => {
  const found = ids.filter((id) => id !== null && id !== undefined);
  const covers = found.flatMap((id) => {
    const person = persons.get(id);
    return (person && coverOn(person, today)) ?? [];
  });
  return [...new Set([...found, ...covers])];
};

/** Who may answer for a promise that day: its owner, its link officer, and whoever covers for them while they are away. */
export function answerersOf({ owner }: Owed, persons: Persons, today: Day): string[] {
  return withCovers([owner?.personId, owner?.linkOfficerId], persons, today);
}

/**
 * Who may read its story because it is theirs: those who may answer, and the line managers whom the reminder policy
 * tells when it is late. They may read, not answer.
 */
export function ownersSideOf(promise: Owed, persons: Persons, today: Day): string[] {
  const manager = persons.get(promise.owner?.personId ?? '')?.lineManagerId;
  const theirs = persons.get(manager ?? '')?.lineManagerId;
  return [...new Set([...answerersOf(promise, persons, today), ...withCovers([manager, theirs], persons, today)])];
}

/** What stands out about the owner: nobody named or holding the role, or somebody who has left. */
export type Gap = 'vacant' | 'left';

/** The gap in who owes it, or null when somebody does. */
export function ownerGapOf({ owner }: Owed, persons: Persons, today: Day): Gap | null {
  if (owner === null || owner.personId === null) return 'vacant';
  const person = persons.get(owner.personId);
  return person && hasLeft(person, today) ? 'left' : null;
}
