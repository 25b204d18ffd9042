import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';
import type { RecordedVote } from '../resolutions/resolution.ts';
import { standing, votesForRecord } from './acts.ts';
import type { Vote } from './vote.ts';
import type { WrittenResolution } from './written-resolution.ts';

const count = z.int().min(0);

/** What the public reads of a decision in writing, once it has ended. */
export const publishedWritten = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  bodyName: z.string(),
  title: z.string(),
  parts: z.array(z.strictObject({ number: z.string(), text: z.string() })),
  result: z.enum(['carried', 'lost', 'lapsed']),
  putOn: day,
  endedOn: day,
  majority: z.string(),
  sum: z.strictObject({
    voting: count,
    stoodAside: count,
    entitled: count,
    needs: count,
    for: count,
    against: count,
    abstained: count,
    notAnswered: count,
    quorumNeeds: count,
    tookPart: count,
  }),
  /** How each voted, by name, where the procedure has them named; null where it has the numbers alone. */
  votes: z
    .array(
      z.strictObject({
        name: z.string(),
        vote: z.enum(['for', 'against', 'abstained', 'stood-aside', 'did-not-answer']),
      }),
    )
    .nullable(),
}));
export type PublishedWritten = z.infer<typeof publishedWritten>;

const results = ['carried', 'lost', 'lapsed'] as const;

const named = (all: readonly RecordedVote[], names: ReadonlyMap<string, string>) =>
  all
    .map(({ personId, vote }) => ({ name: names.get(personId) ?? '', vote }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

/**
 * The public face of a decision in writing: its text, what came of it and the sum; how each voted where the rules it was
 * put under have members named. Null while it is open, when it was withdrawn or went to a meeting, and always for private
 * business. Comments and interests stay inside.
 */
export function writtenInPublic(
  which: WrittenResolution,
  votes: readonly Vote[],
  { bodyName, names }: { bodyName: string; names: ReadonlyMap<string, string> },
): PublishedWritten | null {
  const result = results.find((one) => one === which.state);
  if (result === undefined || which.accessClass === 'private' || which.put === null || which.ended === null)
    return null;
  const sum = standing(which, votes);
  const { voting, stoodAside, entitled, needs, abstained, notAnswered, quorum } = sum;
  return {
    id: which.id,
    bodyId: which.bodyId,
    bodyName,
    title: which.title,
    parts: which.parts,
    result,
    putOn: which.put.on,
    endedOn: which.ended.on,
    majority: which.put.terms.majority,
    sum: {
      ...{ voting, stoodAside, entitled, needs, abstained, notAnswered },
      for: sum.for,
      against: sum.against,
      quorumNeeds: quorum.needs,
      tookPart: quorum.tookPart,
    },
    votes: which.put.terms.namesVotes === true ? named(votesForRecord(which, votes), names) : null,
  };
}
