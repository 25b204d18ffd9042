import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { engineCrashPoints } from '../../../infra/local/engine/crash-points.ts';
import { resolutions } from '../../../shared/store/business.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { find, get, type Register } from '../../../shared/store/record-kind.ts';
import { votesOn, writtenResolutions } from '../../../shared/store/written-resolutions.ts';
import { engineFile } from '../../local/engine/support.ts';
import { testRegister } from '../../support/register.ts';
import { startSmtp } from '../../support/smtp-server.ts';
import { enterGoverningBody } from '../../support/written-body.ts';

const child = fileURLToPath(new URL('kill-child.ts', import.meta.url));

function life(places: readonly string[], deadly = '', passing = 1): Promise<{ signal: string | null; text: string }> {
  return new Promise((ended) => {
    const lived = spawn(process.execPath, ['--no-warnings', child, ...places, deadly, String(passing)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    lived.stdout.on('data', (part) => {
      text += part;
    });
    lived.on('close', (_, signal) => ended({ signal, text }));
  });
}

type Mails = Awaited<ReturnType<typeof startSmtp>>['taken'];

async function expectWhole(register: Register, taken: Mails): Promise<void> {
  const [first, second] = await Promise.all(
    ['wr-1', 'wr-2'].map(async (id) => (await get(register, writtenResolutions, id)).record),
  );
  expect([first?.state, second?.state]).toEqual(['carried', 'lapsed']);
  expect([first?.answersTaken, second?.answersTaken]).toEqual([2, 1]);
  expect([await votesOn(register, 'wr-1'), await votesOn(register, 'wr-2')].map(({ length }) => length)).toEqual([
    2, 1,
  ]);
  const resolved = await find(register, resolutions, 'wr-1-resolved');
  expect([resolved?.version, await find(register, resolutions, 'wr-2-resolved')]).toEqual([1, undefined]);
  const events = await Promise.all(['wr-1', 'wr-2'].map((id) => historyOf(register, 'written-resolution', id)));
  expect(events.map((all) => all.map(({ envelope }) => envelope.event))).toEqual([
    ['drafted', 'put to the members', 'answer taken', 'carried'],
    ['drafted', 'put to the members', 'answer taken', 'lapsed'],
  ]);
  for (const id of ['wr-1', 'wr-2']) {
    const notices = await noticesAbout(register.table, id);
    // Three members asked, and all of them and the secretary told: each once, and twice only where the log says so.
    expect(notices.map(({ milestone }) => milestone).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'vote-asked'),
      ...Array.from({ length: 4 }, () => 'vote-ended'),
    ]);
    expect(notices.filter(({ state }) => state !== 'sent')).toEqual([]);
    for (const { id: messageId, repeated } of notices) {
      const times = taken.filter(({ raw }) => raw.includes(`<${messageId}@`)).length;
      expect(times).toBeGreaterThanOrEqual(1);
      expect(times).toBeLessThanOrEqual(repeated ? 2 : 1);
    }
  }
}

async function killed(deadly: string, passings: readonly number[]): Promise<number> {
  const { file, folder } = engineFile();
  const [opened, smtp] = await Promise.all([testRegister(), startSmtp()]);
  try {
    await enterGoverningBody(opened.register, 3);
    const places = [file, opened.endpoint, smtp.url];
    let kills = 0;
    for (const passing of passings) if ((await life(places, deadly, passing)).signal === 'SIGKILL') kills += 1;
    const last = await life(places);
    expect([last.signal, last.text]).toEqual([null, JSON.stringify(['SUCCEEDED', 'SUCCEEDED'])]);
    await expectWhole(opened.register, smtp.taken);
    return kills;
  } finally {
    await smtp.stop();
    opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const passed = engineCrashPoints.filter((point) => !/heartbeat|stop/.test(point));

test.each(passed)(
  'killed at %s, both decisions end as they would have, once, and nobody is told twice unmarked',
  async (point) => {
    expect(await killed(point, [1])).toBe(1);
  },
  60_000,
);

test('killed at one transition after another, the decisions still end as they would have', async () => {
  const every = [1, 3, 6, 9, 12, 5, 8, 11, 14];
  expect(await killed('engine:after-transition', every)).toBeGreaterThan(4);
}, 120_000);

test('killed again and again, a few steps on each time, the decisions still end as they would have', async () => {
  const every = Array.from({ length: 14 }, (_, at) => 7 + (at % 5) * 6);
  expect(await killed('any', every)).toBeGreaterThan(6);
}, 120_000);
