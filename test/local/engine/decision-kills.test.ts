import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { engineCrashPoints } from '../../../infra/local/engine/crash-points.ts';
import { decisions } from '../../../shared/store/decisions.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { missedEntries } from '../../../shared/store/outbox.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { engineFile } from './support.ts';

const child = fileURLToPath(new URL('decision-child.ts', import.meta.url));

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

/** Runs the decision to its end or until it is killed; answers what it printed. */
function life(file: string, id: string, deadly: string): Promise<{ signal: string | null; text: string }> {
  return new Promise((ended) => {
    const lived = spawn(process.execPath, ['--no-warnings', child, file, opened.endpoint, id, deadly], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    lived.stdout.on('data', (part) => {
      text += part;
    });
    lived.on('close', (_, signal) => ended({ signal, text }));
  });
}

async function expectWhole(file: string, id: string, text: string): Promise<void> {
  const { register } = opened;
  // One execution told and waited from the publication to the end; the change after its end finds all told.
  const { executions } = JSON.parse(text) as { executions: string[] };
  expect(executions.every((one) => one.endsWith(' SUCCEEDED'))).toBe(true);
  expect(executions.filter((one) => one.startsWith(`decision-${id} `))).toHaveLength(1);
  expect((await get(register, decisions, id)).record.state).toBe('implementable');
  const events = (await historyOf(register, 'decision', id)).map(({ envelope }) => envelope.event);
  expect(events).toEqual([
    'decision record begun',
    'decision published',
    'called in',
    'outcome recorded: refer-back',
    'outcome recorded: confirm',
  ]);
  const log = [...(await noticesAbout(register.table, id)), ...(await noticesAbout(register.table, `${id}-request`))];
  const kinds = new Map<string, number>();
  for (const { milestone } of log) kinds.set(milestone, (kinds.get(milestone) ?? 0) + 1);
  expect(Object.fromEntries(kinds)).toEqual({
    'decision-open-to-call-in': 2,
    'call-in-signature': 4,
    'call-in-asked-for': 2,
    'call-in-asked-for/whole': 2,
    'decision-called-in': 3,
    'decision-outcome/0': 3,
    'decision-outcome/1': 3,
    'decision-may-take-effect': 2,
  });
  const inbox = existsSync(`${file}.inbox`) ? readFileSync(`${file}.inbox`, 'utf8').split('\n').filter(Boolean) : [];
  for (const { id: message, state, repeated, title } of log) {
    expect([title, state]).toEqual([title, 'sent']);
    const times = inbox.filter((one) => one.includes(message)).length;
    expect([title, times >= 1 && (times === 1 || repeated)]).toEqual([title, true]);
  }
  const left = (await missedEntries(register.table, '9999')).filter(({ entry }) => entry.recordId === id);
  expect(left).toEqual([]);
}

test('a decision is called in, referred back and confirmed; everybody is told once of everything', async () => {
  const { file, folder } = engineFile();
  try {
    const { signal, text } = await life(file, 'never-killed', '');
    expect(signal).toBeNull();
    await expectWhole(file, 'never-killed', text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

// Its workflow passes no timer, heartbeat or stop.
const passed = engineCrashPoints.filter((name) => !/timer|heartbeat|stop/.test(name));

test.each(passed)(
  'killed at %s the decision comes to the same end, and nobody is told twice unless the log says so',
  async (point) => {
    const { file, folder } = engineFile();
    const id = `killed-${point.replace(':', '-')}`;
    try {
      expect((await life(file, id, point)).signal).toBe('SIGKILL');
      const { signal, text } = await life(file, id, '');
      expect(signal).toBeNull();
      await expectWhole(file, id, text);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
