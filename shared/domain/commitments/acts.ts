import type { Day } from '../calendar/day.ts';
import { afterEvent, type Commitment, type CommitmentEvent, type Due, lastDayOf, type Owner } from './commitment.ts';

/** Who acts, and on which London day. */
export type Act = { by: string; today: Day };

/** The first day on which it was late, kept for ever once there is one. */
const slippage = (promise: Commitment, today: Day): Day | null => {
  if (promise.overdueSince !== null) return promise.overdueSince;
  const last = lastDayOf(promise.due);
  return last !== null && today > last ? last : null;
};

const step = (promise: Commitment, event: CommitmentEvent, today: Day): Commitment => ({
  ...promise,
  state: afterEvent(promise.state, event),
  overdueSince: slippage(promise, today),
});

/** A new day by agreement: milestones begin afresh from today, so that none of the past is sent. */
const withDue = (promise: Commitment, due: Due, today: Day): Commitment => ({
  ...promise,
  due,
  cycle: promise.cycle + 1,
  chasedFrom: today,
  placedOn: null,
});

/** The owner accepts: from now on the reminders go towards its day. */
export function accept(promise: Commitment, { today }: Act): Commitment {
  return { ...step(promise, 'accept', today), acceptance: { state: 'accepted', on: today } };
}

/** "Not mine": a refusal is an answer, not silence. The secretary reassigns it. */
export function refuse(promise: Commitment, { by, today }: Act, reason: string): Commitment {
  return {
    ...step(promise, 'refuse', today),
    acceptance: { state: 'refused', on: today },
    progress: [...promise.progress, { on: today, by, text: `Not mine: ${reason}` }],
  };
}

/** A new owner, who is asked afresh; nothing that was due before is sent to them. */
export function handOver(promise: Commitment, { today }: Act, to: Omit<Owner, 'since'>): Commitment {
  return {
    ...step(promise, 'hand-over', today),
    owner: { ...to, since: today },
    acceptance: { state: 'not-asked', on: null },
    cycle: promise.cycle + 1,
    chasedFrom: promise.chasedFrom === null ? null : today,
  };
}

/** Puts it on a meeting in the body's plan. Reminders then go towards that meeting's report deadline. */
export function place(promise: Commitment, { today }: Act, meeting: { id: string; day: Day }): Commitment {
  return { ...step(promise, 'place', today), placedOn: { meetingId: meeting.id, day: meeting.day, since: today } };
}

/** Takes it off the meeting it was placed on: the item that was to report on it was put off. It waits in the plan again. */
export function unplace(promise: Commitment, { today }: Act): Commitment {
  return { ...step(promise, 'place', today), placedOn: null };
}

/** The owner asks for more time; the day stands until somebody agrees. */
export function askMoreTime(
  promise: Commitment,
  { by, today }: Act,
  asked: { wanted: Due; reason: string },
): Commitment {
  const request = {
    askedOn: today,
    askedBy: by,
    was: promise.due,
    answer: 'waiting' as const,
    answeredOn: null,
    answeredBy: null,
  };
  return { ...step(promise, 'ask-more-time', today), extensions: [...promise.extensions, { ...request, ...asked }] };
}

/** The request that waits for an answer, if any: the newest. */
export function waitingRequest(promise: Commitment) {
  return promise.extensions.findLast(({ answer }) => answer === 'waiting');
}

/** Answers every waiting request. Agreed: the newest wish becomes the day; both days are kept. */
export function answerMoreTime(promise: Commitment, { by, today }: Act, answer: 'agreed' | 'declined'): Commitment {
  const asked = waitingRequest(promise);
  const next = step(promise, answer === 'agreed' ? 'agree-more-time' : 'decline-more-time', today);
  const extensions = promise.extensions.map((one) =>
    one.answer === 'waiting' ? { ...one, answer, answeredOn: today, answeredBy: by } : one,
  );
  const answered = { ...next, extensions };
  return answer === 'agreed' && asked ? withDue(answered, asked.wanted, today) : answered;
}

/** The secretary gives a day to a promise that had none, or a new one to a promise read too late. */
export function setDate(promise: Commitment, { today }: Act, due: Due): Commitment {
  return withDue(step(promise, 'set-date', today), due, today);
}

/** The owner says it is done, with what shows it. Done is not closed. */
export function sayDone(promise: Commitment, { by, today }: Act, evidence: string): Commitment {
  return {
    ...step(promise, 'say-done', today),
    doneOn: today,
    progress: [...promise.progress, { on: today, by, text: evidence }],
  };
}

/** A line of progress, for whoever looks. */
export function addProgress(promise: Commitment, { by, today }: Act, text: string): Commitment {
  return { ...step(promise, 'add-progress', today), progress: [...promise.progress, { on: today, by, text }] };
}

/** A report as brought to a meeting. */
export type Considered = { meeting: { id: string; day: Day }; minuteReference: string; said: string };

/** The report was considered at a meeting. Noted is not closed. Slippage counts to the day of that meeting. */
export function recordConsidered(
  promise: Commitment,
  _act: Act,
  { meeting, minuteReference, said }: Considered,
): Commitment {
  return {
    ...step(promise, 'record-considered', meeting.day),
    reports: [...promise.reports, { meetingId: meeting.id, on: meeting.day, minuteReference, said }],
  };
}

/** Where the committee said so. */
export type Minuted = { meetingId: string | null; minuteReference: string | null };

/** The committee is satisfied, at a minute: only this closes a promise. */
export function closeSatisfied(promise: Commitment, { by, today }: Act, minuted: Minuted): Commitment {
  const reported = promise.reports.at(-1)?.on ?? promise.doneOn ?? today;
  return {
    ...step(promise, 'satisfied', reported),
    closure: { how: 'satisfied', on: today, by, reason: null, ...minuted },
  };
}

/** The committee is not yet satisfied: open again, with a new window. */
export function reopen(promise: Commitment, { today }: Act, due: Due): Commitment {
  return { ...withDue(step(promise, 'not-satisfied', today), due, today), closure: null, doneOn: null };
}

/** The committee no longer wants it, and says why. */
export function noLongerWanted(
  promise: Commitment,
  { by, today }: Act,
  { reason, ...minuted }: Minuted & { reason: string },
): Commitment {
  return {
    ...step(promise, 'no-longer-wanted', today),
    closure: { how: 'no-longer-wanted', on: today, by, reason, ...minuted },
  };
}

/** Kept for the record and never chased: an old promise read from old minutes. */
export function keepAsHistory(promise: Commitment, { by, today }: Act, reason: string): Commitment {
  return {
    ...step(promise, 'keep-as-history', today),
    chasedFrom: null,
    closure: { how: 'history', on: today, by, reason, meetingId: null, minuteReference: null },
  };
}

/** Chasing begins today; milestones already passed are never sent. */
export function chaseFromNow(promise: Commitment, { today }: Act): Commitment {
  return { ...step(promise, 'chase-from-now', today), chasedFrom: today, closure: null };
}
