import type { Subject } from '../access/access.ts';
import type { WrittenResolution } from './written-resolution.ts';

/**
 * What the access table is asked about a decision in writing. Whoever has a vote on private business may know of it,
 * for as long as they hold a seat there: a co-optee with a vote too.
 */
export function writtenSubject({ bodyId, accessClass, put }: WrittenResolution): Subject {
  return { bodyId, accessClass, ownerIds: put?.electors.map(({ personId }) => personId) ?? [] };
}
