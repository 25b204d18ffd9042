import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';
import { capacity } from './quorum.ts';

/** The body id under which organisation-wide roles are held. */
export const ORGANISATION = 'organisation';

/** Roles in a body, and organisation-wide ones (memberships of the organisation itself). */
export const role = z.enum([
  'chair',
  'vice-chair',
  'member',
  'co-optee',
  'substitute',
  'officer',
  'observer',
  'secretary',
  'cover-secretary',
  'link-officer',
  'administrator',
  'monitoring-officer',
  'proper-officer',
  'chief-finance-officer',
  'head-of-paid-service',
  'head-of-democratic-services',
  'equality-lead',
  'staff',
]);
export type Role = z.infer<typeof role>;

/** A person's role in a body between two days. Reminders go to whoever holds the role that day. */
export const membership = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  personId: recordId,
  role,
  votes: z.enum(['all', 'education', 'none']),
  group: z.string().trim().max(80).nullable(),
  /** In what capacities the seat counts towards a quorum that asks for some of them; a councillor counts as one anyway. */
  sitsAs: z.array(capacity).max(4).optional(),
  from: day,
  to: day.nullable(),
}));
export type Membership = z.infer<typeof membership>;

/** Holds on that day? Days inclusive. */
export function heldOn(which: Pick<Membership, 'from' | 'to'>, today: string): boolean {
  return which.from <= today && (which.to === null || today <= which.to);
}

/** Whoever holds the role in the body that day, in the order given. */
export function holdersOf(
  memberships: readonly Membership[],
  bodyId: string,
  wanted: Role,
  today: string,
): readonly string[] {
  return memberships
    .filter((held) => held.bodyId === bodyId && held.role === wanted && heldOn(held, today))
    .map((held) => held.personId);
}
