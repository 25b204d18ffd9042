import { waitingRequest } from '../../../shared/domain/commitments/acts.ts';
import {
  type Commitment,
  type CommitmentEvent,
  commitmentTransitions,
} from '../../../shared/domain/commitments/commitment.ts';
import type { NextStep } from '../../../shared/domain/commitments/next-step.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';

type Act = { text: string; href: string };

const allows = ({ state }: Commitment, event: CommitmentEvent): boolean =>
  commitmentTransitions[state][event] !== undefined;

/** The page on which the secretary takes a step, or null for steps that are not theirs. */
export function actFor(step: NextStep, { id, state }: Commitment): Act | null {
  switch (step) {
    case 'find-owner':
    case 'reassign':
      return { text: say('commitments', `act-${step}`), href: paths.reassign(id) };
    case 'answer-more-time':
      return { text: say('commitments', 'act-answer-more-time'), href: paths.moreTime(id) };
    case 'already-late':
      return { text: say('commitments', 'act-already-late'), href: paths.alreadyLate(id) };
    case 'give-date':
      return { text: say('commitments', 'act-give-date'), href: paths.giveDate(id) };
    case 'place':
      return { text: say('commitments', 'act-place'), href: paths.place(id) };
    case 'consider':
      return { text: say('commitments', 'act-consider'), href: paths.consider(id) };
    case 'close':
      return { text: say('commitments', 'act-close'), href: paths.close(id) };
    case 'nothing':
      if (state === 'closed') return { text: say('commitments', 'act-reopen'), href: paths.close(id) };
      return state === 'history' ? { text: say('commitments', 'act-chase'), href: paths.alreadyLate(id) } : null;
    case 'decide':
    case 'accept':
    case 'bring':
    case 'do':
      return null;
  }
}

/** Everything that a secretary may do with a promise as it stands. */
export function secretaryActs(promise: Commitment): Act[] {
  const { id } = promise;
  const placed = promise.placedOn !== null;
  const offered: [boolean, Act][] = [
    [
      waitingRequest(promise) !== undefined,
      { text: say('commitments', 'act-answer-more-time'), href: paths.moreTime(id) },
    ],
    [
      allows(promise, 'place'),
      { text: say('commitments', placed ? 'act-placeAgain' : 'act-place'), href: paths.place(id) },
    ],
    [allows(promise, 'record-considered'), { text: say('commitments', 'act-consider'), href: paths.consider(id) }],
    [
      allows(promise, 'satisfied') || allows(promise, 'no-longer-wanted'),
      { text: say('commitments', 'act-close'), href: paths.close(id) },
    ],
    [allows(promise, 'set-date'), { text: say('commitments', 'act-give-date'), href: paths.giveDate(id) }],
    [allows(promise, 'hand-over'), { text: say('commitments', 'act-reassign'), href: paths.reassign(id) }],
    [
      promise.chasedFrom === null && (allows(promise, 'chase-from-now') || allows(promise, 'keep-as-history')),
      { text: say('commitments', 'act-already-late'), href: paths.alreadyLate(id) },
    ],
  ];
  return offered.flatMap(([shown, act]) => (shown ? [act] : []));
}
