import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { commands } from '../../../infra/local/cli/commands.ts';
import { dispatch } from '../../../infra/local/cli/dispatch.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quorate-minutes-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function* nothing(): AsyncGenerator<Buffer> {}

async function quorate(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const exitCode = await dispatch(args, commands, {
    stdin: nothing(),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { exitCode, out, err };
}

test('each file becomes one JSON line in the shape of the gold files, its texts whole', async () => {
  const coventry = fixture('seeds/coventry-board-out-of-hospital-update.txt');
  const { exitCode, out } = await quorate(
    'read-minutes',
    coventry,
    coventry,
    '--meeting-date',
    '2018-10-17',
    '--body',
    'Health Board',
  );
  expect([exitCode, out.length]).toEqual([0, 2]);
  const read = JSON.parse(out[0] ?? '');
  expect(read).toMatchObject({
    doc: 'coventry-board-out-of-hospital-update.txt',
    body: 'Health Board',
    meetingDate: '2018-10-17',
    mattersRaised: 11,
  });
  expect(read.resolutions[0].text).toMatch(/be made up until March 2019 be noted\.$/);
  expect(read.reportBacks[0].window).toEqual({ from: '2019-04-17', to: '2019-10-17' });
});

test('a folder is scored file by file and in all', async () => {
  const { exitCode, out } = await quorate('score-minutes', fixture('modelled'));
  expect(exitCode).toBe(0);
  expect(out).toHaveLength(16 * 4);
  expect(out.at(-4)).toBe('total of 15');
  expect(out.at(-3)).toMatch(/resolutions +P \d\.\d\d {2}R \d\.\d\d {2}F1 \d\.\d\d/);
});

test('wrong use is one clear line and exit code 2', async () => {
  const wrong: [string[], RegExp][] = [
    [['read-minutes'], /at least one file/],
    [['read-minutes', join(folder, 'none.txt')], /no such file/],
    [['read-minutes', folder], /it is a folder/],
    [['read-minutes', file('empty.txt', ' \n')], /the file is empty/],
    [['read-minutes', file('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]))], /it is not text/],
    [['read-minutes', 'a.txt', '--meeting-date', '2018-02-30'], /not a real day/],
    [['read-minutes', 'a.txt', '--colour', 'red'], /colour/],
    [['score-minutes'], /needs one folder/],
    [['score-minutes', folder, folder], /needs one folder/],
    [['score-minutes', join(folder, 'none')], /cannot read the folder/],
    [['score-minutes', folder], /gold\.json beside it/],
  ];
  for (const [args, line] of wrong) {
    const { exitCode, out, err } = await quorate(...args);
    expect([exitCode, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toMatch(line);
  }
});

test.each(['read-minutes', 'score-minutes'])('%s --help says how it is used', async (name) => {
  const { exitCode, out } = await quorate(name, '--help');
  expect(exitCode).toBe(0);
  expect(out.join('\n')).toMatch(new RegExp(`Usage: npm run -s quorate -- ${name}`));
});
