import { londonInstant } from '../../../../shared/domain/calendar/day.ts';
import {
  type Act,
  accept,
  addProgress,
  answerMoreTime,
  askMoreTime,
  closeSatisfied,
  place,
  recordConsidered,
  refuse,
  reopen,
  sayDone,
} from '../../../../shared/domain/commitments/acts.ts';
import type { Commitment, CommitmentEvent, Due } from '../../../../shared/domain/commitments/commitment.ts';
import type { Actor } from '../../../../shared/domain/history/history-entry.ts';
import { businessId } from '../business.ts';
import { demonstrationDay } from '../demonstration-day.ts';
import { meetingId } from '../meetings.ts';

/** One change of a promise, with the whole record as it was after it. */
export type PromiseStep = {
  readonly at: string;
  readonly actor: Actor;
  readonly event: string;
  readonly reason: string | null;
  readonly record: Commitment;
};

/** A message of the past, as the log of the promise tells it. */
export type SentBefore = {
  readonly milestoneKey: string;
  readonly day: string;
  /** Person id. */
  readonly who: string;
  readonly title: string;
};

export type PromiseStory = {
  readonly steps: readonly PromiseStep[];
  readonly sentBefore: readonly SentBefore[];
};

/** What happened to a promise on a day. */
export type Happening = {
  readonly on: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly event: CommitmentEvent;
  readonly reason?: string;
  readonly act: (promise: Commitment, act: Act) => Commitment;
};

type Sketch = Pick<Commitment, 'id' | 'reference' | 'kind' | 'subject' | 'asSaid' | 'bodyId' | 'madeOn' | 'due'> &
  Partial<Pick<Commitment, 'recurs' | 'state'>> & {
    readonly source: Commitment['source'];
    readonly owner: { readonly role: string; readonly personId: string | null; readonly linkOfficerId?: string };
    /** Who recorded it: the secretary of the body. */
    readonly recordedBy: string;
  };

// The same words as the register's own acts.
const inThePast: Record<CommitmentEvent, string> = {
  'make-live': 'made live',
  accept: 'accepted',
  refuse: 'refused as not mine',
  'hand-over': 'handed over',
  place: 'placed on a meeting',
  'ask-more-time': 'more time asked for',
  'agree-more-time': 'more time agreed',
  'decline-more-time': 'more time declined',
  'set-date': 'given a date',
  'say-done': 'said to be done',
  'record-considered': 'report considered',
  satisfied: 'closed: the committee is satisfied',
  'not-satisfied': 'reopened: the committee is not yet satisfied',
  'no-longer-wanted': 'withdrawn: no longer wanted',
  'keep-as-history': 'kept as history',
  'chase-from-now': 'chased from now',
  'add-progress': 'progress noted',
};

// What the body itself says is recorded in the evening, after its meeting.
const inTheMeeting: readonly CommitmentEvent[] = ['record-considered', 'satisfied', 'not-satisfied', 'agree-more-time'];

/** Where a promise arose: the item, its minute, and the part of its resolution if it was resolved. */
export function arisesFrom(bodyId: string, day: string, number: string, limb: string | null): Commitment['source'] {
  return {
    meetingId: meetingId(bodyId, day),
    itemId: businessId('item', bodyId, day, number),
    minuteId: businessId('minute', bodyId, day, number),
    resolutionId: limb === null ? null : businessId('resolution', bodyId, day, number),
    limb,
  };
}

// What the past would have sent is in `sentBefore`: the first round of the demonstration must not send it again.
const pastHandled = (promise: Commitment): Commitment => ({
  ...promise,
  chasedFrom: promise.chasedFrom === null ? null : demonstrationDay,
});

function recorded({ owner, recordedBy: _recordedBy, ...sketch }: Sketch): Commitment {
  return {
    recurs: 'once',
    state: 'open',
    ...sketch,
    owner: { linkOfficerId: null, ...owner, since: sketch.madeOn },
    chasedFrom: demonstrationDay,
    acceptance: { state: 'not-asked', on: null },
    placedOn: null,
    doneOn: null,
    progress: [],
    extensions: [],
    reports: [],
    closure: null,
    cycle: 0,
    overdueSince: null,
    accessClass: 'internal',
  };
}

function whoActed({ by, onBehalfOf = null }: { by: string; onBehalfOf?: string | null }): Actor {
  return { sort: 'person', personId: by, onBehalfOf };
}

/**
 * The story of a promise: recorded, then one record after each happening, by the same acts as the register uses, so that
 * no state of it can be one that the register would refuse.
 */
export function promiseStory(
  sketch: Sketch,
  happenings: readonly Happening[],
  sentBefore: readonly SentBefore[] = [],
): PromiseStory {
  const first: PromiseStep = {
    at: londonInstant(sketch.madeOn, '20:30'),
    actor: whoActed({ by: sketch.recordedBy }),
    event: sketch.state === 'proposed' ? 'proposed' : 'recorded',
    reason: null,
    record: recorded(sketch),
  };
  const steps = [first];
  for (const happening of happenings) {
    const before = (steps.at(-1) ?? first).record;
    const record = pastHandled(happening.act(before, { by: happening.by, today: happening.on }));
    const hour = inTheMeeting.includes(happening.event) ? '21' : '11';
    steps.push({
      at: londonInstant(happening.on, `${hour}:${String(steps.length).padStart(2, '0')}`),
      actor: whoActed(happening),
      event: inThePast[happening.event],
      reason: happening.reason ?? null,
      record,
    });
  }
  return { steps, sentBefore };
}

type Who = { readonly on: string; readonly by: string; readonly onBehalfOf?: string };

export function accepted(who: Who): Happening {
  return { ...who, event: 'accept', act: accept };
}

export function refused(who: Who, reason: string): Happening {
  return { ...who, event: 'refuse', reason, act: (promise, act) => refuse(promise, act, reason) };
}

export function placedOn(who: Who, bodyId: string, day: string): Happening {
  return { ...who, event: 'place', act: (promise, act) => place(promise, act, { id: meetingId(bodyId, day), day }) };
}

export function progressed(who: Who, text: string): Happening {
  return { ...who, event: 'add-progress', act: (promise, act) => addProgress(promise, act, text) };
}

export function saidDone(who: Who, evidence: string): Happening {
  return { ...who, event: 'say-done', reason: evidence, act: (promise, act) => sayDone(promise, act, evidence) };
}

export function askedMoreTime(who: Who, wanted: Due, reason: string): Happening {
  return {
    ...who,
    event: 'ask-more-time',
    reason,
    act: (promise, act) => askMoreTime(promise, act, { wanted, reason }),
  };
}

export function agreedMoreTime(who: Who, reason: string): Happening {
  return { ...who, event: 'agree-more-time', reason, act: (promise, act) => answerMoreTime(promise, act, 'agreed') };
}

export function considered(who: Who, bodyId: string, minuteReference: string, said: string): Happening {
  const meeting = { id: meetingId(bodyId, who.on), day: who.on };
  return {
    ...who,
    event: 'record-considered',
    reason: said,
    act: (promise, act) => recordConsidered(promise, act, { meeting, minuteReference, said }),
  };
}

export function satisfied(who: Who, minuted: { meetingId: string | null; minuteReference: string | null }): Happening {
  return { ...who, event: 'satisfied', act: (promise, act) => closeSatisfied(promise, act, minuted) };
}

export function notSatisfied(who: Who, due: Due, reason: string): Happening {
  return { ...who, event: 'not-satisfied', reason, act: (promise, act) => reopen(promise, act, due) };
}
