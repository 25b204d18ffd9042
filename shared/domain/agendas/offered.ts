import { type AgendaItem, unarranged } from '../agenda-items/agenda-item.ts';
import type { Day } from '../calendar/day.ts';
import { type Commitment, lastDayOf } from '../commitments/commitment.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { meetingsInWindow } from '../plan/plan.ts';
import type { WrittenResolution } from '../written-resolutions/written-resolution.ts';

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

const newOn = ({ id, meetingId }: Placed) => ({ ...unarranged, id, meetingId, number: null, attendedFor: [] });
type Placed = { readonly id: string; readonly meetingId: string };

/** A promise as business that reports back on it. `reportOf` names whose it is. */
export function itemOfPromise(promise: Commitment, { reportOf, ...at }: Placed & { reportOf: string }): AgendaItem {
  return {
    ...newOn(at),
    bodyId: promise.bodyId,
    title: promise.subject.slice(0, 500),
    purpose: 'discussion',
    reportOf: reportOf.slice(0, 500),
    mattersRaised: [],
    report: 'not-attached',
    origin: { sort: 'promise', commitmentId: promise.id },
    commitmentId: promise.id,
    state: 'on-agenda',
    published: false,
    accessClass: promise.accessClass === 'private' ? 'private' : 'internal',
  };
}

/** A decision in writing as business that tells the body of it. */
export function itemOfWritten(written: WrittenResolution, at: Placed): AgendaItem {
  return {
    ...newOn(at),
    bodyId: written.bodyId,
    title: written.title,
    purpose: 'information',
    reportOf: null,
    mattersRaised: [],
    report: 'oral',
    origin: { sort: 'written-resolution', writtenResolutionId: written.id },
    commitmentId: null,
    state: 'on-agenda',
    published: false,
    accessClass: written.accessClass,
  };
}
