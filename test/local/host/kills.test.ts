import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { hostCrashPoints } from '../../../infra/local/crash-points.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';
import { ownPort } from '../../support/ports.ts';

const HOST = join(import.meta.dirname, '../../support/local/run-test-host.ts');
// Those that moving time over the test registry passes; it serves no page, puts no file and posts nothing to Slack.
const passed = hostCrashPoints.filter((name) => /^(table|stream|mail|time):/.test(name));
const DAYS = ['2019-04-15', '2019-04-16', '2019-04-17', '2019-04-18'];

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Runs a host until it has moved to the last day, or was killed. */
const run = async (port: number, crashAt: string): Promise<'moved' | 'killed'> => {
  const child = spawn(
    process.execPath,
    ['--no-warnings', HOST, join(folder.path, 'data'), String(port), DAYS.at(-1) ?? ''],
    {
      env: { ...process.env, QUORATE_CRASH_AT: crashAt, QUORATE_TEST_NOTES: join(folder.path, 'notes.txt') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('moved to')) child.kill('SIGTERM');
  });
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  return signal === 'SIGKILL' ? 'killed' : 'moved';
};
const notes = (word: string): string[] => {
  const file = join(folder.path, 'notes.txt');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => line.startsWith(word)).map((line) => /\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? '');
};

test.each(passed.map((name) => `${name}:2`))(
  'killed at %s, the host goes on to the last day: every round in order, every outbox item relayed',
  async (crashAt) => {
    const port = await ownPort();
    expect(await run(port, crashAt)).toBe('killed');
    expect(await run(port, '')).toBe('moved');
    const rounds = notes('round');
    expect([...new Set(rounds)]).toEqual(DAYS);
    expect(rounds).toEqual([...rounds].sort());
    expect([...new Set(notes('relayed'))].sort()).toEqual(DAYS);
  },
  60_000,
);
