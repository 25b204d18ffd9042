import * as z from 'zod';

const votes = z.int({ error: 'must be a whole number' }).min(0, { error: 'must not be negative' });

/** The count of a vote; `castingVote` is that of the person presiding, null where none was given. */
export const voteCount = z.object({
  for: votes,
  against: votes,
  abstain: votes,
  castingVote: z.enum(['for', 'against'], { error: 'must be for, against or null' }).nullable().default(null),
});
export type VoteCount = z.infer<typeof voteCount>;

export type VoteOutcome = 'carried' | 'lost' | 'tied' | 'nobody-voted';

/**
 * A question is decided by a majority of members present and voting; abstentions are not votes. On a tie, and only then,
 * the casting vote decides. LGA 1972 Sch 12 para 39 (committees: para 44).
 */
export function voteOutcome(count: VoteCount): VoteOutcome {
  if (count.for !== count.against) return count.for > count.against ? 'carried' : 'lost';
  if (count.castingVote !== null) return count.castingVote === 'for' ? 'carried' : 'lost';
  return count.for === 0 ? 'nobody-voted' : 'tied';
}

/** The outcome as it is told, with its reason where a reader may doubt it. */
export function voteResult(count: VoteCount): string {
  const outcome = voteOutcome(count);
  switch (outcome) {
    case 'tied':
      return 'tied: person presiding may give second or casting vote; if not given, not carried';
    case 'nobody-voted':
      return 'not carried: no majority of members present and voting';
    case 'carried':
      // Only where more abstained than voted does a reader wonder how it can have been carried.
      return count.abstain > count.for + count.against ? 'carried (abstentions are not votes)' : 'carried';
    case 'lost':
      return 'lost';
  }
}
