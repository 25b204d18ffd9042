import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { type CliCommand, WrongUse } from '../../../infra/local/cli/command.ts';
import { commands } from '../../../infra/local/cli/commands.ts';
import { dispatch } from '../../../infra/local/cli/dispatch.ts';

const fixture = new URL('../../fixtures/rules/vectors.json', import.meta.url);
const vector = z.object({ id: z.string(), rule: z.string(), input: z.unknown(), expected: z.unknown() });
const { vectors } = z.object({ vectors: z.array(vector) }).parse(JSON.parse(readFileSync(fixture, 'utf8')));

const stoppable: CliCommand = {
  name: 'stop',
  summary: 'always used wrongly',
  help: 'Help of stop',
  run: () => Promise.reject(new WrongUse('stop needs a reason')),
};
const entries = [...commands, { name: 'stop', load: () => Promise.resolve(stoppable) }];

async function* chunked(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function quorate(args: string[], stdin = '', chunkSize = 65_536) {
  const [out, err]: [string[], string[]] = [[], []];
  const exitCode = await dispatch(args, entries, {
    stdin: chunked(stdin, chunkSize),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { exitCode, out, err };
}

test('every vector goes in as a line and comes out computed, in order', async () => {
  const lines = vectors.map(({ id, rule, input }) => JSON.stringify({ id, rule, input })).join('\n');
  const { exitCode, out, err } = await quorate(['rules'], lines);
  expect(out.map((line) => JSON.parse(line))).toEqual(vectors.map(({ id, expected }) => ({ id, result: expected })));
  expect([exitCode, err]).toEqual([0, []]);
});

test('lines are put together from chunks, Windows line ends and blank lines included', async () => {
  const line = '{"id":"Brontë","rule":"S85_SIX_MONTHS","input":{"lastAttendance":"2019-01-09"}}';
  const { out } = await quorate(['rules'], `\r\n${line}\r\n\n${line}`, 3);
  const answer = { id: 'Brontë', result: { periodEnds: '2019-07-09', ceasesFrom: '2019-07-10' } };
  expect(out.map((text) => JSON.parse(text))).toEqual([answer, answer]);
});

test('a line that cannot be computed says why, the others are computed, and the exit code is 1', async () => {
  const good = { id: 2, rule: 'COUNCIL_QUORUM', input: { wholeNumber: 54 } };
  const asked = ['{not json', '{"id":1}', 'null', { id: 3, rule: 'NO_RULE', input: {} }, { ...good, input: {} }, good];
  const lines = asked.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { exitCode, out } = await quorate(['rules'], lines);
  expect(exitCode).toBe(1);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    { id: null, error: 'The line is not JSON.' },
    { id: 1, error: expect.stringContaining('"rule"') },
    { id: null, error: expect.stringContaining('"rule"') },
    { id: 3, error: expect.stringContaining('There is no rule "NO_RULE"') },
    { id: 2, error: 'wholeNumber must be a whole number.' },
    { id: 2, result: { quorum: 14 } },
  ]);
});

test('nothing on standard input is nothing to compute', async () => {
  expect(await quorate(['rules'])).toEqual({ exitCode: 0, out: [], err: [] });
});

test.each([
  [[], 'name a command'],
  [['nonsense'], 'there is no command "nonsense"'],
  [['rules', 'vectors.json'], 'rules takes no arguments'],
  [['stop'], 'stop needs a reason'],
])('used as %j it says in one line what is wrong and exits with 2', async (args, says) => {
  const { exitCode, out, err } = await quorate(args);
  expect([exitCode, out]).toEqual([2, []]);
  expect(err).toHaveLength(1);
  expect(err[0]).toContain(says);
});

test('a line without end is refused', async () => {
  const { exitCode, err } = await quorate(['rules'], 'x'.repeat(1_100_000));
  expect([exitCode, err[0]]).toEqual([2, expect.stringContaining('longer than 1 MB')]);
});

test('--help lists the commands, and each command explains itself', async () => {
  const top = await quorate(['--help']);
  expect(top.exitCode).toBe(0);
  for (const { name } of entries) {
    expect(top.out.join('\n')).toContain(`\n  ${name} `);
    const help = await quorate([name, '--help']);
    expect([help.exitCode, help.err]).toEqual([0, []]);
    expect(help.out.join('\n')).toContain(name);
  }
});
