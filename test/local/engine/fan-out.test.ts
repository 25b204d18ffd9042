import { expect, test } from '@jest/globals';
import { ask, call, machine, run, testEngine } from './support.ts';

const each = (more: Record<string, unknown>, States: Record<string, unknown> = { Do: call('do') }) =>
  machine(
    'Each',
    {
      Each: { Type: 'Map', ItemProcessor: { StartAt: 'Do', States }, End: true, ...more },
      Caught: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
    },
    {},
  );

/** The same without the state that only a Catch leads to. */
const plainEach = (more: Record<string, unknown>, States?: Record<string, unknown>) => {
  const { Caught: _, ...rest } = each(more, States).States as Record<string, unknown>;
  return machine('Each', rest);
};

const fail = (name: string) => {
  throw Object.assign(new Error(name), { name });
};

test('a Map gives the outputs in the order of the items', async () => {
  const { output, events } = await run(
    plainEach({ Items: '{% $states.input.finds %}' }),
    { finds: [3, 1, 2] },
    {
      do: async (n: number) => {
        await new Promise((r) => setTimeout(r, n));
        return n * 10;
      },
    },
  );
  expect(output).toEqual([30, 10, 20]);
  expect(events.filter((type) => type === 'MapIterationSucceeded')).toHaveLength(3);
});

test('an empty Map gives nothing, and items that are no list fail by name', async () => {
  expect((await run(plainEach({}), [])).output).toEqual([]);
  expect(await run(plainEach({}), { not: 'a list' })).toMatchObject({ error: 'States.QueryEvaluationError' });
});

test('an ItemSelector shapes each item from its value, its number and the state’s input', async () => {
  const ItemSelector = {
    number: '{% $states.context.Map.Item.Index %}',
    find: '{% $states.context.Map.Item.Value %}',
    body: '{% $states.input.body %}',
  };
  const { output } = await run(
    plainEach({ Items: '{% $states.input.finds %}', ItemSelector }),
    { finds: ['a', 'b'], body: 'board' },
    { do: (x: unknown) => x },
  );
  expect(output).toEqual([
    { number: 0, find: 'a', body: 'board' },
    { number: 1, find: 'b', body: 'board' },
  ]);
});

test('a Map runs as many items at once as it says, and never more than 40', async () => {
  let running = 0;
  let most = 0;
  const functions = {
    do: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    },
  };
  const items = Array.from({ length: 100 }, (_, n) => n);
  await run(plainEach({ MaxConcurrency: 3 }), items, functions);
  expect(most).toBe(3);
  most = 0;
  await run(plainEach({ MaxConcurrency: 0 }), items, functions);
  expect(most).toBe(40);
});

test('when an item fails, those not yet started are not started, those running have no further effect, and the Map fails', async () => {
  const started: number[] = [];
  const hung = Promise.withResolvers<unknown>();
  const { engine } = testEngine({
    machines: {
      tested: plainEach({ MaxConcurrency: 2 }, { Do: call('do', { Next: 'After' }), After: call('after') }),
    },
    functions: {
      do: (n: number) => {
        started.push(n);
        return n === 0 ? hung.promise : fail('ItemBroken');
      },
      after: () => {
        started.push(99);
      },
    },
  });
  const { arn } = engine.start('tested', { input: [0, 1, 2, 3, 4] });
  for (let turn = 0; turn < 50 && engine.describe(arn).status === 'RUNNING'; turn += 1) await new Promise(setImmediate);
  expect(engine.describe(arn)).toMatchObject({ status: 'FAILED', error: 'ItemBroken' });
  hung.resolve('late');
  await engine.idle();
  expect(started).toEqual([0, 1]);
  const types = engine.history(arn, { limit: 100 }).map(({ type }) => type);
  expect(types).toContain('MapIterationAborted');
  expect(types.slice(-2)).toEqual(['MapStateFailed', 'ExecutionFailed']);
});

