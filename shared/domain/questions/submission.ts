import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { addMonths, type Day, day } from '../calendar/day.ts';
import { moved, recordId } from '../record.ts';
import { type RefusalReason, refusalReason, submissionSort } from './question-rules.ts';

/**
 * Whoever has not confirmed their address has put nothing to the committee yet: what they wrote waits outside the
 * register (`asking`), and this record begins with `received`.
 */
export const submissionState = z.enum(['received', 'admitted', 'refused', 'answered', 'withdrawn']);
export type SubmissionState = z.infer<typeof submissionState>;
type SubmissionEvent = 'admit' | 'refuse' | 'answer' | 'withdraw';

/** Everything that may happen to one that was received. A refusal may be thought better of until it is forgotten. */
export const submissionTransitions: Record<SubmissionState, Partial<Record<SubmissionEvent, SubmissionState>>> = {
  received: { admit: 'admitted', refuse: 'refused', withdraw: 'withdrawn' },
  admitted: { answer: 'answered', refuse: 'refused', withdraw: 'withdrawn' },
  refused: { admit: 'admitted' },
  answered: { answer: 'answered' },
  withdrawn: {},
};

/** Longer than any rules allow, shorter than what a table's item holds. Characters. */
export const MOST_CHARACTERS = 12_000;

/** What somebody wrote: theirs, kept beside the record and its history, so that it can be deleted without breaking either. */
export const said = strictObjectLater(() => ({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  /** How they are connected with the area: 'I live in Abbey ward'. */
  connection: z.string().trim().max(300),
  text: z.string().trim().min(1).max(MOST_CHARACTERS),
  /** May their name be published with it? The address never is. */
  publishName: z.boolean(),
}));
export type Said = z.infer<typeof said>;

/** What is asked of whom: the part that is no secret of the asker's. */
export const asked = strictObjectLater(() => ({
  sort: submissionSort,
  bodyId: recordId,
  meetingId: recordId,
  /** Of a petition, as its organiser counts them; null otherwise. */
  signatures: z.int().min(1).max(10_000_000).nullable(),
}));

/** A submission whose address is not confirmed yet. It waits seven days and is nobody's business until then. */
export const asking = strictObjectLater(() => ({
  id: recordId,
  asked,
  said,
  /** UTC, business time. */
  sentAt: z.iso.datetime(),
  /** What the link of the mail carries beside the id. */
  secret: z.string().min(20).max(100),
}));
export type Asking = z.infer<typeof asking>;

/** A question, petition or deputation that was put to a meeting. What the asker wrote is not in it: see `said`. */
export const submission = strictObjectLater(() => ({
  id: recordId,
  ...asked.shape,
  /** The meeting's day, for lists and for when it is forgotten. */
  meetingDay: day,
  sentAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime(),
  /** From when it counts: see `countsFrom`. */
  countsFrom: z.iso.datetime(),
  words: z.int().min(1),
  /** SHA-256 of what was said and a salt kept with it: shows that the words are the ones that were sent. */
  saidDigest: z.string().regex(/^[0-9a-f]{64}$/),
  publishName: z.boolean(),
  state: submissionState,
  decision: z
    .strictObject({
      on: day,
      by: recordId,
      reason: refusalReason.nullable(),
      /** In the decider's own words, as the asker is told. */
      why: z.string().trim().max(2000).nullable(),
    })
    .nullable(),
  reply: z.strictObject({ on: day, by: recordId, text: z.string().trim().min(1).max(10_000) }).nullable(),
  /** The first day on which what the asker wrote is deleted. */
  forgetOn: day,
  forgotten: z.boolean(),
}));
export type Submission = z.infer<typeof submission>;

type Act = { readonly by: string; readonly today: Day };

/** It will be put at the meeting. Throws `TransitionRefused`. */
export function admit(which: Submission, { by, today }: Act): Submission {
  const state = moved(submissionTransitions, which.state, 'admit');
  return { ...which, state, decision: { on: today, by, reason: null, why: null } };
}

/** It will not be put, for a reason of the body's list. Throws `TransitionRefused`. */
export function refuse(
  which: Submission,
  { by, today }: Act,
  { reason, why }: { readonly reason: RefusalReason; readonly why: string },
): Submission {
  const state = moved(submissionTransitions, which.state, 'refuse');
  return { ...which, state, decision: { on: today, by, reason, why } };
}

/** The reply is recorded; it may be put right, and both are in the history. Throws `TransitionRefused`. */
export function answer(which: Submission, { by, today }: Act, text: string): Submission {
  const state = moved(submissionTransitions, which.state, 'answer');
  return { ...which, state, reply: { on: today, by, text } };
}

/** The asker has taken it back. Throws `TransitionRefused`. */
export function withdraw(which: Submission): Submission {
  return { ...which, state: moved(submissionTransitions, which.state, 'withdraw') };
}

/** What the asker wrote has been deleted: the act stays on the record, the person does not. */
export function forget(which: Submission): Submission {
  return { ...which, forgotten: true };
}

/** The first day on which what the asker wrote is deleted: so many months after the meeting. */
export function forgetOn(meetingDay: Day, monthsKept: number): Day {
  return addMonths(meetingDay, monthsKept);
}

/** Does it wait for somebody to say whether it will be put? */
export function waits({ state }: Pick<Submission, 'state'>): boolean {
  return state === 'received';
}

/** Does it take one of the places of a meeting? */
export function counts({ state }: Pick<Submission, 'state'>): boolean {
  return state !== 'refused' && state !== 'withdrawn';
}
