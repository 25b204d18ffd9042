// A process for the kill tests: opens the engine on a file, runs the story to its end, and kills itself at a crash point.
// Arguments: the file, the crash point ('any' for all of them, '' for none) and at which passing of it to die.
import { DatabaseSync } from 'node:sqlite';
import { openEngine } from '../../../infra/local/engine/engine.ts';
import { RequestRefused } from '../../../infra/local/engine/faults.ts';
import { storyMachine, storyName } from './resumption-story.ts';

const [file = '', deadly = '', passing = '1'] = process.argv.slice(2);
let left = Number(passing);
const crashPoints = (name: string) => {
  if (deadly !== 'any' && name !== deadly) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

// The world outside: effects happen once each, however often they are asked for, and the business clock is kept.
const world = new DatabaseSync(`${file}.world`);
world.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
world.exec(`CREATE TABLE IF NOT EXISTS effects (name TEXT PRIMARY KEY, times INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY, now INTEGER NOT NULL);
  INSERT OR IGNORE INTO clock VALUES (1, ${Date.parse('2026-06-01T09:00:00Z')})`);
const happen = (name: string) =>
  Number(
    world
      .prepare('INSERT INTO effects VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times')
      .get(name)?.times,
  );
const now = () => Number(world.prepare('SELECT now FROM clock').get()?.now);

// 'Over already' is what the relay expects to hear of an answer it gave before it was killed.
const unlessOver = (answer: () => void) => {
  try {
    answer();
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused) || thrown.name !== 'TaskTimedOut') throw thrown;
  }
};

type Payload = { effect: string; token?: string };
const functions: Record<string, (payload: Payload) => unknown> = {
  record: ({ effect }) => {
    happen(effect);
    return effect;
  },
  'fail-once': ({ effect }) => {
    if (happen(effect) === 1) throw Object.assign(new Error('once'), { name: 'Throttled' });
    return effect;
  },
  'answer-early': ({ effect, token = '' }) => {
    happen(effect);
    unlessOver(() => engine.heartbeatTask(token));
    unlessOver(() => engine.succeedTask(token, effect));
  },
  'answer-later': ({ effect, token = '' }) => {
    happen(effect);
    world.exec('CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY)');
    world.prepare('INSERT OR IGNORE INTO tokens VALUES (?)').run(token);
  },
};

const engine = openEngine({
  file,
  machines: {
    story: storyMachine,
    hold: { QueryLanguage: 'JSONata', StartAt: 'Hold', States: { Hold: { Type: 'Wait', Seconds: 99, End: true } } },
  },
  clock: { now },
  realTime: {
    now: () => Date.now(),
    after: (_, callback) => {
      const turn = setImmediate(callback);
      return () => clearImmediate(turn);
    },
  },
  invoke: async (name, payload) => functions[name]?.(payload as Payload),
  crashPoints,
});

const answerWaiting = () => {
  world.exec('CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY)');
  for (const { token } of world.prepare('SELECT token FROM tokens').all())
    unlessOver(() => engine.succeedTask(String(token), 'answered'));
};

const alreadyStarted = (start: () => void) => {
  try {
    start();
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused) || thrown.name !== 'ExecutionAlreadyExists') throw thrown;
  }
};
alreadyStarted(() => engine.start('story', { name: storyName, input: { matter: 'm-1' } }));
alreadyStarted(() => engine.start('hold', { name: storyName, input: {} }));
engine.stop(engine.list({ machine: 'hold', limit: 1 })[0]?.arn ?? '', { error: 'Withdrawn' });
await engine.idle({ backOffs: true });
const story = () => engine.list({ machine: 'story', limit: 1 })[0];
while (story()?.status === 'RUNNING') {
  answerWaiting();
  await engine.idle({ backOffs: true });
  const due = engine.nextDue();
  if (story()?.status !== 'RUNNING' || due === undefined) break;
  world.prepare('UPDATE clock SET now = max(now, ?)').run(due);
  await engine.runDue();
}
const effects = world
  .prepare('SELECT name FROM effects ORDER BY name')
  .all()
  .map(({ name }) => name);
const { status, output } = story() ?? {};
const held = engine.list({ machine: 'hold', limit: 1 })[0]?.status;
process.stdout.write(JSON.stringify({ status, output, held, effects }));
engine.close();
