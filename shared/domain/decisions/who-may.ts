import type { PrivateReason } from '../agenda-items/agenda-item.ts';
import { heldOn, type Membership, type Role } from '../bodies/membership.ts';
import type { Person } from '../people/person.ts';

/**
 * Has every member of the council a right to read private business? Of paragraph 3 (unless it is terms proposed in
 * contract negotiations) and paragraph 6 alone: LGA 1972 s.100F(2), (2A); SI 2012/2089 reg 16(5), (6).
 */
export function everyCouncillorMayRead(reason: PrivateReason | null): boolean {
  if (reason?.scheme !== 'schedule-12A') return false;
  return reason.paragraphs.every((paragraph) => paragraph === 6 || (paragraph === 3 && !reason.contractTerms));
}

const seated: readonly Role[] = ['chair', 'vice-chair', 'member'];

/** May this person decide so? One member of an executive for it; an officer who is no councillor. */
export function mayDecide(
  sort: 'individual' | 'officer',
  person: Pick<Person, 'id' | 'councillor'>,
  {
    memberships,
    bodyId,
    executive,
    on,
  }: { memberships: readonly Membership[]; bodyId: string; executive: boolean; on: string },
): boolean {
  if (sort === 'officer') return person.councillor === null;
  const sits = memberships.some(
    (held) => held.personId === person.id && held.bodyId === bodyId && seated.includes(held.role) && heldOn(held, on),
  );
  return executive && sits;
}
