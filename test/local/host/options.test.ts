import { expect, test } from '@jest/globals';
import { crashPointFrom, crashPointNames } from '../../../infra/local/crash-points.ts';
import { readOptions } from '../../../infra/local/options.ts';
import { StartRefused } from '../../../infra/local/start-refused.ts';

test('without options Quorate starts on port 3000 over .quorate', () => {
  expect(readOptions([], {})).toEqual({ port: 3000, folder: '.quorate', today: undefined, empty: false });
  expect(readOptions(['--today', '2019-09-25', '--data', '/tmp/x', '--empty'], { PORT: '4000' })).toEqual({
    port: 4000,
    folder: '/tmp/x',
    today: '2019-09-25',
    empty: true,
  });
});

test.each([
  [['--today', '2019-02-30'], {}, /real day/],
  [['--today'], {}, /argument missing/],
  [['--tody', '2019-04-15'], {}, /Unknown option/],
  [['2019-04-15'], {}, /Unexpected argument/],
  [[], { PORT: 'three' }, /PORT must be a number/],
])('%j with %j is refused in one sentence and exits with 2', (args, environment, words) => {
  const read = () => readOptions(args, environment);
  expect(read).toThrow(words);
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(StartRefused);
    expect((error as StartRefused).exitCode).toBe(2);
    expect((error as StartRefused).message.split('\n')).toHaveLength(1);
  }
});

test('a crash point kills the nth time it is passed', () => {
  let kills = 0;
  const crashPoint = crashPointFrom('table:before-write:2', () => {
    kills += 1;
  });
  for (const name of ['table:before-write', 'table:after-write', 'table:before-write', 'table:before-write'])
    crashPoint(name);
  expect(kills).toBe(1);
  expect(() => crashPointFrom('table:never')).toThrow(StartRefused);
  expect(new Set(crashPointNames).size).toBe(crashPointNames.length);
});
