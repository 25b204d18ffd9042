import * as z from 'zod';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { accessClass, recordId, recordTypes } from '../record.ts';

/** Who did it: a person, or a part of the system acting on its own. */
export const actor = unionLater('sort', () => [
  z.strictObject({ sort: z.literal('person'), personId: recordId, onBehalfOf: recordId.nullable() }),
  z.strictObject({ sort: z.literal('system'), part: z.string().max(80) }),
]);
export type Actor = z.infer<typeof actor>;

/** The part of a history entry that is hashed as it stands: who, when, which command, why. */
export const envelope = strictObjectLater(() => ({
  recordType: z.enum(recordTypes),
  recordId,
  version: z.int().min(1),
  at: z.iso.datetime(),
  actor,
  /** Past tense: 'commitment accepted'. */
  event: z.string().min(1).max(100),
  commandId: z.string().max(100),
  reason: z.string().max(4000).nullable(),
  schema: z.int().min(1),
  accessClass,
}));
export type Envelope = z.infer<typeof envelope>;

/** The changed fields, before and after. Null when redacted: the chain still verifies by the digest. */
export const payload = strictObjectLater(() => ({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
}));
export type Payload = z.infer<typeof payload>;

/** One link of a record's chain. hash = SHA-256(previous ‖ canonical envelope ‖ payload digest), in hex. */
export const historyEntry = strictObjectLater(() => ({
  envelope,
  payload: payload.nullable(),
  salt: z.string().nullable(),
  payloadDigest: z.string().regex(/^[0-9a-f]{64}$/),
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}));
export type HistoryEntry = z.infer<typeof historyEntry>;

/** What the first entry of a chain follows. */
export const GENESIS = '0'.repeat(64);

/** The fields that differ, before and after; JSON equality. */
export function changedFields(before: Record<string, unknown> | null, after: Record<string, unknown>): Payload {
  const was = before ?? {};
  const keys = [...new Set([...Object.keys(was), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));
  return { before: pick(was), after: pick(after) };
}
