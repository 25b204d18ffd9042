import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Day } from '../calendar/day.ts';
import { type Commitment, lastDayOf } from '../commitments/commitment.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { meetingsInWindow } from '../plan/plan.ts';

/** Why a promise is offered to a meeting. */
export type Offered = { readonly promise: Commitment; readonly why: 'placed' | 'window' | 'overdue' };

const reported: readonly Commitment['kind'][] = ['report-back', 'referral', 'response', 'eia-mitigation'];
const isLive = ({ state }: Commitment): boolean => state === 'open' || state === 'not-mine' || state === 'done';

function whyOffered(promise: Commitment, meeting: Meeting, today: Day): Offered['why'] | null {
  if (promise.placedOn !== null) return promise.placedOn.meetingId === meeting.id ? 'placed' : null;
  if (!reported.includes(promise.kind)) return null;
  if (promise.due.sort !== 'undated' && meetingsInWindow(promise, [meeting]).length > 0) return 'window';
  const last = lastDayOf(promise.due);
  return last !== null && last < today ? 'overdue' : null;
}

const order = { placed: 0, overdue: 1, window: 2 } as const;

/**
 * Promises that could be reported to a meeting: placed on it, overdue to the body, or with the meeting in their window.
 * Those on its agenda already are left out.
 */
export function promisesOffered(
  meeting: Meeting,
  promises: readonly Commitment[],
  { onAgenda, today }: { onAgenda: readonly AgendaItem[]; today: Day },
): readonly Offered[] {
  const taken = new Set(onAgenda.map(({ commitmentId }) => commitmentId));
  return promises
    .filter((promise) => isLive(promise) && promise.bodyId === meeting.bodyId && !taken.has(promise.id))
    .flatMap((promise) => {
      const why = whyOffered(promise, meeting, today);
      return why === null ? [] : [{ promise, why }];
    })
    .toSorted((a, b) => order[a.why] - order[b.why] || a.promise.reference.localeCompare(b.promise.reference));
}