test('a failed Map is retried from its first item, and then caught', async () => {
  let calls = 0;
  const functions = {
    do: () => {
      calls += 1;
      fail('ItemBroken');
    },
  };
  const { output } = await run(
    each({
      MaxConcurrency: 1,
      Retry: [{ ErrorEquals: ['ItemBroken'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
    }),
    [1, 2],
    functions,
  );
  expect(output).toBe('ItemBroken');
  expect(calls).toBe(2);
});

test('a Map with a tolerance bears so many failures and no more', async () => {
  const functions = { do: (n: number) => (n < 2 ? fail('ItemBroken') : n) };
  const items = [0, 1, 2, 3];
  const borne = await run(plainEach({ ToleratedFailureCount: 2 }), items, functions);
  expect(borne.output).toMatchObject([{ Error: 'ItemBroken' }, { Error: 'ItemBroken' }, 2, 3]);
  const half = await run(plainEach({ ToleratedFailurePercentage: 50 }), items, functions);
  expect(half.status).toBe('SUCCEEDED');
  const fewer = await run(plainEach({ ToleratedFailurePercentage: 50, ToleratedFailureCount: 1 }), items, functions);
  expect(fewer).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
});

test('a Fail or a Succeed inside a Map ends only its item', async () => {
  const States = {
    Do: { Type: 'Choice', Choices: [{ Condition: '{% $states.input > 1 %}', Next: 'Bad' }], Default: 'Good' },
    Bad: { Type: 'Fail', Error: 'TooMany' },
    Good: { Type: 'Succeed', Output: 'good' },
  };
  expect((await run(plainEach({ ToleratedFailureCount: 1 }, States), [1, 2, 0])).output).toEqual([
    'good',
    { Error: 'TooMany', Cause: '' },
    'good',
  ]);
});

test('inner lines read the variables of their surroundings and keep their own to themselves', async () => {
  const { output } = await run(
    machine('Know', {
      Know: { Type: 'Pass', Assign: { body: 'board' }, Next: 'Each' },
      Each: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: {
          StartAt: 'Note',
          States: {
            Note: { Type: 'Pass', Assign: { mine: '{% $states.input %}' }, Next: 'Say' },
            Say: { Type: 'Pass', Output: "{% $body & ' ' & $string($mine) %}", End: true },
          },
        },
        Assign: { said: '{% $states.result %}' },
        Next: 'Out',
      },
      Out: { Type: 'Pass', Output: '{% [$said, $exists($mine)] %}', End: true },
    }),
    {},
  );
  expect(output).toEqual(['board 1', 'board 2', false]);
});

const together = (Branches: unknown[], more: Record<string, unknown> = {}) =>
  machine('Both', { Both: { Type: 'Parallel', Branches, End: true, ...more } });
const branch = (name: string, state: Record<string, unknown>) => ({ StartAt: name, States: { [name]: state } });

test('a Parallel runs its branches on the same input and gives their outputs in order', async () => {
  const { output } = await run(
    together([branch('Left', call('left')), branch('Right', call('right'))], {
      Arguments: { id: '{% $states.input.id %}' },
      Output: { both: '{% $states.result %}' },
    }),
    { id: 7, other: true },
    { left: (x: object) => ({ ...x, side: 'left' }), right: (x: object) => ({ ...x, side: 'right' }) },
  );
  expect(output).toEqual({
    both: [
      { id: 7, side: 'left' },
      { id: 7, side: 'right' },
    ],
  });
});

test('a Parallel fails with the branch that fails first, and the other branches’ tokens are over', async () => {
  let held = '';
  const { engine } = testEngine({
    machines: {
      tested: together([branch('Ask', ask('ask')), branch('Break', call('break'))]),
    },
    functions: {
      ask: ({ token }: { token: string }) => {
        held = token;
      },
      break: async () => {
        await new Promise(setImmediate);
        fail('BranchBroken');
      },
    },
  });
  const { arn } = engine.start('tested', { input: {} });
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({ status: 'FAILED', error: 'BranchBroken' });
  expect(() => engine.succeedTask(held, {})).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
});

test('Maps and Parallels nest', async () => {
  const inner = {
    StartAt: 'Inner',
    States: { Inner: { Type: 'Map', ItemProcessor: { StartAt: 'Do', States: { Do: call('do') } }, End: true } },
  };
  const { output } = await run(
    machine('Outer', {
      Outer: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'Both',
          States: {
            Both: {
              Type: 'Parallel',
              Branches: [inner, branch('Count', { Type: 'Pass', Output: '{% $count($states.input) %}', End: true })],
              End: true,
            },
          },
        },
        End: true,
      },
    }),
    [[1, 2], [3]],
    { do: (n: number) => n * 2 },
  );
  expect(output).toEqual([
    [[2, 4], 2],
    [[6], 1],
  ]);
});
