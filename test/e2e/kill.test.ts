import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { harmOf, type Lives, liveAll, noHarm, passedPoints, storiesOf } from '../support/kill-runs.ts';
import { type Prepared, prepare } from '../support/kill-scenario.ts';
import { promiseStory } from '../support/promise-kill-story.ts';

const RANDOM_KILLS = 20;
const HOURS = 3_600_000;
/** What went before is told as a story by the demonstration; only from its first day on is anything sent. */
const OPENED = '2019-04-15';

let prepared: Prepared;
let lives: Lives;

beforeAll(async () => {
  prepared = await prepare(promiseStory);
  lives = await liveAll(prepared, { points: passedPoints, randomKills: RANDOM_KILLS });
}, HOURS);
afterAll(async () => {
  await lives?.ended();
  prepared?.remove();
});

test('without a kill every message that the log says was sent arrived once, and every workflow has ended', () => {
  const { unharmed } = lives;
  expect(harmOf(unharmed, unharmed, OPENED)).toEqual(noHarm);
  expect(unharmed.outcome.log.filter(({ repeated }) => repeated)).toEqual([]);
  expect(unharmed.outcome.executions.filter((one) => !one.endsWith(' SUCCEEDED'))).toEqual([]);
});

test.each(passedPoints)(
  'killed at %s: nothing acknowledged is lost, no effect is doubled, and the story goes on to its end',
  async (point) => {
    const lived = await lives.at(point);
    expect(lived?.kills).toBeGreaterThan(0);
    expect(lived && harmOf(lived, lives.unharmed, OPENED)).toEqual(noHarm);
  },
  HOURS,
);

test.each(Array.from({ length: storiesOf(RANDOM_KILLS) }, (_, story) => story))(
  'killed at random moments again and again (story %i): as if nothing had happened',
  async (story) => {
    const lived = await lives.atMoments(story);
    expect(lived && harmOf(lived, lives.unharmed, OPENED)).toEqual(noHarm);
  },
  HOURS,
);
