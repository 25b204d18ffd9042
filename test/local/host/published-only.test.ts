import { expect, test } from '@jest/globals';
import { allowsPublished } from '../../../infra/local/table/published-only.ts';

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const query = (
  KeyConditionExpression: string,
  values: Record<string, unknown>,
  rest: Record<string, unknown> = {},
) => ({
  TableName: 'quorate',
  KeyConditionExpression,
  ExpressionAttributeNames: { '#p': 'pk', '#s': 'sk' },
  ExpressionAttributeValues: values,
  ...rest,
});

test('the public function may read published keys, one, many and by query', () => {
  expect(allowsPublished('GetItem', { Key: key('PUBLISHED#bodies') })).toBe(true);
  expect(
    allowsPublished('BatchGetItem', { RequestItems: { quorate: { Keys: [key('PUBLISHED#a'), key('PUBLISHED#b')] } } }),
  ).toBe(true);
  expect(
    allowsPublished(
      'Query',
      query('#p = :p AND begins_with(#s, :s)', { ':p': { S: 'PUBLISHED#a' }, ':s': { S: 'x' } }),
    ),
  ).toBe(true);
  expect(
    allowsPublished(
      'Query',
      query('begins_with(#s, :s) AND pk = :p', { ':p': { S: 'PUBLISHED#a' }, ':s': { S: 'x' } }),
    ),
  ).toBe(true);
});

test.each<[string, string, unknown]>([
  ['another key', 'GetItem', { Key: key('COMMITMENT#1') }],
  ['a key that only contains the word', 'GetItem', { Key: key('X#PUBLISHED#1') }],
  [
    'one other key among published ones',
    'BatchGetItem',
    { RequestItems: { quorate: { Keys: [key('PUBLISHED#a'), key('BODY#1')] } } },
  ],
  ['a query of another partition', 'Query', query('#p = :p', { ':p': { S: 'BODY#1' } })],
  [
    'a query whose sort key looks published',
    'Query',
    query('#p = :p AND #s = :s', { ':p': { S: 'BODY#1' }, ':s': { S: 'PUBLISHED#' } }),
  ],
  ['a query of an index', 'Query', query('#p = :p', { ':p': { S: 'PUBLISHED#a' } }, { IndexName: 'gsi1' })],
  [
    'a query by the old key conditions',
    'Query',
    { KeyConditions: { pk: { AttributeValueList: [{ S: 'PUBLISHED#a' }] } } },
  ],
  ['a scan', 'Scan', { TableName: 'quorate' }],
  ['a write of a published key', 'PutItem', { Item: key('PUBLISHED#a') }],
  ['a transaction that reads', 'TransactGetItems', { TransactItems: [{ Get: { Key: key('PUBLISHED#a') } }] }],
  ['PartiQL', 'ExecuteStatement', { Statement: 'SELECT * FROM quorate' }],
  ['something that is no request', 'GetItem', undefined],
])('the public function may not do this: %s', (_, operation, request) => {
  expect(allowsPublished(operation, request)).toBe(false);
});
