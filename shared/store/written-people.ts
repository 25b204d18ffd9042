import { holdersOf, type Role } from '../domain/bodies/membership.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { WrittenResolution } from '../domain/written-resolutions/written-resolution.ts';
import { membershipsOf } from './people.ts';
import { find, type Register } from './record-kind.ts';
import { writtenResolutions } from './written-resolutions.ts';

async function holders(register: Register, { bodyId }: WrittenResolution, roles: readonly Role[], today: Day) {
  const held = (await membershipsOf(register, bodyId)).map(({ record }) => record);
  return roles.flatMap((role) => holdersOf(held, bodyId, role, today));
}

/** Everybody who is told how it ended: the members who were asked, and the secretary. */
export async function whomToTell(register: Register, id: string, today: Day): Promise<string[]> {
  const found = await find(register, writtenResolutions, id);
  if (!found) return [];
  const asked = found.record.put?.electors.map(({ personId }) => personId) ?? [];
  const serving = await holders(register, found.record, ['secretary'], today);
  return [...new Set([...asked, ...serving])];
}

/** Who is told how it stands while it is open: the secretary and the chair. */
export async function whoWatches(register: Register, which: WrittenResolution, today: Day): Promise<string[]> {
  return [...new Set(await holders(register, which, ['secretary', 'chair'], today))];
}
