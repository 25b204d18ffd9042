import * as z from 'zod';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { accessClass, moved, recordId } from '../record.ts';

/** What kind of promise it is (product.md, "commitment"). */
export const commitmentKind = z.enum([
  'action',
  'report-back',
  'response',
  'referral',
  'delegated-decision',
  'eia-mitigation',
]);

/**
 * When it is due. A `window` is inclusive at both ends; `undated` keeps the words as said and asks the secretary for a day.
 */
export const due = unionLater('sort', () => [
  z.strictObject({ sort: z.literal('window'), from: day, to: day, asSaid: z.string().max(500) }),
  z.strictObject({ sort: z.literal('day'), day, asSaid: z.string().max(500) }),
  z.strictObject({ sort: z.literal('undated'), asSaid: z.string().max(500) }),
]);
export type Due = z.infer<typeof due>;

/** Who owes it: a role first, then whoever holds it; for an outside body a contact and an inside link officer. */
export const owner = strictObjectLater(() => ({
  role: z.string().trim().max(200).nullable(),
  personId: recordId.nullable(),
  linkOfficerId: recordId.nullable(),
  since: day,
}));
export type Owner = z.infer<typeof owner>;

export const commitmentState = z.enum([
  'proposed',
  'open',
  'not-mine',
  'done',
  'reported',
  'closed',
  'withdrawn',
  'history',
]);
export type CommitmentState = z.infer<typeof commitmentState>;

export const commitmentEvents = [
  'make-live',
  'accept',
  'refuse',
  'hand-over',
  'place',
  'ask-more-time',
  'agree-more-time',
  'decline-more-time',
  'set-date',
  'say-done',
  'record-considered',
  'satisfied',
  'not-satisfied',
  'no-longer-wanted',
  'keep-as-history',
  'chase-from-now',
  'add-progress',
] as const;
export type CommitmentEvent = (typeof commitmentEvents)[number];

/** Everything that may happen to a promise. Done is not closed and noted is not closed: only the committee closes. */
export const commitmentTransitions: Record<CommitmentState, Partial<Record<CommitmentEvent, CommitmentState>>> = {
  proposed: { 'make-live': 'open', 'no-longer-wanted': 'withdrawn', 'keep-as-history': 'history' },
  open: {
    accept: 'open',
    refuse: 'not-mine',
    'hand-over': 'open',
    place: 'open',
    'ask-more-time': 'open',
    'agree-more-time': 'open',
    'decline-more-time': 'open',
    'set-date': 'open',
    'say-done': 'done',
    'record-considered': 'reported',
    'no-longer-wanted': 'withdrawn',
    'keep-as-history': 'history',
    'chase-from-now': 'open',
    'add-progress': 'open',
  },
  'not-mine': {
    'hand-over': 'open',
    place: 'not-mine',
    'set-date': 'not-mine',
    'record-considered': 'reported',
    'no-longer-wanted': 'withdrawn',
    'keep-as-history': 'history',
  },
  done: {
    place: 'done',
    'hand-over': 'done',
    'record-considered': 'reported',
    satisfied: 'closed',
    'not-satisfied': 'open',
    'no-longer-wanted': 'withdrawn',
    'add-progress': 'done',
  },
  reported: { satisfied: 'closed', 'not-satisfied': 'open', 'no-longer-wanted': 'withdrawn' },
  closed: { 'not-satisfied': 'open' },
  withdrawn: {},
  history: { 'chase-from-now': 'open' },
};

/** A request for more time and what became of it. No date is ever overwritten. */
export const extension = strictObjectLater(() => ({
  askedOn: day,
  askedBy: recordId,
  reason: z.string().max(2000),
  was: due,
  wanted: due,
  answer: z.enum(['waiting', 'agreed', 'declined']),
  answeredOn: day.nullable(),
  answeredBy: recordId.nullable(),
}));

