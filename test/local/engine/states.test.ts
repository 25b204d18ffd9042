import { expect, test } from '@jest/globals';
import { call, machine, run, testEngine } from './support.ts';

test('a Pass hands its input on, and an Output replaces it', async () => {
  const through = await run(machine('Note', { Note: { Type: 'Pass', End: true } }), { matter: 'a-1' });
  expect(through).toMatchObject({ status: 'SUCCEEDED', output: { matter: 'a-1' } });
  const made = await run(
    machine('Note', {
      Note: { Type: 'Pass', Output: { asked: '{% $states.input.matter %}', by: 'chair' }, End: true },
    }),
    { matter: 'a-1' },
  );
  expect(made.output).toEqual({ asked: 'a-1', by: 'chair' });
});

test('variables are remembered, and are read as they were when the state was entered', async () => {
  const { output } = await run(
    machine('First', {
      First: { Type: 'Pass', Assign: { tries: 1, who: 'owner' }, Next: 'Second' },
      Second: {
        Type: 'Pass',
        Assign: { tries: '{% $tries + 1 %}', before: '{% $tries %}' },
        Output: '{% $tries %}',
        Next: 'Third',
      },
      Third: { Type: 'Pass', Output: '{% [$states.input, $tries, $before, $who] %}', End: true },
    }),
    {},
  );
  expect(output).toEqual([1, 2, 1, 'owner']);
});

test('a Choice follows the first rule that holds, with the rule’s own Assign and Output', async () => {
  const routes = machine('Outcome', {
    Outcome: {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.outcome = 'done' %}", Assign: { word: 'done' }, Output: 'closed', Next: 'Say' },
        { Condition: "{% $states.input.outcome in ['more-time', 'done'] %}", Assign: { word: 'later' }, Next: 'Say' },
      ],
      Assign: { word: 'default' },
      Output: 'fell through',
      Default: 'Say',
    },
    Say: { Type: 'Pass', Output: '{% [$word, $states.input] %}', End: true },
  });
  expect((await run(routes, { outcome: 'done' })).output).toEqual(['done', 'closed']);
  expect((await run(routes, { outcome: 'more-time' })).output).toEqual(['later', { outcome: 'more-time' }]);
  expect((await run(routes, { outcome: 'odd' })).output).toEqual(['default', 'fell through']);
});

test('a Choice without a rule that holds, or whose condition is no truth value, fails by name', async () => {
  const only = (Condition: string) =>
    machine('Pick', { Pick: { Type: 'Choice', Choices: [{ Condition, Next: 'End' }] }, End: { Type: 'Succeed' } });
  expect(await run(only('{% false %}'), {})).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  expect(await run(only('{% 1 %}'), {})).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
});

test('a Wait lasts in business time: seconds, or until a timestamp, however far', async () => {
  const { engine, clock } = testEngine({
    machines: {
      seconds: machine('Wait', { Wait: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', End: true } }),
      until: machine('Wait', {
        Wait: { Type: 'Wait', Timestamp: '{% $states.input.at %}', Output: 'over', End: true },
      }),
    },
  });
  const short = engine.start('seconds', { input: { seconds: 60 } }).arn;
  const long = engine.start('until', { input: { at: '2026-08-01T09:00:00+01:00' } }).arn;
  await engine.idle();
  expect(engine.nextDue()).toBe(clock.now() + 60_000);
  clock.pass({ seconds: 59 });
  await engine.runDue();
  expect(engine.describe(short).status).toBe('RUNNING');
  clock.pass({ seconds: 1 });
  await engine.runDue();
  expect(engine.describe(short).status).toBe('SUCCEEDED');
  expect(engine.nextDue()).toBe(Date.parse('2026-08-01T08:00:00Z'));
  clock.moveTo('2026-08-01T08:00:00Z');
  await engine.runDue();
  expect(engine.describe(long)).toMatchObject({ status: 'SUCCEEDED', output: '"over"', stopped: clock.now() });
  expect(engine.nextDue()).toBeUndefined();
});

test('a Wait for a time already past, or for no time at all, does not hold anything up', async () => {
  const past = machine('Wait', { Wait: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true } });
  expect(await run(past, {})).toMatchObject({ status: 'SUCCEEDED' });
  const none = machine('Wait', { Wait: { Type: 'Wait', Seconds: 0, End: true } });
  expect(await run(none, {})).toMatchObject({ status: 'SUCCEEDED' });
  const nonsense = machine('Wait', { Wait: { Type: 'Wait', Timestamp: "{% 'next Tuesday' %}", End: true } });
  expect(await run(nonsense, {})).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
});

test('what is due is run in the order it is due, each to its rest before the next', async () => {
  const order: string[] = [];
  const { engine, clock } = testEngine({
    machines: {
      later: machine('Wait', {
        Wait: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Remind' },
        Remind: call('remind', { Next: 'Again' }),
        Again: call('remind'),
      }),
    },
    functions: {
      remind: async ({ name }: { name: string }) => {
        order.push(name);
        return { name };
      },
    },
  });
  for (const [name, seconds] of [
    ['third', 30],
    ['first', 10],
    ['second', 20],
  ] as const)
    engine.start('later', { input: { name, seconds } });
  await engine.idle();
  clock.pass({ days: 1 });
  await engine.runDue();
  expect(order).toEqual(['first', 'first', 'second', 'second', 'third', 'third']);
});

test('a Succeed ends the execution, a Fail ends it with its error and cause', async () => {
  const ends = machine('Which', {
    Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.ok %}', Next: 'Well' }], Default: 'Badly' },
    Well: { Type: 'Succeed', Output: { kept: true } },
    Badly: { Type: 'Fail', Error: 'Refused', Cause: "{% 'because ' & $states.input.why %}" },
  });
  expect(await run(ends, { ok: true })).toMatchObject({ status: 'SUCCEEDED', output: { kept: true } });
  expect(await run(ends, { ok: false, why: 'late' })).toMatchObject({
    status: 'FAILED',
    error: 'Refused',
    cause: 'because late',
  });
});

