import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { engineCrashPoints } from '../../../infra/local/engine/crash-points.ts';
import { engineFile } from './support.ts';

const child = fileURLToPath(new URL('resumption-child.ts', import.meta.url));

/** Runs the story on a file; answers what it printed, or the signal that ended it. */
function life(file: string, deadly = '', passing = 1): Promise<{ signal: string | null; text: string }> {
  return new Promise((ended) => {
    const lived = spawn(process.execPath, ['--no-warnings', child, file, deadly, String(passing)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    lived.stdout.on('data', (part) => {
      text += part;
    });
    lived.on('close', (_, signal) => ended({ signal, text }));
  });
}

const whole = {
  status: 'SUCCEEDED',
  output: JSON.stringify({ matter: 'm-1', answer: 'answered', told: ['told 1', 'told 2', 'told 3'] }),
  held: 'ABORTED',
};
// Whether the branch that ran beside the failing one was recorded depends on who was first, killed or not.
const needed = ['asked early', 'asked later', 'entered', 'sent', 'told 1', 'told 2', 'told 3'];

const expectWhole = (text: string) => {
  const { effects, ...ending } = JSON.parse(text);
  expect(ending).toEqual(whole);
  expect(effects).toEqual(expect.arrayContaining(needed));
};

test.each(engineCrashPoints)(
  'killed at %s the execution still comes to the same end',
  async (point) => {
    const { file, folder } = engineFile();
    try {
      expect((await life(file, point)).signal).toBe('SIGKILL');
      expectWhole((await life(file)).text);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);

test('killed again and again, a few steps on each time, the execution comes to the same end', async () => {
  const { file, folder } = engineFile();
  try {
    let lives = 0;
    let last = await life(file, 'any', 4);
    // Each life passes a commit at least, so the story ends; the bound is for the day it does not.
    for (; last.signal === 'SIGKILL' && lives < 150; lives += 1) last = await life(file, 'any', 4 + (lives % 4));
    expect(last.signal).toBeNull();
    expect(lives).toBeGreaterThan(10);
    expectWhole(last.text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
