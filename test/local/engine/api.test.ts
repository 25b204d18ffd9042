import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateActivityCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from '@jest/globals';
import { stepFunctionsEndpoint } from '../../../infra/local/engine/api.ts';
import { ask, call, machine, testEngine } from './support.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const named = (name: string) => expect.objectContaining({ name });
const stateMachineArn = 'arn:aws:states:eu-west-2:000000000000:stateMachine:answer';

async function overHttp(definition: unknown) {
  const tokens: string[] = [];
  const made = testEngine({
    machines: { answer: definition, other: machine('A', { A: { Type: 'Succeed' } }) },
    functions: {
      'ask-owner': ({ token }: { token: string }) => {
        tokens.push(token);
      },
      open: (x: unknown) => x,
    },
  });
  const server = createServer(stepFunctionsEndpoint({ engine: made.engine, accessKeyId: 'local-key' }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientWith = (accessKeyId: string) =>
    new SFNClient({
      endpoint,
      region: 'eu-west-2',
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey: 'secret' },
    });
  const client = clientWith('local-key');
  closers.push(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { ...made, client, clientWith, tokens, endpoint };
}

const waiting = machine('Ask', { Ask: ask('ask-owner') });

test('the AWS client starts an execution, answers its token and reads how it ended', async () => {
  const { client, engine, clock, tokens } = await overHttp(waiting);
  const input = '{"commitment":"c-1"}';
  const started = await client.send(new StartExecutionCommand({ stateMachineArn, name: 'c-1', input }));
  expect(started.startDate).toEqual(new Date(clock.now()));
  await engine.idle();
  const { executionArn } = started;
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'RUNNING',
    name: 'c-1',
    input,
    stateMachineArn,
  });
  await client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
  clock.pass({ days: 3 });
  await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{"outcome":"done"}' }));
  await engine.idle();
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'SUCCEEDED',
    output: '{"outcome":"done"}',
    startDate: started.startDate,
    stopDate: new Date(clock.now()),
  });
});

test('starting twice with one name and one input is one execution; any other start of that name is refused', async () => {
  const { client, engine, tokens } = await overHttp(waiting);
  const start = (input: string) => client.send(new StartExecutionCommand({ stateMachineArn, name: 'c-1', input }));
  const first = await start('{"a":1}');
  expect((await start('{ "a": 1 }')).executionArn).toBe(first.executionArn);
  await expect(start('{"a":2}')).rejects.toEqual(named('ExecutionAlreadyExists'));
  await engine.idle();
  expect(tokens).toHaveLength(1);
  await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' }));
  await engine.idle();
  await expect(start('{"a":1}')).rejects.toEqual(named('ExecutionAlreadyExists'));
});

test('executions are listed newest first, by status and by page', async () => {
  const { client, engine } = await overHttp(waiting);
  for (const name of ['a', 'b', 'c', 'd', 'e']) engine.start('answer', { name, input: {} });
  await engine.idle();
  await client.send(
    new StopExecutionCommand({
      executionArn: engine.list({ machine: 'answer', limit: 5 })[1]?.arn,
      error: 'No',
      cause: 'more',
    }),
  );
  const pages: (string | undefined)[][] = [];
  for await (const page of paginateListExecutions({ client, pageSize: 2 }, { stateMachineArn }))
    pages.push((page.executions ?? []).map(({ name }) => name));
  expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  const stopped = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }));
  expect(stopped.executions).toMatchObject([{ name: 'd', status: 'ABORTED' }]);
  const { nextToken } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }));
  const misused = new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 2, nextToken });
  await expect(client.send(misused)).rejects.toEqual(named('InvalidToken'));
});

test('the history is read forwards and backwards, by page, with or without its data', async () => {
  const { client, engine } = await overHttp(
    machine('Open', { Open: call('open', { Next: 'Done' }), Done: { Type: 'Succeed' } }),
  );
  const executionArn = engine.start('answer', { input: { id: 1 } }).arn;
  await engine.idle();
  const types: (string | undefined)[] = [];
  for await (const page of paginateGetExecutionHistory({ client, pageSize: 3 }, { executionArn }))
    types.push(...(page.events ?? []).map(({ type }) => type));
  expect(types).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
    'SucceedStateEntered',
    'SucceedStateExited',
    'ExecutionSucceeded',
  ]);
  const backwards = await client.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
  );
  expect(backwards.events?.map(({ id, previousEventId }) => [id, previousEventId])).toEqual([
    [9, 8],
    [8, 7],
  ]);
  expect(backwards.events?.[0]?.executionSucceededEventDetails?.output).toBe('{"id":1}');
  const bare = await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }));
  expect(bare.events?.[1]).toMatchObject({ type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Open' } });
  expect(JSON.stringify(bare.events)).not.toContain('\\"id\\"');
});

