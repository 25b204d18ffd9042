import { expect, test } from '@jest/globals';
import { ask, machine, testEngine } from './support.ts';

const named = (name: string) => expect.objectContaining({ name });

/** An execution that has asked the owner and waits; `early` answers before the asking function returns. */
function asked(more: Record<string, unknown> = { End: true }, early?: (token: string) => void) {
  const tokens: string[] = [];
  const definition = machine('Ask', {
    Ask: ask('ask-owner', more),
    ...('Catch' in more ? { Late: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true } } : {}),
  });
  const made = testEngine({
    machines: { answer: definition },
    functions: {
      'ask-owner': ({ token }: { token: string }) => {
        tokens.push(token);
        early?.(token);
      },
    },
  });
  const { arn } = made.engine.start('answer', { input: {} });
  return { ...made, arn, tokens };
}

test('an answer to the token wakes the execution at once', async () => {
  const { engine, arn, tokens } = asked();
  await engine.idle();
  expect(engine.describe(arn).status).toBe('RUNNING');
  engine.succeedTask(tokens[0] ?? '', { outcome: 'done' });
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"outcome":"done"}' });
});

test('an answer that comes before the asking function returned is taken, and asked only once', async () => {
  const { engine, arn, tokens } = asked({ End: true }, (token) => engine.succeedTask(token, { outcome: 'early' }));
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"outcome":"early"}' });
  expect(tokens).toHaveLength(1);
});

test('an early answer stands even when the asking function then fails', async () => {
  const { engine, arn } = asked({ End: true }, (token) => {
    engine.succeedTask(token, { outcome: 'early' });
    throw new Error('after all');
  });
  await engine.idle();
  expect(engine.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"outcome":"early"}' });
});

test('a second answer is told that the task is over, and changes nothing', async () => {
  const { engine, arn, tokens } = asked();
  await engine.idle();
  const [token = ''] = tokens;
  engine.succeedTask(token, { outcome: 'first' });
  expect(() => engine.succeedTask(token, { outcome: 'second' })).toThrow(named('TaskTimedOut'));
  expect(() => engine.failTask(token, { error: 'No', cause: '' })).toThrow(named('TaskTimedOut'));
  expect(() => engine.heartbeatTask(token)).toThrow(named('TaskTimedOut'));
  await engine.idle();
  expect(engine.describe(arn).output).toBe('{"outcome":"first"}');
});

test('an answer may be a failure, which the state’s Catch takes', async () => {
  const { engine, arn, tokens } = asked({ Catch: [{ ErrorEquals: ['NotMine'], Next: 'Late' }], End: true });
  await engine.idle();
  engine.failTask(tokens[0] ?? '', { error: 'NotMine', cause: 'moved to another directorate' });
  await engine.idle();
  expect(engine.describe(arn).output).toBe('"NotMine"');
});

test('what is no token is InvalidToken, and one never given TaskDoesNotExist', () => {
  const { engine } = asked();
  expect(() => engine.succeedTask('nonsense', {})).toThrow(named('InvalidToken'));
  expect(() => engine.succeedTask('A'.repeat(43), {})).toThrow(named('TaskDoesNotExist'));
});

test('a task times out in business time, beyond the 25 days that a timer can hold', async () => {
  const { engine, clock, arn, tokens } = asked({
    TimeoutSeconds: 40 * 86_400,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
    End: true,
  });
  await engine.idle();
  expect(engine.nextDue()).toBe(clock.now() + 40 * 86_400_000);
  clock.pass({ days: 39 });
  await engine.runDue();
  expect(engine.describe(arn).status).toBe('RUNNING');
  clock.pass({ days: 1 });
  // Too late already, though the timers have not run: whoever answers now is told so.
  expect(() => engine.succeedTask(tokens[0] ?? '', {})).toThrow(named('TaskTimedOut'));
  await engine.runDue();
  expect(engine.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"States.Timeout"' });
  expect(() => engine.succeedTask(tokens[0] ?? '', {})).toThrow(named('TaskTimedOut'));
});

test('heartbeats, 30 days apart, keep a task alive until they stop', async () => {
  const { engine, clock, arn, tokens } = asked({
    TimeoutSeconds: 300 * 86_400,
    HeartbeatSeconds: 30 * 86_400,
    Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Late' }],
    End: true,
  });
  await engine.idle();
  for (let month = 0; month < 4; month += 1) {
    clock.pass({ days: 29 });
    await engine.runDue();
    engine.heartbeatTask(tokens[0] ?? '');
  }
  expect(engine.describe(arn).status).toBe('RUNNING');
  clock.pass({ days: 30 });
  await engine.runDue();
  expect(engine.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"States.HeartbeatTimeout"' });
});

test('heartbeats do not put off the task’s own timeout', async () => {
  const { engine, clock, arn, tokens } = asked({
    TimeoutSeconds: 50 * 86_400,
    HeartbeatSeconds: 30 * 86_400,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Late' }],
    End: true,
  });
  await engine.idle();
  clock.pass({ days: 29 });
  engine.heartbeatTask(tokens[0] ?? '');
  clock.pass({ days: 21 });
  await engine.runDue();
  expect(engine.describe(arn).output).toBe('"States.Timeout"');
});

test('the token of an execution that was stopped is over', async () => {
  const { engine, arn, tokens } = asked();
  await engine.idle();
  engine.stop(arn);
  expect(() => engine.succeedTask(tokens[0] ?? '', {})).toThrow(named('TaskTimedOut'));
});

test('the token is nowhere in the history', async () => {
  const { engine, arn, tokens } = asked();
  await engine.idle();
  const [token = ''] = tokens;
  engine.succeedTask(token, {});
  await engine.idle();
  expect(token).toHaveLength(43);
  expect(JSON.stringify(engine.history(arn, { limit: 100 }))).not.toContain(token);
});
