import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from '@jest/globals';
import { type Engine, openEngine } from '../../../infra/local/engine/engine.ts';
import type { RealTime } from '../../../infra/local/engine/real-time.ts';
import type { Invoke } from '../../../infra/local/engine/visit.ts';
import { ask, call, engineFile, instantTime, machine, testClock } from './support.ts';

const leftovers: { engine?: Engine; folder: string }[] = [];
afterEach(() => {
  for (const { engine, folder } of leftovers.splice(0)) {
    engine?.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A file that engines are opened on one after another, as a host does that is stopped and started. */
function host() {
  const { file, folder } = engineFile();
  const clock = testClock();
  const place: { engine?: Engine; folder: string } = { folder };
  leftovers.push(place);
  const open = (machines: Record<string, unknown>, invoke: Invoke, realTime: RealTime = instantTime()) => {
    place.engine?.close();
    place.engine = openEngine({ file, machines, invoke, clock, realTime });
    return place.engine;
  };
  return { open, clock, file };
}

const onceMore = () => new Promise(setImmediate);

test('a task in flight when the engine closed is called again, under the same key', async () => {
  const { open } = host();
  const machines = { tested: machine('Do', { Do: call('do') }) };
  const keys: string[] = [];
  const first = open(machines, (_, __, { attemptKey }) => {
    keys.push(attemptKey);
    return new Promise(() => {});
  });
  const { arn } = first.start('tested', { input: {} });
  await onceMore();
  const second = open(machines, async (_, __, { attemptKey }) => keys.push(attemptKey));
  await second.idle();
  expect(second.describe(arn).status).toBe('SUCCEEDED');
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('an execution goes on by the definition it began with, a new one by the new definition', async () => {
  const { open, clock } = host();
  const wording = (word: string) => ({
    tested: machine('Wait', {
      Wait: { Type: 'Wait', Seconds: 60, Next: 'Say' },
      Say: { Type: 'Pass', Output: word, End: true },
    }),
  });
  const first = open(wording('old'), async () => null);
  const { arn } = first.start('tested', { input: {} });
  await first.idle();
  const second = open(wording('new'), async () => null);
  const later = second.start('tested', { input: {} }).arn;
  await second.idle();
  clock.pass({ seconds: 60 });
  await second.runDue();
  expect(second.describe(arn).output).toBe('"old"');
  expect(second.describe(later).output).toBe('"new"');
});

test('a back-off that was under way is waited out after reopening, and the retries used are not forgotten', async () => {
  const { open } = host();
  const Retry = [{ ErrorEquals: ['Error'], IntervalSeconds: 600, MaxAttempts: 1 }];
  const machines = { tested: machine('Do', { Do: call('do', { Retry, End: true }) }) };
  const fails: Invoke = () => Promise.reject(new Error('no'));
  const first = open(machines, fails, { now: () => 0, after: () => () => {} });
  const { arn } = first.start('tested', { input: {} });
  await first.idle();
  expect(first.describe(arn).status).toBe('RUNNING');
  const delays: number[] = [];
  const fires: (() => void)[] = [];
  const realTime = {
    delays,
    now: () => 400_000,
    after: (delay: number, fire: () => void) => {
      delays.push(delay);
      fires.push(fire);
      return () => {};
    },
  };
  const second = open(machines, fails, realTime);
  await second.idle();
  expect(delays).toEqual([200_000]);
  fires[0]?.();
  await second.idle();
  expect(second.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Error' });
});

test('a token given out before the engine closed is answered after it opened', async () => {
  const { open } = host();
  const machines = { tested: machine('Ask', { Ask: ask('ask') }) };
  let calls = 0;
  let token = '';
  const invoke: Invoke = async (_, payload) => {
    calls += 1;
    ({ token } = payload as { token: string });
  };
  const first = open(machines, invoke);
  const { arn } = first.start('tested', { input: {} });
  await first.idle();
  const second = open(machines, invoke);
  await second.idle();
  second.succeedTask(token, 'answered');
  await second.idle();
  expect(second.describe(arn).output).toBe('"answered"');
  expect(calls).toBe(1);
});

test('a second engine on the same file is refused', () => {
  const { open, file, clock } = host();
  open({}, async () => null);
  expect(() => openEngine({ file, machines: {}, invoke: async () => null, clock })).toThrow(/locked/);
});

test('a file written by another version of the engine is refused, and left as it is', async () => {
  const { open, file, clock } = host();
  open({}, async () => null).close();

  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA user_version = 99');
  raw.close();
  expect(() => openEngine({ file, machines: {}, invoke: async () => null, clock })).toThrow(/another version/);
});

test('children leave nothing behind when their parent goes on, and an ended execution keeps only its row and history', async () => {
  const { open, file } = host();
  const ItemProcessor = { StartAt: 'Do', States: { Do: call('do') } };
  const machines = { tested: machine('Each', { Each: { Type: 'Map', ItemProcessor, Next: 'Ask' }, Ask: ask('do') }) };
  const engine = open(machines, async () => null);
  const { arn } = engine.start('tested', { input: [1, 2, 3] });
  await engine.idle();

  const threads = () => {
    engine.close();
    const raw = new DatabaseSync(file);
    const { count } = raw.prepare('SELECT count(*) AS count FROM threads').get() as { count: number };
    raw.close();
    return count;
  };
  expect(threads()).toBe(1);
  const again = open(machines, async () => null);
  again.stop(arn);
  expect(again.describe(arn).status).toBe('ABORTED');
  again.close();
  expect(threads()).toBe(0);
});
