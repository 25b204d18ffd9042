import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backOff, matches } from '../../../infra/local/engine/retry-catch.ts';
import { ask, call, machine, run, testEngine } from './support.ts';

const failing = (name: string, times: number) => {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= times) throw Object.assign(new Error(`attempt ${calls}`), { name });
    return { calls };
  };
};

test('a fault that passes is retried, each time after a longer back-off, in real time', async () => {
  const definition = machine('Send', {
    Send: call('send', {
      Retry: [{ ErrorEquals: ['Throttled'], IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 3, MaxDelaySeconds: 20 }],
      End: true,
    }),
  });
  const sent = await run(definition, {}, { send: failing('Throttled', 4) });
  expect(sent).toMatchObject({ status: 'SUCCEEDED', output: { calls: 5 } });
  expect(sent.realTime.delays).toEqual([2000, 6000, 18_000, 20_000]);
});

test('without figures a fault is retried three times, after 1, 2 and 4 seconds, and then it stands', async () => {
  const definition = machine('Send', { Send: call('send', { Retry: [{ ErrorEquals: ['States.ALL'] }], End: true }) });
  const sent = await run(definition, {}, { send: failing('Broken', 9) });
  expect(sent).toMatchObject({ status: 'FAILED', error: 'Broken' });
  expect(sent.realTime.delays).toEqual([1000, 2000, 4000]);
  expect(JSON.parse(sent.cause ?? '')).toEqual({ errorType: 'Broken', errorMessage: 'attempt 4', trace: [] });
});

test('each retrier counts for itself, and MaxAttempts 0 means never', async () => {
  let calls = 0;
  const send = () => {
    calls += 1;
    throw Object.assign(new Error('no'), { name: calls % 2 === 1 ? 'Odd' : 'Even' });
  };
  const Retry = [
    { ErrorEquals: ['Odd'], MaxAttempts: 2 },
    { ErrorEquals: ['Even'], MaxAttempts: 1 },
  ];
  const sent = await run(machine('Send', { Send: call('send', { Retry, End: true }) }), {}, { send });
  expect(sent.error).toBe('Even');
  expect(calls).toBe(4);
  calls = 0;
  const never = [{ ErrorEquals: ['Odd'], MaxAttempts: 0 }];
  await run(machine('Send', { Send: call('send', { Retry: never, End: true }) }), {}, { send });
  expect(calls).toBe(1);
});

test('a Catch takes the fault it names, with the error as output unless it says otherwise', async () => {
  const definition = machine('Send', {
    Send: call('send', {
      Catch: [
        { ErrorEquals: ['RecipientUnknown'], Next: 'Ask' },
        {
          ErrorEquals: ['States.TaskFailed'],
          Assign: { why: '{% $states.errorOutput.Error %}' },
          Output: { at: '{% $states.input.at %}' },
          Next: 'Log',
        },
      ],
      End: true,
    }),
    Ask: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
    Log: { Type: 'Pass', Output: '{% [$why, $states.input.at] %}', End: true },
  });
  expect((await run(definition, { at: 1 }, { send: failing('RecipientUnknown', 1) })).output).toBe('RecipientUnknown');
  expect((await run(definition, { at: 1 }, { send: failing('Else', 1) })).output).toEqual(['Else', 1]);
});

test('a fault is retried first and caught only when the retries are used up', async () => {
  const definition = machine('Send', {
    Send: call('send', {
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      End: true,
    }),
    Caught: { Type: 'Pass', Output: 'caught', End: true },
  });
  const sent = await run(definition, {}, { send: failing('Broken', 2) });
  expect(sent.output).toBe('caught');
  expect(sent.events.filter((type) => type === 'TaskFailed')).toHaveLength(2);
});

test('each attempt is told apart by its key', async () => {
  const keys: string[] = [];
  const send = (_: unknown, { attemptKey }: { attemptKey: string }) => {
    keys.push(attemptKey);
    if (keys.length < 3) throw new Error('again');
  };
  await run(machine('Send', { Send: call('send', { Retry: [{ ErrorEquals: ['Error'] }], End: true }) }), {}, { send });
  expect(new Set(keys).size).toBe(3);
});

test('a wrong expression is States.QueryEvaluationError, which can be caught', async () => {
  const definition = machine('Send', {
    Send: {
      ...call('send'),
      Output: '{% $states.result.Nothing.here %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
    },
    Caught: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
  });
  const sent = await run(definition, {}, { send: () => ({}) });
  expect(sent.output).toBe('States.QueryEvaluationError');
  expect(sent.events).toContain('EvaluationFailed');
});

test('a Catch that goes wrong itself ends the execution', async () => {
  const definition = machine('Send', {
    Send: call('send', {
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $nothing %}', Next: 'Caught' }],
      End: true,
    }),
    Caught: { Type: 'Pass', End: true },
  });
  expect(await run(definition, {}, { send: failing('Broken', 1) })).toMatchObject({
    status: 'FAILED',
    error: 'States.QueryEvaluationError',
  });
});

test('a task with a token whose function fails is retried with a new token', async () => {
  const tokens: string[] = [];
  const request = ({ token }: { token: string }) => {
    tokens.push(token);
    if (tokens.length === 1) throw new Error('not sent');
  };
  const definition = machine('Ask', { Ask: ask('request', { Retry: [{ ErrorEquals: ['Error'] }], End: true }) });
  const { engine } = testEngine({ machines: { tested: definition }, functions: { request } });
  const { arn } = engine.start('tested', { input: {} });
  await engine.idle({ backOffs: true });
  const [first = '', second = ''] = tokens;
  expect(() => engine.succeedTask(first, {})).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
  engine.succeedTask(second, { yes: true });
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"yes":true}' });
});

test('the wildcards stand for what AWS says they stand for', () => {
  const taken = (name: string, faults: string[]) => faults.filter((fault) => matches(name, fault));
  const faults = ['Own', 'States.Timeout', 'States.HeartbeatTimeout', 'States.Runtime', 'States.DataLimitExceeded'];
  expect(taken('States.ALL', faults)).toEqual(['Own', 'States.Timeout', 'States.HeartbeatTimeout']);
  expect(taken('States.TaskFailed', faults)).toEqual(['Own']);
  expect(taken('States.Timeout', faults)).toEqual(['States.Timeout', 'States.HeartbeatTimeout']);
  expect(taken('States.Runtime', faults)).toEqual(['States.Runtime']);
});

test('a back-off is never negative, never above its limit, and with full jitter anything below', () => {
  fc.assert(
    fc.property(
      fc.record({
        interval: fc.integer({ min: 1, max: 1000 }),
        rate: fc.double({ min: 1, max: 10, noNaN: true }),
        most: fc.integer({ min: 1, max: 5000 }),
      }),
      fc.nat(200),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ interval, rate, most }, used, chance) => {
        const retrier = {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: interval,
          BackoffRate: rate,
          MaxDelaySeconds: most,
        };
        const plain = backOff(retrier, used);
        const jittered = backOff({ ...retrier, JitterStrategy: 'FULL' }, used, () => chance);
        return plain >= 0 && plain <= most * 1000 && jittered >= 0 && jittered <= plain;
      },
    ),
  );
});
