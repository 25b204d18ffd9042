import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { IndexName } from './table-definition.ts';

export type Item = Record<string, unknown> & { pk: string; sk: string };
export type Key = { pk: string; sk: string };
export type Conditional = {
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};
export type Write = { put: Item; when?: Conditional } | { remove: Key; when?: Conditional };

/** The few things that stores need of the table. Nothing else in the code talks to DynamoDB. */
export type Table = ReturnType<typeof openTable>;

/** A page of a query. `next` is where the following page starts. */
export type Page = { items: Item[]; next: Key | undefined };

export type Query = {
  index?: IndexName;
  partition: string;
  /** Sort keys beginning with this. */
  prefix?: string;
  /** Sort keys up to and including this. */
  upTo?: string;
  newestFirst?: boolean;
  limit?: number;
  start?: Record<string, unknown> | undefined;
};

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'pk' in value && 'sk' in value;

const conditionFor = ({ index, prefix, upTo }: Query) => {
  const [partition, sort] = index ? [`${index}pk`, `${index}sk`] : ['pk', 'sk'];
  const names: Record<string, string> = { '#p': partition };
  if (prefix !== undefined || upTo !== undefined) names['#s'] = sort;
  const tail = prefix !== undefined ? ' AND begins_with(#s, :s)' : upTo !== undefined ? ' AND #s <= :s' : '';
  return { expression: `#p = :p${tail}`, names, sortValue: prefix ?? upTo };
};

const toAction = (name: string, write: Write) =>
  'put' in write
    ? { Put: { TableName: name, Item: write.put, ...write.when } }
    : { Delete: { TableName: name, Key: write.remove, ...write.when } };

/** Opens the table. Reads are strongly consistent but for indexes, which cannot be. */
export function openTable(name: string, client: DynamoDBDocumentClient = documentClient()) {
  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
    return isItem(Item) ? Item : undefined;
  };

  const query = async (wanted: Query): Promise<Page> => {
    const { expression, names, sortValue } = conditionFor(wanted);
    const answer = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: expression,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':p': wanted.partition, ...(sortValue === undefined ? {} : { ':s': sortValue }) },
        ScanIndexForward: !wanted.newestFirst,
        ConsistentRead: wanted.index === undefined,
        ...(wanted.index ? { IndexName: wanted.index } : {}),
        ...(wanted.limit ? { Limit: wanted.limit } : {}),
        ...(wanted.start ? { ExclusiveStartKey: wanted.start } : {}),
      }),
    );
    const last = answer.LastEvaluatedKey;
    return { items: (answer.Items ?? []).filter(isItem), next: isItem(last) ? last : undefined };
  };

  /** Every item of a query, page after page, to a bound that is an error to pass: lists have limits. */
  const queryAll = async (wanted: Query, bound = 5000): Promise<Item[]> => {
    const items: Item[] = [];
    let page = await query(wanted);
    items.push(...page.items);
    while (page.next) {
      if (items.length > bound) throw new Error(`More than ${bound} items under one key`);
      page = await query({ ...wanted, start: page.next });
      items.push(...page.items);
    }
    return items;
  };

  /** One request's worth of keys; what the table leaves out for its size is asked for again, at most five times. */
  const batch = async (keys: readonly Key[]): Promise<Item[]> => {
    const found: Item[] = [];
    let wanted: Record<string, unknown>[] = [...keys];
    for (let attempt = 0; wanted.length > 0 && attempt < 5; attempt += 1) {
      const asked = { RequestItems: { [name]: { Keys: wanted, ConsistentRead: true } } };
      const answer = await client.send(new BatchGetCommand(asked));
      found.push(...(answer.Responses?.[name] ?? []).filter(isItem));
      wanted = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return found;
  };

  /** Any number of keys, 100 a request; in the order asked, missing ones left out. */
  const getMany = async (keys: readonly Key[]): Promise<Item[]> => {
    const batches = Array.from({ length: Math.ceil(keys.length / 100) }, (_, at) =>
      keys.slice(at * 100, at * 100 + 100),
    );
    const items = (await Promise.all(batches.map(batch))).flat();
    const found = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item]));
    return keys.flatMap(({ pk, sk }) => found.get(`${pk}\n${sk}`) ?? []);
  };

  return { get, query, queryAll, getMany, ...writesOf(name, client) };
}

function writesOf(name: string, client: DynamoDBDocumentClient) {
  const put = async (item: Item, when?: Conditional): Promise<void> => {
    await client.send(new PutCommand({ TableName: name, Item: item, ...when }));
  };

  const update = async (
    key: Key,
    change: { UpdateExpression: string } & Partial<Conditional>,
  ): Promise<Item | undefined> => {
    const { Attributes } = await client.send(
      new UpdateCommand({ TableName: name, Key: key, ReturnValues: 'ALL_NEW', ...change }),
    );
    return isItem(Attributes) ? Attributes : undefined;
  };

  const remove = async (key: Key, when?: Conditional): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: name, Key: key, ...when }));
  };

  const transact = async (writes: readonly Write[], token?: string): Promise<void> => {
    await client.send(
      new TransactWriteCommand({
        TransactItems: writes.map((write) => toAction(name, write)),
        ...(token ? { ClientRequestToken: token } : {}),
      }),
    );
  };

  return { put, update, remove, transact };
}

/** Where the table is comes from the SDK's own environment variables. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ maxAttempts: 3 });
  // It copies every item that comes or goes, without what is secret in it, for a logger; there is none.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
