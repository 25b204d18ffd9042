import * as z from 'zod';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { accessClass, recordId } from '../record.ts';

/** What a member may answer. `stand-aside` takes no part and is final; `meeting` ends the decision in writing. */
export const answer = z.enum(['approve', 'reject', 'abstain', 'stand-aside', 'meeting']);
export type Answer = z.infer<typeof answer>;

/** Sorts of interest: NHS England, Managing conflicts of interest in the NHS (2017). */
export const interestSort = z.enum(['financial', 'professional', 'personal', 'indirect']);

const words = (most: number) => z.string().trim().min(1).max(most);

/** An answer as given: an interest with standing aside, and only then. */
export const given = unionLater('answer', () => [
  z.strictObject({ answer: z.enum(['approve', 'reject', 'abstain', 'meeting']), comment: words(4000).nullable() }),
  z.strictObject({
    answer: z.literal('stand-aside'),
    comment: words(4000).nullable(),
    interest: z.strictObject({ sort: interestSort, what: words(1000) }),
  }),
]);
export type Given = z.infer<typeof given>;

/** One member's answer to one decision in writing; there is never a second, only another version of it. */
export const vote = strictObjectLater(() => ({
  id: recordId,
  writtenResolutionId: recordId,
  bodyId: recordId,
  personId: recordId,
  given,
  /** When it was first given, and when last changed. UTC. */
  firstAt: z.iso.datetime(),
  at: z.iso.datetime(),
  accessClass,
}));
export type Vote = z.infer<typeof vote>;
