import type { Facts } from './call-in-validity.ts';

/** A member of the council who is not of the executive: their signature counts. */
export function maySign(facts: Facts, personId: string): boolean {
  const own = facts.get(personId);
  return own?.councillor === true && !own.executive;
}
