import * as z from 'zod';
import { writtenRules } from '../bodies/procedure.ts';
import { capacity } from '../bodies/quorum.ts';
import { strictObjectLater } from '../built-later.ts';
import { day, londonInstant } from '../calendar/day.ts';
import { accessClass, moved, recordId } from '../record.ts';

export const writtenState = z.enum(['draft', 'put', 'carried', 'lost', 'lapsed', 'meeting-required', 'withdrawn']);
export type WrittenState = z.infer<typeof writtenState>;

const writtenEvents = ['change', 'put', 'answer', 'carry', 'lose', 'lapse', 'require-meeting', 'withdraw'] as const;
export type WrittenEvent = (typeof writtenEvents)[number];

/** Everything that may happen to a decision in writing. What has ended stays as it ended: another one is put afresh. */
export const writtenTransitions: Record<WrittenState, Partial<Record<WrittenEvent, WrittenState>>> = {
  draft: { change: 'draft', put: 'put', withdraw: 'withdrawn' },
  put: {
    answer: 'put',
    carry: 'carried',
    lose: 'lost',
    lapse: 'lapsed',
    'require-meeting': 'meeting-required',
    withdraw: 'withdrawn',
  },
  carried: {},
  lost: {},
  lapsed: {},
  'meeting-required': {},
  withdrawn: {},
};

/** A member with a vote on the day it was put, and what the seat counts as towards the quorum. */
export const elector = z.strictObject({ personId: recordId, sitsAs: z.array(capacity).max(4) });
export type Elector = z.infer<typeof elector>;

/** The rules it was put under: a later change of the procedure does not reach it. */
export const terms = strictObjectLater(() => ({
  ...writtenRules.shape,
  quorum: z.strictObject({
    number: z.int().min(1).max(200),
    including: z.string().nullable(),
    among: z.array(z.strictObject({ capacity, number: z.int().min(1).max(99) })).max(8),
  }),
}));
export type Terms = z.infer<typeof terms>;

const count = z.int().min(0).max(500);

/** How the answers stand, kept on the record so that a list need not read them. */
const counts = z.strictObject({ for: count, against: count, abstained: count, stoodAside: count });

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What is asked, before it is put: everything that the secretary types. */
export const asked = strictObjectLater(() => ({
  title: z.string().trim().min(1).max(200),
  /** The text to be resolved, part by part. */
  parts: z
    .array(z.strictObject({ number: z.string().max(20), text: z.string().trim().min(1).max(4000) }))
    .min(1)
    .max(40),
  background: z.string().trim().max(10_000).nullable(),
  /** Where the paper is: its title or its address. */
  paper: z.string().trim().max(500).nullable(),
  /** It is put at the request of the chair (or the vice-chair in the chair's place), who asked on that day. */
  requestedBy: recordId,
  requestedOn: day,
  /** London day and wall-clock time up to which answers count. */
  closes: z.strictObject({ day, time: clockTime }),
  accessClass: accessClass.exclude(['public']),
}));
export type Asked = z.infer<typeof asked>;

/** A decision that members are asked for in writing, without a meeting. */
export const writtenResolution = strictObjectLater(() => ({
  ...asked.shape,
  id: recordId,
  bodyId: recordId,
  state: writtenState,
  /** Null while it is a draft. */
  put: z
    .strictObject({ at: z.iso.datetime(), on: day, by: recordId, terms, electors: z.array(elector).min(1).max(500) })
    .nullable(),
  /** How many answers were taken, changed ones included: each moves the record on, so that no two decide at once. */
  answersTaken: z.int().min(0),
  counts,
  ended: z
    .strictObject({
      at: z.iso.datetime(),
      on: day,
      /** Who required the meeting or withdrew it; null when the answers or the clock ended it. */
      by: recordId.nullable(),
      why: z.string().max(2000).nullable(),
    })
    .nullable(),
  /** The resolution in the record, once carried. */
  resolutionId: recordId.nullable(),
  /** The meeting to which it was reported; null until then. */
  reported: z.strictObject({ meetingId: recordId, on: day }).nullable(),
}));
export type WrittenResolution = z.infer<typeof writtenResolution>;

/** The next state. Throws `TransitionRefused`. */
export function afterWrittenEvent(state: WrittenState, event: WrittenEvent): WrittenState {
  return moved(writtenTransitions, state, event);
}

/** The moment up to which answers count, as a UTC instant. */
export function closesAt({ closes }: Pick<WrittenResolution, 'closes'>): string {
  return londonInstant(closes.day, closes.time);
}

/** Is it open for answers at that moment? The record decides, whether or not anything has closed it yet. */
export function isOpen(which: Pick<WrittenResolution, 'state' | 'closes'>, at: string): boolean {
  return which.state === 'put' && at < closesAt(which);
}

/** Ended, and not yet reported to a meeting of the body. */
export function isToBeReported({ state, reported }: Pick<WrittenResolution, 'state' | 'reported'>): boolean {
  return reported === null && ['carried', 'lost', 'lapsed', 'meeting-required'].includes(state);
}

/** The member who sits there that day, or null. */
export function electorOf(which: Pick<WrittenResolution, 'put'>, personId: string): Elector | null {
  return which.put?.electors.find((one) => one.personId === personId) ?? null;
}
