import type { Body } from './body.ts';

/** What of a body does not go together, or null. */
export function faultOfBody({ id, firstDay, lastDay, parentId, successorId }: Body): 'ends-first' | 'is-itself' | null {
  if (lastDay !== null && lastDay < firstDay) return 'ends-first';
  return [parentId, successorId].includes(id) ? 'is-itself' : null;
}
