import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { accessClass, recordId } from '../record.ts';

/** Outcomes of a resolution or one of its parts. 'approved' is shown as 'agreed' where that is the custom. */
export const outcome = z.enum([
  'approved',
  'noted',
  'received',
  'deferred',
  'referred',
  'delegated',
  'rejected',
  'recommended',
  'withdrawn',
]);
export type Outcome = z.infer<typeof outcome>;

/** A numbered part: 'part (1)' on the page. */
export const limb = strictObjectLater(() => ({
  number: z.string().max(20).nullable(),
  text: z.string().trim().min(1).max(10_000),
  outcome,
}));

/** How one member voted, where each vote is recorded. */
const recordedVote = strictObjectLater(() => ({
  personId: recordId,
  vote: z.enum(['for', 'against', 'abstained', 'stood-aside', 'did-not-answer']),
}));
export type RecordedVote = z.infer<typeof recordedVote>;

/** What the body resolved: at a meeting, or in writing without one. */
export const resolution = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  /** Null for one that was passed without a meeting. */
  meetingId: recordId.nullable(),
  itemId: recordId.nullable(),
  minuteId: recordId.nullable(),
  resolvedOn: day,
  limbs: z.array(limb).min(1).max(60),
  /** The written resolution by which it was passed; null for a meeting's. */
  writtenResolutionId: recordId.nullable(),
  /** Each vote, where they are recorded; empty otherwise. */
  votes: z.array(recordedVote).max(500),
  published: z.boolean(),
  accessClass,
}));
export type Resolution = z.infer<typeof resolution>;
