import type { Day } from '../calendar/day.ts';
import { waitingRequest } from './acts.ts';
import type { Commitment } from './commitment.ts';
import type { Gap } from './owners-side.ts';

/** What is to happen next with a promise. */
export const nextSteps = [
  'decide',
  'find-owner',
  'reassign',
  'answer-more-time',
  'already-late',
  'give-date',
  'accept',
  'place',
  'bring',
  'do',
  'consider',
  'close',
  'nothing',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** Whose step it is. */
export type Whose = 'owner' | 'secretary' | 'nobody';

const onAnAgenda: readonly Commitment['kind'][] = ['report-back', 'referral'];

const steps: Record<NextStep, Whose> = {
  decide: 'nobody',
  'find-owner': 'secretary',
  reassign: 'secretary',
  'answer-more-time': 'secretary',
  'already-late': 'secretary',
  'give-date': 'secretary',
  accept: 'owner',
  place: 'secretary',
  bring: 'owner',
  do: 'owner',
  consider: 'secretary',
  close: 'secretary',
  nothing: 'nobody',
};

type Around = { readonly today: Day; readonly gap: Gap | null };

// What is missing before anybody can be expected to deliver: an owner, a day, a decision whether to chase.
function missing(promise: Commitment, { gap }: Around): NextStep | null {
  if (promise.state === 'not-mine') return 'reassign';
  if (gap !== null) return 'find-owner';
  if (waitingRequest(promise)) return 'answer-more-time';
  if (promise.due.sort === 'undated') return 'give-date';
  return promise.chasedFrom === null ? 'already-late' : null;
}

function whileOpen(promise: Commitment, around: Around): NextStep {
  const lacks = missing(promise, around);
  if (lacks !== null) return lacks;
  // A meeting that has been: what came of it is to be recorded, whatever the owner has said.
  if (promise.placedOn !== null && promise.placedOn.day < around.today) return 'consider';
  if (promise.acceptance.state !== 'accepted') return 'accept';
  if (promise.kind === 'response') return 'bring';
  if (!onAnAgenda.includes(promise.kind)) return 'do';
  return promise.placedOn === null ? 'place' : 'bring';
}

function stepOf(promise: Commitment, around: Around): NextStep {
  switch (promise.state) {
    case 'open':
    case 'not-mine':
      return whileOpen(promise, around);
    case 'proposed':
      return 'decide';
    case 'done':
      return 'consider';
    case 'reported':
      return 'close';
    case 'history':
    case 'closed':
    case 'withdrawn':
      return 'nothing';
  }
}

/** The next step of a promise and whose it is. Noted is not closed: after a report comes the committee's word. */
export function nextStepOf(promise: Commitment, around: Around): { readonly step: NextStep; readonly whose: Whose } {
  const step = stepOf(promise, around);
  return { step, whose: steps[step] };
}
