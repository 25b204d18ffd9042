import { expect, test } from '@jest/globals';
import validate from 'asl-validator';
import { checkDefinition } from '../../../infra/local/engine/check-definition.ts';
import { ask, call, machine } from './support.ts';

const task = (more: Record<string, unknown>) => machine('Do', { Do: { ...call('do'), ...more } });
const pass = { Type: 'Pass', End: true };
const map = (more: Record<string, unknown>, States: Record<string, unknown> = { Inner: pass }) =>
  machine('Each', { Each: { Type: 'Map', ItemProcessor: { StartAt: 'Inner', States }, End: true, ...more } });

const complete = machine(
  'Ask',
  {
    Ask: ask('ask-owner', {
      Comment: 'every field that the engine implements',
      QueryLanguage: 'JSONata',
      TimeoutSeconds: 86_400,
      HeartbeatSeconds: 3600,
      Assign: { answer: '{% $states.result %}' },
      Output: '{% $states.result %}',
      Retry: [
        {
          ErrorEquals: ['Throttled'],
          IntervalSeconds: 1,
          MaxAttempts: 2,
          BackoffRate: 2,
          MaxDelaySeconds: 60,
          JitterStrategy: 'FULL',
        },
      ],
      Catch: [
        { ErrorEquals: ['States.ALL'], Assign: { why: '{% $states.errorOutput %}' }, Output: {}, Next: 'Failed' },
      ],
      Next: 'Which',
    }),
    Which: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $answer = 'done' %}", Next: 'Both', Output: {} }],
      Default: 'Hold',
    },
    Hold: { Type: 'Wait', Seconds: 60, Next: 'Ask' },
    Both: { Type: 'Parallel', Branches: [{ StartAt: 'One', States: { One: pass } }], Arguments: {}, Next: 'Each' },
    Each: {
      Type: 'Map',
      Items: '{% [1] %}',
      ItemSelector: {},
      MaxConcurrency: 2,
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Two', States: { Two: pass } },
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Gone', Cause: '{% $why.Cause %}' },
  },
  { Comment: 'all', Version: '1.0', TimeoutSeconds: 900 },
);

test('a machine with every field the engine implements is taken, by it and by asl-validator', async () => {
  expect(checkDefinition(complete).StartAt).toBe('Ask');
  expect((await validate(complete, { checkArn: false })).errors).toEqual([]);
});

test.each<[string, unknown, string, string]>([
  ['JSONPath', { ...task({}), QueryLanguage: 'JSONPath' }, '', 'QueryLanguage'],
  ['no query language', { StartAt: 'A', States: { A: pass } }, '', 'QueryLanguage'],
  ['a field of the machine', task({}) && { ...task({}), Parameters: {} }, '', 'Parameters'],
  ['InputPath', task({ InputPath: '$' }), 'States.Do', 'InputPath'],
  ['ResultSelector', task({ ResultSelector: {} }), 'States.Do', 'ResultSelector'],
  ['Credentials', task({ Credentials: {} }), 'States.Do', 'Credentials'],
  ['another integration', task({ Resource: 'arn:aws:states:::sqs:sendMessage' }), 'States.Do', 'Resource'],
  ['startExecution', task({ Resource: 'arn:aws:states:::states:startExecution' }), 'States.Do', 'Resource'],
  ['a Lambda ARN', task({ Resource: 'arn:aws:lambda:eu-west-2:1:function:x' }), 'States.Do', 'Resource'],
  ['a heartbeat without a token', task({ HeartbeatSeconds: 5 }), 'States.Do', 'HeartbeatSeconds'],
  ['a retrier’s field', task({ Retry: [{ ErrorEquals: ['States.ALL'], Jitter: 1 }] }), 'States.Do.Retry.0', 'Jitter'],
  [
    'a distributed Map',
    map({ ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: { I: pass } } }),
    'States.Each.ItemProcessor.ProcessorConfig',
    'Mode',
  ],
  ['an ItemReader', map({ ItemReader: {} }), 'States.Each', 'ItemReader'],
  ['a ResultWriter', map({ ResultWriter: {} }), 'States.Each', 'ResultWriter'],
  [
    'a field inside a Map',
    map({}, { Inner: { ...pass, Result: 1 } }),
    'States.Each.ItemProcessor.States.Inner',
    'Result',
  ],
  ['a state type', machine('A', { A: { Type: 'Loop', End: true } }), 'States.A', 'Type'],
])('%s is refused, naming the place and the field', (_, definition, path, field) => {
  expect(() => checkDefinition(definition)).toThrow(
    expect.objectContaining({ name: 'DefinitionRefused', path, field }),
  );
});

test('an operation of lambda:invoke other than the function and its payload is refused', () => {
  const definition = task({ Arguments: { FunctionName: 'do', InvocationType: 'Event' } });
  expect(() => checkDefinition(definition)).toThrow(/States\.Do/);
});

test.each<[string, unknown, RegExp]>([
  ['a start that is not there', machine('B', { A: pass }), /StartAt.*'B'/],
  ['a next that is not there', machine('A', { A: { Type: 'Pass', Next: 'B' } }), /Next.*'B'/],
  ['a state nothing leads to', machine('A', { A: pass, B: pass }), /States\.B.*leads/],
  ['neither Next nor End', machine('A', { A: { Type: 'Pass' } }), /Next or an End/],
  ['both Next and End', machine('A', { A: { Type: 'Pass', Next: 'B', End: true }, B: pass }), /not both/],
  ['a Wait for nothing', machine('A', { A: { Type: 'Wait', End: true } }), /Seconds or Timestamp/],
  ['a broken expression', machine('A', { A: { ...pass, Output: { x: '{% $ %% %}' } } }), /Output\.x.*JSONata/],
  ['something around an expression', machine('A', { A: { ...pass, Output: ' {% 1 %}' } }), /nothing around/],
  ['States.ALL among others', task({ Retry: [{ ErrorEquals: ['States.ALL', 'X'] }] }), /stands alone/],
  [
    'States.ALL before others',
    task({
      Catch: [
        { ErrorEquals: ['States.ALL'], Next: 'Do' },
        { ErrorEquals: ['X'], Next: 'Do' },
      ],
    }),
    /stands alone/,
  ],
  ['a name used twice', map({}, { Inner: { Type: 'Pass', Next: 'Each' }, Each: pass }), /unique/],
  ['assigning $states', machine('A', { A: { ...pass, Assign: { states: 1 } } }), /no name/],
  [
    'assigning an outer variable',
    map({ Assign: { found: 1 } }, { Inner: { ...pass, Assign: { found: 2 } } }),
    /outer scope/,
  ],
  [
    'a heartbeat longer than the timeout',
    machine('A', { A: ask('x', { HeartbeatSeconds: 9, TimeoutSeconds: 9, End: true }) }),
    /smaller/,
  ],
])('%s is refused', (_, definition, reason) => {
  expect(() => checkDefinition(definition)).toThrow(reason);
});
