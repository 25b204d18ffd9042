import * as z from 'zod';
import { day } from '../domain/calendar/day.ts';
import { due } from '../domain/commitments/commitment.ts';
import { recordId } from '../domain/record.ts';
import { findSchema, readingSchema } from './find.ts';

/** What the secretary answered about one promise that was found. */
export const promiseAnswer = z.strictObject({
  kind: z.enum(['action', 'report-back', 'response', 'referral', 'delegated-decision']),
  subject: z.string().trim().min(1).max(500),
  toBodyId: recordId,
  ownerRole: z.string().trim().max(200).nullable(),
  ownerPersonId: recordId.nullable(),
  linkOfficerId: recordId.nullable(),
  due,
  /** Asked only when its milestones have passed: "Chase it, give it a new date, or keep it as history?" */
  late: z.enum(['chase', 'new-date', 'history']).nullable(),
});
export type PromiseAnswer = z.infer<typeof promiseAnswer>;

/** One thing to enter in the register, with the ids it will have, so that entering it twice enters it once. */
export const partToEnter = z.strictObject({
  key: z.string().max(60),
  itemFindId: z.string().nullable(),
  itemId: recordId,
  minuteId: recordId,
  resolutionId: recordId.nullable(),
  promises: z.array(z.strictObject({ findId: z.string(), commitmentId: recordId, reference: z.string() })),
  entered: z.boolean(),
});
export type PartToEnter = z.infer<typeof partToEnter>;

/** A text being read: nothing of it is in the register, published or sent until it is accepted. */
export const readingRecord = z.strictObject({
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
  /** Finds as corrected by the secretary, by find id. */
  corrected: z.record(z.string(), findSchema),
  decisions: z.record(z.string(), z.enum(['keep', 'drop'])),
  /** Matters raised: answered at the meeting unless said to follow. */
  mattersToFollow: z.array(z.string()),
  promises: z.record(z.string(), promiseAnswer),
  state: z.enum(['checking', 'entering', 'entered', 'abandoned']),
  meetingId: recordId.nullable(),
  parts: z.array(partToEnter),
});
export type ReadingRecord = z.infer<typeof readingRecord>;
