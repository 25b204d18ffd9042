import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { people } from '../../infra/local/demonstration/people.ts';
import { addDays } from '../../shared/domain/calendar/day.ts';
import { commitments, nextAction } from '../../shared/store/commitments.ts';
import { toItem } from '../../shared/store/record-kind.ts';
import type { Item } from '../../shared/store/table.ts';
import { testBlobs } from '../support/blobs.ts';
import { aCommitment } from '../support/builders.ts';

/** The most that a transaction takes: one flush for fifty promises. */
const A_REQUEST = 100;
const AT_ONCE = 4;
/** Far enough ahead that no round of the bench reaches it. */
const LATER = '2019-09-02';
const SPREAD_DAYS = 200;
/** References have four figures: so many go into one year. */
const A_YEAR = 9000;

const owners = people.filter(({ email, emailConfirmed }) => email !== null && emailConfirmed).map(({ id }) => id);

/** One open promise as the register holds it: its record and the day on which the round must look at it. */
async function promiseItems(number: number, day: string): Promise<Item[]> {
  const record = aCommitment({
    id: `open-${number}`,
    reference: `HOSB/${10 + Math.floor(number / A_YEAR)}/${1000 + (number % A_YEAR)}`,
    owner: {
      role: 'owner',
      personId: owners[number % owners.length] ?? null,
      linkOfficerId: null,
      since: '2019-04-15',
    },
  });
  const item = await toItem(commitments, { record, version: 1, head: 'of-the-bench' }, testBlobs());
  const next = nextAction(record.id, day);
  return 'put' in next ? [item, next.put] : [item];
}

/** Lays `open` promises in the table, the first `due` of them due on `day`: without history, which no round reads. */
export async function fillWithPromises(
  endpoint: string,
  { open, due, day }: { open: number; due: number; day: string },
): Promise<void> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const numbers = Array.from({ length: open }, (_, number) => number).values();
  const dayOf = (number: number): string => (number < due ? day : addDays(LATER, number % SPREAD_DAYS));
  const write = async (items: readonly Item[]): Promise<void> => {
    const puts = items.map((Item) => ({ Put: { TableName: 'quorate', Item } }));
    await client.send(new TransactWriteCommand({ TransactItems: puts }));
  };
  const work = async (): Promise<void> => {
    let items: Item[] = [];
    for (const number of numbers) {
      items.push(...(await promiseItems(number, dayOf(number))));
      if (items.length < A_REQUEST) continue;
      await write(items);
      items = [];
    }
    if (items.length > 0) await write(items);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  client.destroy();
}
