import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { crashPointNames } from '../../infra/local/crash-points.ts';
import { type Lived, liveThrough, type Prepared, prepare } from '../support/kill-scenario.ts';
import { differences, doubled, lostMails, named, slackFaults } from '../support/outcome.ts';
import { twoAtATime } from '../support/pool.ts';

// Nothing in Quorate sends a heartbeat or stops an execution: the engine's own tests kill it at these.
const passed = crashPointNames.filter((name) => !/^engine:.*-(heartbeat|stop)$/.test(name));
const RANDOM_KILLS = 20;
/** Any run can be repeated: QUORATE_TEST_SEED=<the printed seed>. */
const seed = Number(process.env['QUORATE_TEST_SEED'] ?? Date.now() % 1_000_000);
const HOURS = 3_600_000;

// mulberry32: enough to draw moments from, and the same ones for the same seed.
const random = (() => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
})();
const moments = Array.from({ length: RANDOM_KILLS }, random);

let prepared: Prepared;
let unharmed: Lived;
let killed: readonly Promise<Lived>[] = [];

beforeAll(async () => {
  process.stdout.write(`kill tests: QUORATE_TEST_SEED=${seed}\n`);
  prepared = await prepare();
  unharmed = await liveThrough(prepared);
  const atPoints = passed.map((crashAt) => () => liveThrough(prepared, { crashAt }));
  const atMoments = moments.map(
    (moment) => () => liveThrough(prepared, { afterMilliseconds: moment * unharmed.milliseconds }),
  );
  killed = twoAtATime([...atPoints, ...atMoments]);
}, HOURS);
afterAll(async () => {
  await Promise.allSettled(killed);
  prepared?.remove();
});

// What went before is told as a story by the demonstration; only from its first day on is anything sent.
const logOf = ({ outcome }: Lived) => outcome.log.filter(({ dueOn }) => dueOn >= '2019-04-15');
const same = { missing: [], extra: [] };

/** Everything acknowledged is there, nothing is doubled, nothing is lost, everything has ended as it would have. */
function expectUnharmed(lived: Lived): void {
  const { outcome, mails } = lived;
  expect(outcome.chainFaults).toEqual([]);
  expect(differences(unharmed.outcome.histories, outcome.histories)).toEqual(same);
  expect(differences(logOf(unharmed).map(named), logOf(lived).map(named))).toEqual(same);
  expect(doubled(mails, outcome.log)).toEqual([]);
  expect(lostMails(mails, logOf(lived))).toEqual([]);
  expect(slackFaults(unharmed.outcome, outcome)).toEqual({ missing: [], doubled: [] });
  expect(differences(unharmed.outcome.executions, outcome.executions)).toEqual(same);
  expect(outcome.outbox).toBe(0);
}

test('without a kill every message that the log says was sent arrived once, and every workflow has ended', () => {
  expectUnharmed(unharmed);
  expect(unharmed.outcome.log.filter(({ repeated }) => repeated)).toEqual([]);
  expect(unharmed.outcome.executions.filter((one) => !one.endsWith(' SUCCEEDED'))).toEqual([]);
});

test.each(passed.map((name, index) => ({ name, index })))(
  'killed at $name: nothing acknowledged is lost, no effect is doubled, and the story goes on to its end',
  async ({ index }) => {
    const lived = await killed[index];
    expect(lived?.kills).toBe(1);
    if (lived) expectUnharmed(lived);
  },
  HOURS,
);

test.each(moments.map((moment, index) => ({ percent: Math.round(moment * 100), index })))(
  'killed at a random moment ($index, $percent % of the way): as if nothing had happened',
  async ({ index }) => {
    const lived = await killed[passed.length + index];
    if (lived) expectUnharmed(lived);
  },
  HOURS,
);
