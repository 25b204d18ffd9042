import { crashPointNames } from '../../infra/local/crash-points.ts';
import { type Lived, liveThrough, type Prepared } from './kill-scenario.ts';
import { differences, doubled, lostMails, named, slackFaults } from './outcome.ts';
import { twoAtATime } from './pool.ts';

/** Nothing in Quorate sends a heartbeat or stops an execution: the engine's own tests kill it at these. */
export const passedPoints = crashPointNames.filter((name) => !/^engine:.*-(heartbeat|stop)$/.test(name));

/** So many kills in one life of the story: it is told once for all of them, and each costs a start of the host. */
const IN_ONE_STORY = 4;

/** What a story passes only after its beginning, the latest last: of several kills in one story it is the last. */
const LATE = ['files:', 'token-answer', 'mail:', 'slack:', 'timer', 'time:'];
const lateness = (point: string): number => LATE.findIndex((part) => point.includes(part));

/** Any run can be repeated: QUORATE_TEST_SEED=<the printed seed>. */
const seed = Number(process.env['QUORATE_TEST_SEED'] ?? Date.now() % 1_000_000);

// mulberry32: enough to draw from, and the same for the same seed.
const random = (() => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
})();

/** Which points are killed in one story, drawn from the seed: in time each point is with each other, and the last. */
function drawn(points: readonly string[]): string[][] {
  const shuffled = points
    .map((point) => ({ point, by: random() }))
    .sort((a, b) => lateness(a.point) - lateness(b.point) || a.by - b.by)
    .map(({ point }) => point);
  const stories = Math.ceil(shuffled.length / IN_ONE_STORY);
  return Array.from({ length: stories }, (_, first) => shuffled.filter((_point, at) => at % stories === first));
}

type AtPoints<Seen> = ReadonlyMap<string, Lived<Seen>>;

// A story that ends before it has passed all its points is told again for those that are left.
async function livesAt<Seen>(prepared: Prepared<Seen>, points: readonly string[]): Promise<AtPoints<Seen>> {
  const lived = await liveThrough(prepared, { crashAt: points });
  const passed = points.slice(0, lived.kills);
  // At a point that is first and still not passed it was not killed: its test finds that out.
  const [done, left] =
    passed.length > 0 ? [passed, points.slice(passed.length)] : [points.slice(0, 1), points.slice(1)];
  const others: AtPoints<Seen> = left.length > 0 ? await livesAt(prepared, left) : new Map();
  return new Map([...others, ...done.map((point) => [point, lived] as const)]);
}

/** What is lived of a story: once unharmed, once or more at its points, and at moments that are drawn. */
export type Lives<Seen = void> = {
  readonly unharmed: Lived<Seen>;
  /** What came of the story that was killed at a point. */
  readonly at: (point: string) => Promise<Lived<Seen> | undefined>;
  /** What came of the nth story that was killed at moments. */
  readonly atMoments: (story: number) => Promise<Lived<Seen> | undefined>;
  /** Waits until nothing is lived any more. */
  readonly ended: () => Promise<unknown>;
};

/** So many stories are killed at random moments when so many kills are asked for. */
export const storiesOf = (kills: number): number => Math.ceil(kills / IN_ONE_STORY);

/** Lives a story to its end, unharmed first; then begins all the others, two at a time. Prints its seed. */
export async function liveAll<Seen>(
  prepared: Prepared<Seen>,
  { points, randomKills }: { points: readonly string[]; randomKills: number },
): Promise<Lives<Seen>> {
  process.stdout.write(`kill tests: QUORATE_TEST_SEED=${seed}\n`);
  const unharmed = await liveThrough(prepared);
  const groups = drawn(points);
  // Each is counted from the start before it: together they go on to the end of the story and sometimes beyond.
  const moment = (): number => (random() * 2 * unharmed.milliseconds) / IN_ONE_STORY;
  const moments = Array.from({ length: storiesOf(randomKills) }, () => Array.from({ length: IN_ONE_STORY }, moment));
  const anywhere = async (afterMilliseconds: readonly number[]): Promise<AtPoints<Seen>> =>
    new Map([['', await liveThrough(prepared, { afterMilliseconds })]]);
  const lived = twoAtATime<AtPoints<Seen>>([
    ...groups.map((group) => () => livesAt(prepared, group)),
    ...moments.map((after) => () => anywhere(after)),
  ]);
  return {
    unharmed,
    at: async (point) => (await lived[groups.findIndex((group) => group.includes(point))])?.get(point),
    atMoments: async (story) => (await lived[groups.length + story])?.get(''),
    ended: () => Promise.allSettled(lived),
  };
}

type Difference = ReturnType<typeof differences>;

/** What `harmOf` looks for. */
type Harm = {
  chains: readonly string[];
  histories: Difference;
  log: Difference;
  doubledMails: readonly string[];
  lostMails: readonly string[];
  slack: ReturnType<typeof slackFaults>;
  executions: Difference;
  outbox: number;
};

const same: Difference = { missing: [], extra: [] };
/** Nothing that `harmOf` looks for. */
export const noHarm: Harm = {
  chains: [],
  histories: same,
  log: same,
  doubledMails: [],
  lostMails: [],
  slack: { missing: [], doubled: [] },
  executions: same,
  outbox: 0,
};

/**
 * What came of a story otherwise than unharmed: what was acknowledged and is not there, what was done twice, told twice
 * (but where the log says in doubt) or never, what has not ended as it would have. What was told before `since` is the
 * demonstration's own past, and was never sent.
 */
export function harmOf({ outcome, mails }: Lived, unharmed: Lived, since: string): Harm {
  const logOf = (log: Lived['outcome']['log']) => log.filter(({ dueOn }) => dueOn >= since);
  const names = (log: Lived['outcome']['log']) => logOf(log).map(named);
  return {
    chains: outcome.chainFaults,
    histories: differences(unharmed.outcome.histories, outcome.histories),
    log: differences(names(unharmed.outcome.log), names(outcome.log)),
    doubledMails: doubled(mails, outcome.log),
    lostMails: lostMails(mails, logOf(outcome.log)),
    slack: slackFaults(unharmed.outcome, outcome),
    executions: differences(unharmed.outcome.executions, outcome.executions),
    outbox: outcome.outbox,
  };
}
