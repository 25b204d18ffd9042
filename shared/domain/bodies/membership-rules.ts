import { type Membership, ORGANISATION, type Role, role } from './membership.ts';

const FOR_EVER = '9999-12-31';

const overlap = (one: Membership, other: Membership): boolean =>
  one.from <= (other.to ?? FOR_EVER) && other.from <= (one.to ?? FOR_EVER);

/**
 * Why a membership cannot be recorded beside those there are, or null. The same person in the same role of the same body
 * is one membership at a time; days are inclusive.
 */
export function membershipProblem(
  all: readonly Membership[],
  wanted: Membership,
): 'ends-before-it-begins' | 'overlaps' | null {
  if (wanted.to !== null && wanted.to < wanted.from) return 'ends-before-it-begins';
  const same = all.filter(
    ({ id, bodyId, personId, role }) =>
      id !== wanted.id && bodyId === wanted.bodyId && personId === wanted.personId && role === wanted.role,
  );
  return same.some((held) => overlap(held, wanted)) ? 'overlaps' : null;
}

/** Roles to choose from: organisation-wide ones are held in the organisation, all others in a body. */
export const organisationRoles: readonly Role[] = role.options.slice(role.options.indexOf('administrator'));
export const bodyRoles: readonly Role[] = role.options.filter((one) => !organisationRoles.includes(one));

/** May a role be held there? The link officer may be the organisation's or one body's. */
export function isHeldThere(which: Role, bodyId: string): boolean {
  if (which === 'link-officer') return true;
  return bodyId === ORGANISATION ? organisationRoles.includes(which) : bodyRoles.includes(which);
}
