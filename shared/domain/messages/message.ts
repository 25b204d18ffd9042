import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

/** due -> claimed -> sent | failed | in doubt (a claim whose lease ran out without an outcome). */
export const messageState = z.enum(['claimed', 'sent', 'failed', 'in-doubt', 'overtaken', 'not-sent']);

/**
 * One message to one recipient about one milestone, as the log keeps it. Claimed before it is sent, by a conditional
 * write on (recipient, subject, milestone); tried again, with the same message id, when it is in doubt or has failed.
 */
export const message = strictObjectLater(() => ({
  id: recordId,
  /** `email` or `slack`. */
  by: z.enum(['email', 'slack']),
  /** A person id, or `channel:<name>` for a public Slack channel. */
  recipient: z.string().max(120),
  /** The address it went to; null when the person has no confirmed one. */
  address: z.string().max(320).nullable(),
  /** What it is about: commitment ids, in the order listed. */
  commitmentIds: z.array(recordId).max(200),
  /** The record that a notice is about when it is not about promises. */
  aboutId: recordId.optional(),
  bodyId: recordId.nullable(),
  milestone: z.string().max(80),
  /** The London day whose round made it due. */
  dueOn: day,
  title: z.string().max(500),
  state: messageState,
  attempts: z.int().min(0),
  claimedAt: z.iso.datetime(),
  /** Of a claim: when it is in doubt. Of one that failed and `isTriedAgain`: when it is tried again. Real time. */
  leaseUntil: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  /** Repeated after being in doubt: the log says so. */
  repeated: z.boolean(),
  why: z.string().max(300).nullable(),
}));
export type Message = z.infer<typeof message>;

/** A message is handed to its sender this often at most. */
export const MOST_ATTEMPTS = 4;

// After the first, second and third failure: a server that is down for a morning loses nothing, and a wrong address is
// given up within four hours.
const MINUTES_TO_WAIT = [15, 60, 165] as const;

/** Has it failed, and is it tried again? Otherwise a failure is final: somebody must put it right. */
export function isTriedAgain({ state, attempts }: Pick<Message, 'state' | 'attempts'>): boolean {
  return state === 'failed' && attempts < MOST_ATTEMPTS;
}

/** How long to wait after that many attempts, in minutes. */
export function minutesToWait(attempts: number): number {
  return MINUTES_TO_WAIT[attempts - 1] ?? 0;
}

/** Recipients who are no people of the register begin so; the rest is the id of what they put to a meeting. */
export const ASKER_PREFIX = 'asker-';

/** The log of a member of the public's message keeps no address once the message is out, or given up. */
export function withoutAddress(one: Message): Message {
  const over = one.state !== 'claimed' && !isTriedAgain(one);
  return one.recipient.startsWith(ASKER_PREFIX) && over ? { ...one, address: null } : one;
}
