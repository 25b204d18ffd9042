import * as z from 'zod';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

/** due -> claimed -> sent | failed | in doubt (a claim whose lease ran out without an outcome). */
export const messageState = z.enum(['claimed', 'sent', 'failed', 'in-doubt', 'overtaken', 'not-sent']);
export type MessageState = z.infer<typeof messageState>;

/**
 * One message to one recipient about one milestone, as the log keeps it. Claimed before it is sent, by a conditional
 * write on (recipient, subject, milestone); sent again at most once when in doubt, with the same message id.
 */
export const message = z.strictObject({
  id: recordId,
  /** `email` or `slack`. */
  by: z.enum(['email', 'slack']),
  /** A person id, or `channel:<name>` for a public Slack channel. */
  recipient: z.string().max(120),
  /** The address it went to; null when the person has no confirmed one. */
  address: z.string().max(320).nullable(),
  /** What it is about: commitment ids, in the order listed. */
  commitmentIds: z.array(recordId).max(200),
  bodyId: recordId.nullable(),
  milestone: z.string().max(80),
  /** The London day whose round made it due. */
  dueOn: day,
  title: z.string().max(500),
  state: messageState,
  attempts: z.int().min(0),
  claimedAt: z.iso.datetime(),
  leaseUntil: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  /** Repeated after being in doubt: the log says so. */
  repeated: z.boolean(),
  why: z.string().max(300).nullable(),
});
export type Message = z.infer<typeof message>;
