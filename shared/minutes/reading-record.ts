import * as z from 'zod';
import { strictObjectLater } from '../domain/built-later.ts';
import { day } from '../domain/calendar/day.ts';
import { due } from '../domain/commitments/commitment.ts';
import { recordId } from '../domain/record.ts';
import { findSchema, readingSchema } from './find.ts';

/** What the secretary answered about one promise that was found. */
export const promiseAnswer = strictObjectLater(() => ({
  kind: z.enum(['action', 'report-back', 'response', 'referral', 'delegated-decision']),
  subject: z.string().trim().min(1).max(500),
  toBodyId: recordId,
  ownerRole: z.string().trim().max(200).nullable(),
  ownerPersonId: recordId.nullable(),
  linkOfficerId: recordId.nullable(),
  due,
  /**
   * Asked only when its last day has passed: "Chase it, give it a new date, or keep it as history?" `undecided` is written on
   * acceptance where nobody answered: it is entered, not chased, and the secretary is asked again at home. Null: not late.
   */
  late: z.enum(['chase', 'new-date', 'history', 'undecided']).nullable(),
  /** The day given instead, with `new-date`. */
  newDay: day.nullable(),
}));
export type PromiseAnswer = z.infer<typeof promiseAnswer>;

/** One promise of a part, with the id and the reference it will have. */
export const promiseToEnter = z.strictObject({ findId: z.string(), commitmentId: recordId, reference: z.string() });
export type PromiseToEnter = z.infer<typeof promiseToEnter>;

/**
 * Things to enter in the register in one transaction, with the ids they will have, so that entering them twice enters them once.
 * An item with many parts of a resolution or many promises is entered as several; only the first has `isFirst`.
 */
export const partToEnter = strictObjectLater(() => ({
  key: z.string().max(60),
  /** Null where the text names no item of business and the secretary typed its title. */
  itemFindId: z.string().nullable(),
  isFirst: z.boolean(),
  itemId: recordId,
  minuteId: recordId,
  resolutionId: recordId.nullable(),
  /** Finds that become the parts of that resolution, in order. */
  limbs: z.array(z.string()),
  promises: z.array(promiseToEnter),
  entered: z.boolean(),
}));
export type PartToEnter = z.infer<typeof partToEnter>;

export const readingState = z.enum(['checking', 'entering', 'entered', 'abandoned']);
export type ReadingState = z.infer<typeof readingState>;
type ReadingEvent = 'save' | 'accept' | 'finish' | 'abandon';

/** Everything that may happen to a text being read. */
export const readingTransitions: Record<ReadingState, Partial<Record<ReadingEvent, ReadingState>>> = {
  checking: { save: 'checking', accept: 'entering', abandon: 'abandoned' },
  entering: { finish: 'entered' },
  entered: {},
  abandoned: {},
};

/** A text being read: nothing of it is in the register, published or sent until it is accepted. */
export const readingRecord = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  meetingDay: day,
  minutesStatus: z.enum(['draft', 'confirmed', 'not-known']),
  /** Are these minutes to be published here once accepted? Nothing is published by being read. */
  toBePublished: z.boolean(),
  source: z.enum(['pasted', 'file', 'typed']),
  fileName: z.string().max(300).nullable(),
  readBy: recordId,
  readOn: day,
  reading: readingSchema,
  /** The title of the one item of business, typed where none was found or kept. */
  ownTitle: z.string().trim().max(500).nullable(),
  /** Finds as corrected by the secretary, by find id. */
  corrected: z.record(z.string(), findSchema),
  decisions: z.record(z.string(), z.enum(['keep', 'drop'])),
  /** Matters raised: answered at the meeting unless said to follow. */
  mattersToFollow: z.array(z.string()),
  /** Names in the text that the secretary matched with a person, by find id. No other name becomes anybody. */
  matched: z.record(z.string(), recordId),
  promises: z.record(z.string(), promiseAnswer),
  state: readingState,
  acceptedBy: recordId.nullable(),
  acceptedOn: day.nullable(),
  meetingId: recordId.nullable(),
  parts: z.array(partToEnter),
}));
export type ReadingRecord = z.infer<typeof readingRecord>;
