import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEngine } from '../../infra/local/engine/engine.ts';
import { temporaryFolder } from '../support/local/temporary-folder.ts';
import type { Figure } from './figure.ts';
import { byTurns, median } from './measure.ts';

const TURNS = 15;
const WARM_UP = 3;
const ROUNDS = 200;
/** Counting and choosing: two transitions of each round. */
const TRANSITIONS = 2 * ROUNDS;
/** About what one transition writes of the thread, and of each of the two events of going from state to state. */
const THREAD_BYTES = 200;
const EVENT_BYTES = 100;

const counting = {
  QueryLanguage: 'JSONata',
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', Output: { count: '{% $states.input.count + 1 %}' }, Next: 'Is it enough?' },
    'Is it enough?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $states.input.count < ${ROUNDS} %}`, Next: 'Count' }],
      Default: 'Enough',
    },
    Enough: { Type: 'Succeed' },
  },
};

// The same rows as a transition's: the thread is changed and two events are added, in one flushed transaction.
function openRaw(file: string) {
  const sql = new DatabaseSync(file);
  sql.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE thread (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE event (id INTEGER PRIMARY KEY, details TEXT NOT NULL);
    INSERT INTO thread VALUES (1, '')`);
  const [begin, commit] = [sql.prepare('BEGIN IMMEDIATE'), sql.prepare('COMMIT')];
  const change = sql.prepare('UPDATE thread SET body = ? WHERE id = 1');
  const add = sql.prepare('INSERT INTO event (details) VALUES (?)');
  const [body, details] = ['x'.repeat(THREAD_BYTES), 'x'.repeat(EVENT_BYTES)];
  const write = (): void => {
    for (let transition = 0; transition < TRANSITIONS; transition += 1) {
      begin.run();
      change.run(body);
      add.run(details);
      add.run(details);
      commit.run();
    }
  };
  return { write, close: () => sql.close() };
}

/** Transitions of the engine, each in the file before the next, against the same rows written and flushed without it. */
export async function measureTransitions(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const raw = openRaw(join(folder.path, 'raw.sqlite'));
  const engine = openEngine({
    file: join(folder.path, 'engine.sqlite'),
    machines: { counting },
    invoke: () => Promise.reject(new Error('This machine calls nothing')),
    clock: { now: Date.now },
  });
  const run = async (): Promise<void> => {
    const { arn } = engine.start('counting', { input: { count: 0 } });
    await engine.idle();
    if (engine.describe(arn).status !== 'SUCCEEDED') throw new Error('The machine did not come to its end');
  };
  try {
    await byTurns(WARM_UP, run, raw.write);
    const took = await byTurns(TURNS, run, raw.write);
    const ratio = median(took.one.map((engineTook, turn) => (took.other[turn] ?? Number.NaN) / engineTook));
    const perSecond = (milliseconds: number): string => ((TRANSITIONS * 1000) / milliseconds).toFixed(0);
    const measured = `${ratio.toFixed(2)} times (${perSecond(median(took.one))} a second against ${perSecond(median(took.other))})`;
    return [
      {
        what: 'Persisted transitions of the engine against raw flushed writes',
        measured,
        reach: 'at least 0.5 times',
        met: ratio >= 0.5,
      },
    ];
  } finally {
    engine.close();
    raw.close();
    folder.remove();
  }
}