/** A report brought to a meeting, and what the committee said of it. */
export const reportBrought = strictObjectLater(() => ({
  meetingId: recordId,
  on: day,
  minuteReference: z.string().max(200),
  said: z.string().max(2000),
}));

/** How the promise ended, by whom, and at which minute. */
export const closure = strictObjectLater(() => ({
  how: z.enum(['satisfied', 'no-longer-wanted', 'history']),
  on: day,
  by: recordId,
  meetingId: recordId.nullable(),
  minuteReference: z.string().max(200).nullable(),
  reason: z.string().max(2000).nullable(),
}));

/** A promise that a resolution, minute, report or EIA creates. */
export const commitment = strictObjectLater(() => ({
  id: recordId,
  /** Body code, year, number: 'HOSB/19/07'. Unique. */
  reference: z.string().regex(/^[A-Z]{2,5}\/\d{2}\/\d{2,4}$/),
  kind: commitmentKind,
  /** What is promised, in few words. */
  subject: z.string().trim().min(1).max(500),
  /** The exact words as said. */
  asSaid: z.string().trim().max(10_000),
  /** The body it is owed to. */
  bodyId: recordId,
  madeOn: day,
  source: z.strictObject({
    meetingId: recordId.nullable(),
    itemId: recordId.nullable(),
    minuteId: recordId.nullable(),
    resolutionId: recordId.nullable(),
    limb: z.string().max(20).nullable(),
  }),
  owner: owner.nullable(),
  due,
  recurs: z.enum(['once', 'every-meeting', 'quarterly', 'yearly']),
  state: commitmentState,
  /**
   * Never retrospective (reminders.md B1.5): milestones before `chasedFrom` are not sent; null = chasing is off
   * and the secretary is asked "chase, new date, or history?".
   */
  chasedFrom: day.nullable(),
  acceptance: z.strictObject({ state: z.enum(['not-asked', 'asked', 'accepted', 'refused']), on: day.nullable() }),
  /** The meeting it is placed on in the body's plan. */
  placedOn: z.strictObject({ meetingId: recordId, day, since: day }).nullable(),
  doneOn: day.nullable(),
  progress: z.array(z.strictObject({ on: day, by: recordId, text: z.string().max(4000) })).max(200),
  extensions: z.array(extension).max(50),
  reports: z.array(reportBrought).max(50),
  closure: closure.nullable(),
  /** Goes up whenever the due day changes by agreement, so that the milestones of the new day are sent afresh. */
  cycle: z.int().min(0),
  /** First day on which the promise was overdue; kept after closure, so that slippage is not forgotten. */
  overdueSince: day.nullable(),
  accessClass,
}));
export type Commitment = z.infer<typeof commitment>;

/** The states in which somebody still owes something. */
export const owedStates: readonly CommitmentState[] = ['open', 'not-mine', 'done', 'reported'];

/** The last day on which it can be met in time, or null when undated. */
export function lastDayOf(when: Due): string | null {
  if (when.sort === 'window') return when.to;
  return when.sort === 'day' ? when.day : null;
}

/** The first day on which it may be met, or null when undated. A day has no window before it. */
export function firstDayOf(when: Due): string | null {
  if (when.sort === 'window') return when.from;
  return when.sort === 'day' ? when.day : null;
}

/**
 * Overdue: still owed to the committee, not yet said done or reported, and its last day is past.
 * "Overdue" is never said of a promise that is history or whose chasing has not begun.
 */
export function isOverdue(promise: Pick<Commitment, 'state' | 'due'>, today: string): boolean {
  const last = lastDayOf(promise.due);
  return (promise.state === 'open' || promise.state === 'not-mine') && last !== null && today > last;
}

/** The state after an event; throws `TransitionRefused`. */
export function afterEvent(from: CommitmentState, event: CommitmentEvent): CommitmentState {
  return moved<CommitmentState, CommitmentEvent>(commitmentTransitions, from, event);
}
