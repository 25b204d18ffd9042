import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTableProxy, type TableFault } from '../../infra/local/table/proxy.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { acceptPromise } from '../../shared/store/commitment-acts.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { historyOf } from '../../shared/store/history.ts';
import { get, type Register } from '../../shared/store/record-kind.ts';
import { openTable } from '../../shared/store/table.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let proxy: Awaited<ReturnType<typeof startTableProxy>>;
let dynamo: DynamoDBClient;
let register: Register;
let faults: TableFault[] = [];
let lost = false;
let promises = 0;

beforeAll(async () => {
  opened = await testRegister();
  proxy = await startTableProxy({
    target: opened.endpoint,
    faultFor: ({ operation }) => (operation === 'TransactWriteItems' ? faults.shift() : undefined),
    around: async ({ operation }, forward) => {
      const answer = await forward();
      // The write was made and its answer is lost on the way, once.
      if (lost && operation === 'TransactWriteItems') {
        lost = false;
        throw new Error('connection lost');
      }
      return answer;
    },
  });
  dynamo = new DynamoDBClient({
    endpoint: proxy.address,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 3,
  });
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  register = { ...opened.register, table: openTable('quorate', client) };
});
afterAll(async () => {
  dynamo.destroy();
  await proxy.close();
  opened.close();
});
beforeEach(async () => {
  faults = [];
  promises += 1;
  await commit(opened.register, {
    commandId: `record-fault-${promises}`,
    actor: maya,
    at: '2019-04-15T09:00:00.000Z',
    outcome: {},
    changes: [change(commitments, { was: null, record: aCommitment({ id: `fault-${promises}` }), event: 'recorded' })],
  });
});

const accept = () => acceptPromise(register, aCommand(`accept-fault-${promises}`), `fault-${promises}`);
const events = async () =>
  (await historyOf(opened.register, 'commitment', `fault-${promises}`)).map(({ envelope }) => envelope.event);

test('an act that meets another transaction is tried again and done once', async () => {
  faults = ['conflict', 'conflict'];
  expect((await accept()).replayed).toBe(false);
  expect(await events()).toEqual(['recorded', 'accepted']);
});

test('an act that is throttled is tried again and done once', async () => {
  faults = ['throttle'];
  await accept();
  expect(await events()).toEqual(['recorded', 'accepted']);
});

test('a store that stays busy is said to be busy, and nothing is written', async () => {
  faults = Array.from({ length: 40 }, () => 'conflict');
  await expect(accept()).rejects.toMatchObject({ name: 'StoreBusy' });
  expect(await events()).toEqual(['recorded']);
});

test('an act whose answer was lost on the way is not done twice', async () => {
  lost = true;
  await accept();
  expect(await events()).toEqual(['recorded', 'accepted']);
  expect((await get(opened.register, commitments, `fault-${promises}`)).version).toBe(2);
});
