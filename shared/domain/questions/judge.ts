import { isInTime, type SubmissionDeadline } from './deadline.ts';
import type { SortRules, SubmissionSort } from './question-rules.ts';

/** What already goes to a meeting, refused and withdrawn ones left out. */
export type Taken = { readonly ofPerson: number; readonly ofMeeting: number };

export type Judged = {
  readonly sort: SubmissionSort;
  readonly words: number;
  /** The moment from which it counts, UTC. */
  readonly at: string;
  readonly taken: Taken;
};

/** What stands in the way of taking it for a meeting, in the order in which it is said. */
export type Obstacle = 'too-long' | 'too-late' | 'too-many-of-person' | 'too-many-of-meeting';

/** What the body's rules have against a submission to one meeting; an empty list when it can be taken. */
export function obstaclesTo(
  { words, at, taken }: Judged,
  rules: Pick<SortRules, 'mostWords' | 'mostPerPerson' | 'mostPerMeeting'>,
  deadline: Pick<SubmissionDeadline, 'closes'>,
): Obstacle[] {
  const found: readonly [Obstacle, boolean][] = [
    ['too-long', words > rules.mostWords],
    ['too-late', !isInTime(at, deadline)],
    ['too-many-of-person', taken.ofPerson >= rules.mostPerPerson],
    ['too-many-of-meeting', rules.mostPerMeeting !== null && taken.ofMeeting >= rules.mostPerMeeting],
  ];
  return found.filter(([, holds]) => holds).map(([obstacle]) => obstacle);
}
