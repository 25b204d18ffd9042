import type { WrittenRules } from '../bodies/procedure.ts';
import type { Capacity } from '../bodies/quorum.ts';
import type { Answer } from './vote.ts';
import type { Elector, Terms } from './written-resolution.ts';

/** One answer, as the rule sees it. */
export type Answered = { readonly personId: string; readonly answer: Answer };

/** The sum: how it stands, and everything that makes it so. */
export type Standing = {
  readonly word: 'open' | 'carried' | 'lost' | 'meeting-required';
  /** Members with a vote on the day it was put. */
  readonly voting: number;
  readonly stoodAside: number;
  /** `voting` less those who stand aside: what the majority is of. */
  readonly entitled: number;
  readonly needs: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  /** Silence: never counted as consent. */
  readonly notAnswered: number;
  readonly quorum: {
    readonly needs: number;
    /** Those who voted or abstained. */
    readonly tookPart: number;
    readonly among: readonly { readonly capacity: Capacity; readonly needs: number; readonly tookPart: number }[];
    readonly met: boolean;
    /** Could it still be met, if everybody who has not answered did? */
    readonly canBeMet: boolean;
  };
};

const majorities: Record<WrittenRules['majority'], (entitled: number) => number> = {
  'more-than-half': (entitled) => Math.floor(entitled / 2) + 1,
  'two-thirds': (entitled) => Math.ceil((2 * entitled) / 3),
  'three-quarters': (entitled) => Math.ceil((3 * entitled) / 4),
  all: (entitled) => entitled,
};

/** How many must be in favour, of so many entitled. Never none: where nobody is entitled nothing can be carried. */
export function votesNeeded(majority: WrittenRules['majority'], entitled: number): number {
  return Math.max(1, majorities[majority](entitled));
}

const sitting = (electors: readonly Elector[], capacity: Capacity): number =>
  electors.filter(({ sitsAs }) => sitsAs.includes(capacity)).length;

function quorumOf({ quorum }: Terms, tookPart: readonly Elector[], silent: readonly Elector[]): Standing['quorum'] {
  const holds = (present: readonly Elector[]): boolean =>
    present.length >= quorum.number &&
    quorum.among.every(({ capacity, number }) => sitting(present, capacity) >= number);
  return {
    needs: quorum.number,
    tookPart: tookPart.length,
    among: quorum.among.map(({ capacity, number }) => ({
      capacity,
      needs: number,
      tookPart: sitting(tookPart, capacity),
    })),
    met: holds(tookPart),
    canBeMet: holds([...tookPart, ...silent]),
  };
}

function wordOf({ needs, quorum, notAnswered, ...sum }: Omit<Standing, 'word'>): Standing['word'] {
  if (sum.for >= needs && quorum.met) return 'carried';
  // Whoever is silent may still be for it; nobody else can become so while their answer stands.
  return sum.for + notAnswered < needs ? 'lost' : 'open';
}

/**
 * How a decision in writing stands: a majority of all members entitled to vote and a quorum of those who answer, by the
 * standing orders of the body (rules 2.8 and 2.9). Only the answers of electors count, one each; the last one given.
 */
export function standingOf(electors: readonly Elector[], answers: readonly Answered[], terms: Terms): Standing {
  const last = new Map(answers.map(({ personId, answer }) => [personId, answer]));
  const who = (...wanted: Answer[]): Elector[] =>
    electors.filter(({ personId }) => wanted.some((answer) => answer === last.get(personId)));
  const aside = who('stand-aside').length;
  const entitled = electors.length - aside;
  const silent = electors.filter(({ personId }) => (last.get(personId) ?? 'meeting') === 'meeting');
  const sum = {
    voting: electors.length,
    stoodAside: aside,
    entitled,
    needs: votesNeeded(terms.majority, entitled),
    for: who('approve').length,
    against: who('reject').length,
    abstained: who('abstain').length,
    notAnswered: silent.length,
    quorum: quorumOf(terms, who('approve', 'reject', 'abstain'), silent),
  };
  return { ...sum, word: who('meeting').length > 0 ? 'meeting-required' : wordOf(sum) };
}

/** What the standing comes to when the time is up: what nobody decided has lapsed. */
export function endOf({ word }: Pick<Standing, 'word'>): 'carried' | 'lost' | 'lapsed' | 'meeting-required' {
  return word === 'open' ? 'lapsed' : word;
}
