import type { Day } from '../calendar/day.ts';
import { TransitionRefused } from '../record.ts';
import type { RecordedVote } from '../resolutions/resolution.ts';
import { type Answered, endOf, type Standing, standingOf } from './standing.ts';
import type { Given, Vote } from './vote.ts';
import {
  type Asked,
  afterWrittenEvent,
  closesAt,
  type Elector,
  electorOf,
  isOpen,
  type Terms,
  type WrittenEvent,
  type WrittenResolution,
} from './written-resolution.ts';

/** Who acts, when (UTC) and on which London day. */
export type Act = { readonly by: string; readonly at: string; readonly today: Day };

/** Why an answer is not taken. */
export type WhyRefused = 'closed' | 'no-vote' | 'stood-aside';

/** An answer that cannot be taken: it would be no vote. */
export class VoteRefused extends TransitionRefused {
  override name = 'VoteRefused';
  readonly why: WhyRefused;
  constructor(state: string, why: WhyRefused) {
    super(state, 'answer');
    this.why = why;
  }
}

const none = { for: 0, against: 0, abstained: 0, stoodAside: 0 } as const;

/** A draft as typed; nobody is asked yet. */
export function draft(typed: Asked, { id, bodyId }: { id: string; bodyId: string }): WrittenResolution {
  return {
    ...typed,
    id,
    bodyId,
    state: 'draft',
    put: null,
    answersTaken: 0,
    counts: none,
    ended: null,
    resolutionId: null,
    reported: null,
  };
}

/** A draft typed again. Throws `TransitionRefused` once it has been put. */
export function changeDraft(was: WrittenResolution, typed: Asked): WrittenResolution {
  return { ...was, ...typed, state: afterWrittenEvent(was.state, 'change') };
}

/** It is put to the members who have a vote that day, under the rules of that day. */
export function put(
  was: WrittenResolution,
  { by, at, today }: Act,
  { terms, electors }: { terms: Terms; electors: readonly Elector[] },
): WrittenResolution {
  const state = afterWrittenEvent(was.state, 'put');
  return { ...was, state, put: { at, on: today, by, terms, electors: [...electors] } };
}

/** Why this person's answer cannot be taken at that moment, or null. `held` is what they answered before. */
export function whyNotAnswer(
  which: WrittenResolution,
  { personId, at, held }: { personId: string; at: string; held: Given['answer'] | null },
): WhyRefused | null {
  if (electorOf(which, personId) === null) return 'no-vote';
  if (!isOpen(which, at)) return 'closed';
  return held === 'stand-aside' ? 'stood-aside' : null;
}

const answersOf = (votes: readonly Vote[]): Answered[] =>
  votes.map(({ personId, given: { answer } }) => ({ personId, answer }));

/** How it stands by these answers. Throws when it has not been put. */
export function standing({ put: opened }: WrittenResolution, votes: readonly Vote[]): Standing {
  if (opened === null) throw new Error('A draft has no standing');
  return standingOf(opened.electors, answersOf(votes), opened.terms);
}

const endings: Record<ReturnType<typeof endOf>, WrittenEvent> = {
  carried: 'carry',
  lost: 'lose',
  lapsed: 'lapse',
  'meeting-required': 'require-meeting',
};

/** The identifier of the resolution that a carried one becomes; the same however often it is asked for. */
const resolutionIdOf = ({ id }: WrittenResolution): string => `${id}-resolved`;

function ended(
  was: WrittenResolution,
  { at, today, by }: { at: string; today: Day; by: string | null },
  { event, why = null }: { event: WrittenEvent; why?: string | null },
): WrittenResolution {
  const state = afterWrittenEvent(was.state, event);
  return {
    ...was,
    state,
    ended: { at, on: today, by, why },
    resolutionId: state === 'carried' ? resolutionIdOf(was) : null,
  };
}

const countsOf = (sum: Standing): WrittenResolution['counts'] => ({
  for: sum.for,
  against: sum.against,
  abstained: sum.abstained,
  stoodAside: sum.stoodAside,
});

/**
 * One answer is taken; `votes` are all of them, this one included. It ends at once when a meeting is required, or when
 * it is decided and the rules it was put under let it close early.
 */
export function takeAnswer(was: WrittenResolution, { by, at, today }: Act, votes: readonly Vote[]): WrittenResolution {
  const sum = standing(was, votes);
  const next = {
    ...was,
    state: afterWrittenEvent(was.state, 'answer'),
    answersTaken: was.answersTaken + 1,
    counts: countsOf(sum),
  };
  if (sum.word === 'meeting-required') return ended(next, { at, today, by }, { event: 'require-meeting' });
  const closes = sum.word !== 'open' && was.put?.terms.closesEarly === true;
  return closes ? ended(next, { at, today, by: null }, { event: endings[endOf(sum)] }) : next;
}

/** Its time is up: what the answers come to. Null while it is still open, or when it has ended already. */
export function closeAtDeadline(
  was: WrittenResolution,
  { at, today }: Omit<Act, 'by'>,
  votes: readonly Vote[],
): WrittenResolution | null {
  if (was.state !== 'put' || at < closesAt(was)) return null;
  return ended(was, { at, today, by: null }, { event: endings[endOf(standing(was, votes))] });
}

/** The secretary withdraws it, and why; no answer counts any more. */
export function withdraw(was: WrittenResolution, { by, at, today }: Act, why: string): WrittenResolution {
  return ended(was, { at, today, by }, { event: 'withdraw', why });
}

/** It was reported to a meeting of the body. Throws `TransitionRefused` for one that has not ended. */
export function report(was: WrittenResolution, meeting: { meetingId: string; on: Day }): WrittenResolution {
  if (was.ended === null || was.state === 'withdrawn') throw new TransitionRefused(was.state, 'report');
  return { ...was, reported: meeting };
}

const recorded: Record<Given['answer'], RecordedVote['vote']> = {
  approve: 'for',
  reject: 'against',
  abstain: 'abstained',
  'stand-aside': 'stood-aside',
  meeting: 'did-not-answer',
};

/** Each member with a vote and how they used it: what the record of the resolution keeps. */
export function votesForRecord({ put: opened }: WrittenResolution, votes: readonly Vote[]): RecordedVote[] {
  const by = new Map(votes.map(({ personId, given }) => [personId, recorded[given.answer]]));
  return (opened?.electors ?? []).map(({ personId }) => ({ personId, vote: by.get(personId) ?? 'did-not-answer' }));
}
