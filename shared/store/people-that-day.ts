import { heldOn, type Membership } from '../domain/bodies/membership.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import type { PeopleThatDay } from '../domain/messages/recipients.ts';
import type { Person } from '../domain/people/person.ts';
import { people } from './people.ts';
import { getMany, type Register } from './record-kind.ts';

const told = ['chair', 'vice-chair', 'secretary', 'cover-secretary', 'head-of-democratic-services'];

const present = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.filter((id) => id !== null && id !== undefined);

async function add(register: Register, persons: Map<string, Person>, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !persons.has(id));
  if (missing.length === 0) return;
  for (const { record } of await getMany(register, people, missing)) persons.set(record.id, record);
}

/** The people a promise may concern on a day: its owner's side with managers and covers, and the body's officers. */
export async function peopleFor(
  register: Register,
  promise: Pick<Commitment, 'owner'>,
  { memberships, today }: { memberships: readonly Membership[]; today: Day },
): Promise<PeopleThatDay> {
  const persons = new Map<string, Person>();
  const officers = memberships.filter((held) => told.includes(held.role) && heldOn(held, today));
  await add(
    register,
    persons,
    present([promise.owner?.personId, promise.owner?.linkOfficerId, ...officers.map((held) => held.personId)]),
  );
  // Owner, manager, manager's manager: three generations, each with its cover.
  for (let generation = 0; generation < 2; generation += 1) {
    const all = [...persons.values()];
    await add(
      register,
      persons,
      present(all.flatMap(({ lineManagerId, absence }) => [lineManagerId, absence?.coverId])),
    );
  }
  return { persons, memberships, today };
}
