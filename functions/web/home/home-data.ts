import { heldOn, type Membership, ORGANISATION, type Role } from '../../../shared/domain/bodies/membership.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { answerersOf } from '../../../shared/domain/commitments/owners-side.ts';
import { coverOn, type Person } from '../../../shared/domain/people/person.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { endedTo, owedBy, owedTo } from '../../../shared/store/commitments.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { maySee } from '../commitments/see-promise.ts';
import type { WebRequest } from '../route.ts';

/** One committee as a home page shows it: only promises that the reader may know of. */
export type OwnBody = { context: BodyContext; owed: Commitment[]; ended: Commitment[] };

/** The bodies in which somebody holds any of the roles that day. */
export function bodiesWhere(memberships: readonly Membership[], roles: readonly Role[], today: Day): string[] {
  const held = memberships.filter((one) => roles.includes(one.role) && heldOn(one, today));
  return [...new Set(held.map(({ bodyId }) => bodyId))].filter((id) => id !== ORGANISATION);
}

/** Reads committees side by side. What the reader may not know of is left out before anything is counted. */
export async function ownBodies(
  request: WebRequest,
  bodyIds: readonly string[],
  persons: ReadonlyMap<string, Person>,
): Promise<OwnBody[]> {
  const { register } = request.services;
  const seen = (all: readonly { record: Commitment }[]) =>
    all.map(({ record }) => record).filter((promise) => maySee(request, promise, persons));
  return Promise.all(
    bodyIds.map(async (id) => {
      const [context, owed, ended] = await Promise.all([
        bodyContext(register, id, request.today),
        owedTo(register, id),
        endedTo(register, id),
      ]);
      return { context, owed: seen(owed), ended: seen(ended) };
    }),
  );
}

const byReference = (a: Commitment, b: Commitment): number => a.reference.localeCompare(b.reference);

/** What the reader answers for today: what they owe, what those they cover for owe, and what they are link officer for. */
export async function promisesOf(request: WebRequest, persons: ReadonlyMap<string, Person>): Promise<Commitment[]> {
  const { today } = request;
  const { register } = request.services;
  const { person, memberships } = request.signedIn();
  const covered = [...persons.values()].filter((one) => coverOn(one, today) === person.id).map(({ id }) => id);
  // A link officer's promises are listed under the outside owner: they are found among all that is owed.
  const link = memberships.some((held) => held.role === 'link-officer' && heldOn(held, today));
  const bodyIds = link ? (await everyBody(register)).map(({ record }) => record.id) : [];
  const lists = await Promise.all([
    ...[person.id, ...covered].map((id) => owedBy(register, id)),
    ...bodyIds.map((id) => owedTo(register, id)),
  ]);
  const all = new Map(lists.flat().map(({ record }) => [record.id, record]));
  return [...all.values()]
    .filter((promise) => answerersOf(promise, persons, today).includes(person.id))
    .toSorted(byReference);
}

/** Everybody by id, for names and covers. */
export function everybodyFor({ services }: WebRequest): Promise<Map<string, Person>> {
  return personsById(services.register);
}
