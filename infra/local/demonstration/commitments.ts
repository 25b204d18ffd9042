import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import type { PromiseStory, SentBefore } from './commitments/promise-story.ts';
import { promisesToCouncil } from './commitments/promises-to-council.ts';
import { promisesToHosbOf2018 } from './commitments/promises-to-hosb-of-2018.ts';
import { promisesToHosbOf2019 } from './commitments/promises-to-hosb-of-2019.ts';
import { promisesToPartners } from './commitments/promises-to-partners.ts';

const idOf = (story: PromiseStory): string => story.steps[0]?.record.id ?? '';

/** The twenty promises, C01 to C20, each with everything that has happened to it. */
export const promiseStories: readonly PromiseStory[] = [
  ...promisesToHosbOf2018,
  ...promisesToHosbOf2019,
  ...promisesToCouncil,
  ...promisesToPartners,
].toSorted((a, b) => idOf(a).localeCompare(idOf(b)));

/** The promises as they stand on the demonstration's day. */
export const commitments: readonly Commitment[] = promiseStories.flatMap((story) => story.steps.at(-1)?.record ?? []);

/** What had been sent about each promise before the demonstration began, by its id. */
export const sentBefore: ReadonlyMap<string, readonly SentBefore[]> = new Map(
  promiseStories.map((story) => [idOf(story), story.sentBefore]),
);
