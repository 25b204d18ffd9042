import type { Membership } from './membership.ts';

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