test('a task may be answered with a failure, and an execution stopped', async () => {
  const { client, engine, tokens } = await overHttp(waiting);
  const failed = engine.start('answer', { input: {} }).arn;
  await engine.idle();
  await client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: 'NotMine', cause: 'moved' }));
  await engine.idle();
  expect(await client.send(new DescribeExecutionCommand({ executionArn: failed }))).toMatchObject({
    status: 'FAILED',
    error: 'NotMine',
    cause: 'moved',
  });
  const stopped = engine.start('answer', { input: {} }).arn;
  const { stopDate } = await client.send(new StopExecutionCommand({ executionArn: stopped }));
  expect(await client.send(new DescribeExecutionCommand({ executionArn: stopped }))).toMatchObject({
    status: 'ABORTED',
    stopDate,
  });
});

test('state machines are listed and described with the definition they run', async () => {
  const { client } = await overHttp(waiting);
  const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
  expect(stateMachines?.map(({ name }) => name)).toEqual(['answer', 'other']);
  const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
  expect(described).toMatchObject({ status: 'ACTIVE', type: 'STANDARD' });
  expect(JSON.parse(described.definition ?? '')).toEqual(waiting);
});

test('what AWS refuses is refused under the same name', async () => {
  const { client, clientWith, engine, tokens } = await overHttp(waiting);
  const executionArn = 'arn:aws:states:eu-west-2:000000000000:execution:answer:none';
  const refusals: [Promise<unknown>, string][] = [
    [client.send(new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}-not` })), 'StateMachineDoesNotExist'],
    [client.send(new StartExecutionCommand({ stateMachineArn: 'nonsense' })), 'InvalidArn'],
    [client.send(new StartExecutionCommand({ stateMachineArn, name: 'a b' })), 'InvalidName'],
    [client.send(new StartExecutionCommand({ stateMachineArn, input: '{' })), 'InvalidExecutionInput'],
    [
      client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify('x'.repeat(262_143)) })),
      'InvalidExecutionInput',
    ],
    [client.send(new StartExecutionCommand({ stateMachineArn, traceHeader: 'x' })), 'ValidationException'],
    [client.send(new DescribeExecutionCommand({ executionArn })), 'ExecutionDoesNotExist'],
    [client.send(new GetExecutionHistoryCommand({ executionArn })), 'ExecutionDoesNotExist'],
    [client.send(new StopExecutionCommand({ executionArn })), 'ExecutionDoesNotExist'],
    [client.send(new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '1' })), 'InvalidToken'],
    [client.send(new SendTaskSuccessCommand({ taskToken: 'A'.repeat(43), output: '1' })), 'TaskDoesNotExist'],
    [client.send(new SendTaskHeartbeatCommand({ taskToken: 'A'.repeat(43) })), 'TaskDoesNotExist'],
    [client.send(new CreateActivityCommand({ name: 'x' })), 'UnknownOperationException'],
    [clientWith('another').send(new ListStateMachinesCommand({})), 'UnrecognizedClientException'],
  ];
  for (const [refused, name] of refusals) await expect(refused).rejects.toEqual(named(name));
  engine.start('answer', { input: {} });
  await engine.idle();
  const answer = () => client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' }));
  await expect(client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{' }))).rejects.toEqual(
    named('InvalidOutput'),
  );
  await answer();
  await expect(answer()).rejects.toEqual(named('TaskTimedOut'));
});

test('a request that is not signed, not JSON, too large or for nothing known is answered, not crashed on', async () => {
  const { endpoint } = await overHttp(waiting);
  const authorization = 'AWS4-HMAC-SHA256 Credential=local-key/20260601/eu-west-2/states/aws4_request';
  const post = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(endpoint, { method: 'POST', headers, body });
    return [response.status, ((await response.json()) as { __type: string }).__type];
  };
  const target = { 'x-amz-target': 'AWSStepFunctions.ListStateMachines' };
  expect(await post(target, '{}')).toEqual([400, 'MissingAuthenticationTokenException']);
  expect(await post({ ...target, authorization }, 'no')).toEqual([400, 'SerializationException']);
  expect(await post({ ...target, authorization }, 'x'.repeat(1_100_000))).toEqual([400, 'ValidationException']);
  expect(await post({ 'x-amz-target': 'AWSStepFunctions.constructor', authorization }, '{}')).toEqual([
    400,
    'UnknownOperationException',
  ]);
});
