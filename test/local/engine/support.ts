import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { type Engine, type EngineOptions, openEngine } from '../../../infra/local/engine/engine.ts';
import type { RealTime } from '../../../infra/local/engine/real-time.ts';

const day = 86_400_000;

/** A business clock that a test moves. */
export function testClock(start = '2026-06-01T09:00:00.000Z') {
  let now = Date.parse(start);
  return {
    now: () => now,
    pass: (amount: { days?: number; seconds?: number }) => {
      now += (amount.days ?? 0) * day + (amount.seconds ?? 0) * 1000;
    },
    moveTo: (time: string) => {
      now = Date.parse(time);
    },
  };
}

/** Real time in which nobody waits: every delay is over at the next turn, and is written down. */
export function instantTime(): RealTime & { readonly delays: number[] } {
  let now = Date.parse('2026-06-01T09:00:00Z');
  const delays: number[] = [];
  return {
    delays,
    now: () => now,
    after: (milliseconds, callback) => {
      delays.push(milliseconds);
      const turn = setImmediate(() => {
        now += milliseconds;
        callback();
      });
      return () => clearImmediate(turn);
    },
  };
}

const opened: { engine: Engine; folder: string }[] = [];

afterEach(() => {
  for (const { engine, folder } of opened.splice(0)) {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A file for an engine, in a folder of its own. */
export function engineFile(): { file: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-engine-'));
  return { folder, file: join(folder, 'engine.sqlite') };
}

export type Functions = Record<string, (payload: never, context: { attemptKey: string }) => unknown>;

/** An engine over a file of its own, with functions by name; closed and removed after the test. */
export function testEngine(wanted: Partial<EngineOptions> & { functions?: Functions }) {
  const { folder, file } = engineFile();
  const clock = testClock();
  const realTime = instantTime();
  const { functions = {}, ...options } = wanted;
  const engine = openEngine({
    file,
    machines: {},
    clock,
    realTime,
    invoke: async (name, payload, context) => {
      const called = functions[name];
      if (called === undefined) throw new Error(`no function ${name}`);
      return called(payload as never, context);
    },
    ...options,
  });
  opened.push({ engine, folder });
  return { engine, clock, realTime, file };
}

/** A machine of JSONata states. */
export const machine = (StartAt: string, States: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt,
  States,
  ...more,
});

/** A task that calls a function and keeps its answer. */
export const call = (FunctionName: string, more: Record<string, unknown> = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...more,
});

/** A task that hands its token to a function and waits for the answer. */
export const ask = (FunctionName: string, more: Record<string, unknown> = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName, Payload: { token: '{% $states.context.Task.Token %}', input: '{% $states.input %}' } },
  ...more,
});

/** Runs one machine on an input until it rests, and answers how it stands. */
export async function run(definition: unknown, input: unknown, functions: Functions = {}) {
  const { engine, clock, realTime } = testEngine({ machines: { tested: definition }, functions });
  const { arn } = engine.start('tested', { input });
  await engine.idle({ backOffs: true });
  const described = engine.describe(arn);
  const output: unknown = described.output === null ? undefined : JSON.parse(described.output);
  const events = engine.history(arn, { limit: 1000 }).map(({ type }) => type);
  return { ...described, output, events, engine, clock, realTime };
}
