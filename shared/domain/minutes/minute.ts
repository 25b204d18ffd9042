import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { accessClass, recordId } from '../record.ts';

/** The record of one item (or one whole meeting) as minuted. The text is kept exactly as read or typed. */
export const minute = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  meetingId: recordId,
  itemId: recordId.nullable(),
  number: z.string().max(40).nullable(),
  /** A file may hold four megabytes, and all of it may be one item's minute. */
  text: z.string().max(5_000_000),
  status: z.enum(['draft', 'confirmed', 'not-known']),
  recordedOn: day,
  source: z.enum(['read', 'typed']),
  published: z.boolean(),
  accessClass,
}));
export type Minute = z.infer<typeof minute>;
