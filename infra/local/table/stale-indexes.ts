import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { tableIndexes, tableKeys } from '../../../shared/store/table-definition.ts';
import type { TableProxyOptions, TableReply, TableRequest } from './proxy.ts';

type Attributes = Record<string, AttributeValue>;

const attributes = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
);
const put = z.looseObject({ Item: attributes });
const keyed = z.looseObject({ Key: attributes });
const transaction = z.looseObject({ TransactItems: z.array(z.record(z.string(), z.looseObject({}))) });
const indexQuery = z.looseObject({
  TableName: z.string(),
  IndexName: z.string(),
  ExpressionAttributeValues: attributes.default({}),
  ScanIndexForward: z.boolean().default(true),
});
const found = z.looseObject({ Items: z.array(attributes).default([]) });

const idOf = (item: Attributes): string => JSON.stringify([item[tableKeys.partition], item[tableKeys.sort]]);
const keyOf = (item: Attributes): Attributes =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name === tableKeys.partition || name === tableKeys.sort));

// The keys that a write touches.
const written = ({ operation, body }: TableRequest): Attributes[] => {
  if (operation === 'PutItem') return [keyOf(put.parse(body).Item)];
  if (operation === 'UpdateItem' || operation === 'DeleteItem') return [keyed.parse(body).Key];
  if (operation !== 'TransactWriteItems') return [];
  return transaction.parse(body).TransactItems.flatMap((action) =>
    Object.entries(action).flatMap(([sort, part]) => {
      if (sort === 'ConditionCheck') return [];
      return [sort === 'Put' ? keyOf(put.parse(part).Item) : keyed.parse(part).Key];
    }),
  );
};

const nameOfTable = z.union([
  z.looseObject({ TableName: z.string() }).transform(({ TableName }) => TableName),
  transaction.transform(
    ({ TransactItems }) =>
      z.looseObject({ TableName: z.string() }).parse(Object.values(TransactItems[0] ?? {})[0]).TableName,
  ),
]);

type Old = { readonly image: Attributes | undefined; readonly until: number };

/**
 * For tests: indexes that show the table as it was some milliseconds ago, as DynamoDB's may. A new item is not in its
 * lists yet, a changed one is there as it was, a removed one is there still. Reads that are not of an index are untouched.
 */
export function staleIndexes(
  client: DynamoDBClient,
  delayMilliseconds: number,
  now: () => number = Date.now,
): NonNullable<TableProxyOptions['around']> {
  const before = new Map<string, Old>();

  const remember = async (request: TableRequest): Promise<void> => {
    const TableName = nameOfTable.parse(request.body);
    for (const Key of written(request)) {
      const id = idOf(Key);
      const known = before.get(id);
      if (known && known.until > now()) continue;
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      before.set(id, { image: Item, until: now() + delayMilliseconds });
    }
  };

  const asItWas = (body: unknown, reply: TableReply): TableReply => {
    const { IndexName, ExpressionAttributeValues, ScanIndexForward } = indexQuery.parse(body);
    const { partition = '', sort = '' } = tableIndexes.find(({ name }) => name === IndexName) ?? {};
    const values = Object.values(ExpressionAttributeValues).map((value) => JSON.stringify(value));
    const wasHere = (image: Attributes | undefined): image is Attributes =>
      image?.[partition] !== undefined && values.includes(JSON.stringify(image[partition]));
    const { Items, ...rest } = found.parse(JSON.parse(reply.body.toString('utf8')));
    const current = [...before].filter(([, { until }]) => until > now());
    const changed = new Set(current.map(([id]) => id));
    const old = current.flatMap(([, { image }]) => (wasHere(image) ? [image] : []));
    const place = (item: Attributes): string => item[sort]?.S ?? '';
    const items = [...Items.filter((item) => !changed.has(idOf(item))), ...old].sort(
      (a, b) => (place(a) < place(b) ? -1 : 1) * (ScanIndexForward ? 1 : -1),
    );
    return { status: reply.status, body: Buffer.from(JSON.stringify({ ...rest, Items: items, Count: items.length })) };
  };

  return async (request, forward) => {
    if (request.isWrite) await remember(request);
    const reply = await forward();
    const isIndexRead = request.operation === 'Query' && indexQuery.safeParse(request.body).success;
    return isIndexRead && reply.status === 200 ? asItWas(request.body, reply) : reply;
  };
}