test('a Task calls its function and sees the result as AWS wraps it', async () => {
  const { output, events } = await run(
    machine('Open', { Open: { ...call('open-case'), Output: '{% $states.result %}' } }),
    { id: 'c-1' },
    { 'open-case': ({ id }: { id: string }) => ({ opened: id }) },
  );
  expect(output).toEqual({ ExecutedVersion: '$LATEST', Payload: { opened: 'c-1' }, StatusCode: 200 });
  expect(events).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
});

test('a Task whose function takes longer than TimeoutSeconds, in real time, fails with States.Timeout', async () => {
  const slow = machine('Slow', {
    Slow: call('hang', { TimeoutSeconds: 5, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Noted' }], End: true }),
    Noted: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
  });
  const done = await run(slow, {}, { hang: () => new Promise(() => {}) });
  expect(done.output).toBe('States.Timeout');
  expect(done.realTime.delays).toEqual([5000]);
});

test('the context says which execution, machine and state this is, in business time', async () => {
  const { output, arn } = await run(
    machine('Say', { Say: { Type: 'Pass', Output: '{% $states.context %}', End: true } }),
    { a: 1 },
  );
  expect(output).toMatchObject({
    Execution: { Id: arn, Input: { a: 1 }, StartTime: '2026-06-01T09:00:00.000Z' },
    State: { Name: 'Say', EnteredTime: '2026-06-01T09:00:00.000Z', RetryCount: 0 },
    StateMachine: { Name: 'tested', Id: 'arn:aws:states:eu-west-2:000000000000:stateMachine:tested' },
  });
});

test('a machine’s TimeoutSeconds and AWS’s year end an execution in business time', async () => {
  const wait = { Wait: { Type: 'Wait', Seconds: 99_999_999, End: true } };
  const { engine, clock } = testEngine({
    machines: { month: machine('Wait', wait, { TimeoutSeconds: 30 * 86_400 }), year: machine('Wait', wait) },
  });
  const month = engine.start('month', { input: {} }).arn;
  const year = engine.start('year', { input: {} }).arn;
  await engine.idle();
  clock.pass({ days: 30 });
  await engine.runDue();
  expect(engine.describe(month)).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  clock.pass({ days: 335 });
  await engine.runDue();
  expect(engine.describe(year)).toMatchObject({ status: 'TIMED_OUT' });
});

test('what is larger than 256 KiB is refused with States.DataLimitExceeded, which no wildcard catches', async () => {
  const large = machine('Fetch', {
    Fetch: call('fetch', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], End: true }),
    Caught: { Type: 'Pass', End: true },
  });
  expect(await run(large, {}, { fetch: () => 'é'.repeat(140_000) })).toMatchObject({
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  });
  expect(await run(large, {}, { fetch: () => 'e'.repeat(140_000) })).toMatchObject({ status: 'SUCCEEDED' });
});

test('a loop without an end is ended at AWS’s limit of history events', async () => {
  const loop = machine('Round', {
    Round: { Type: 'Pass', Next: 'Again' },
    Again: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Round' }] },
  });
  const { engine } = testEngine({ machines: { loop } });
  const { arn } = engine.start('loop', { input: {} });
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
}, 60_000);

test('stopping an execution is final: what it was doing has no further effect', async () => {
  const answered = Promise.withResolvers<unknown>();
  const { engine, clock } = testEngine({
    machines: { slow: machine('Slow', { Slow: call('slow') }) },
    functions: { slow: () => answered.promise },
  });
  const { arn } = engine.start('slow', { input: {} });
  await new Promise(setImmediate);
  expect(engine.stop(arn, { error: 'Withdrawn', cause: 'by the chair' })).toBe(clock.now());
  answered.resolve({ done: true });
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({
    status: 'ABORTED',
    error: 'Withdrawn',
    cause: 'by the chair',
    output: null,
  });
  expect(engine.history(arn, { limit: 100 }).at(-1)?.type).toBe('ExecutionAborted');
});
