import type { Day } from '../calendar/day.ts';
import { waitingRequest } from './acts.ts';
import type { Commitment } from './commitment.ts';
import type { Gap } from './owners-side.ts';

/** What only the secretary can settle about a promise. */
export const questions = [
  'not-mine',
  'more-time',
  'vacant',
  'left',
  'already-late',
  'no-date',
  'consider',
  'reported',
] as const;
export type Question = (typeof questions)[number];

/** The question that a promise puts to the secretary, or null: the most pressing one when there are several. */
export function questionOf(promise: Commitment, gap: Gap | null, today: Day): Question | null {
  if (promise.state === 'not-mine') return 'not-mine';
  if (promise.state === 'reported') return 'reported';
  if (promise.state !== 'open' && promise.state !== 'done') return null;
  // The meeting it was placed on has been: what was said of it there is still to be recorded.
  if (promise.placedOn !== null && promise.placedOn.day < today) return 'consider';
  if (promise.state === 'done') return null;
  if (waitingRequest(promise)) return 'more-time';
  if (gap !== null) return gap;
  if (promise.due.sort === 'undated') return 'no-date';
  return promise.chasedFrom === null ? 'already-late' : null;
}
