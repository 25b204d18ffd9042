import * as z from 'zod';
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
export const limb = z.strictObject({
  number: z.string().max(20).nullable(),
  text: z.string().trim().min(1).max(10_000),
  outcome,
});

/** What the body resolved. */
export const resolution = z.strictObject({
  id: recordId,
  bodyId: recordId,
  meetingId: recordId,
  itemId: recordId,
  minuteId: recordId.nullable(),
  resolvedOn: day,
  limbs: z.array(limb).min(1).max(60),
  published: z.boolean(),
  accessClass,
});
export type Resolution = z.infer<typeof resolution>;
