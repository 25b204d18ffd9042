import { expect, test } from '@jest/globals';
import type { FunctionEntry } from '../../../functions/index.ts';
import { routeTable } from '../../../infra/local/gateway/route-table.ts';

const entry = (name: string, ...paths: string[]): FunctionEntry => ({
  name,
  file: `${name}.ts`,
  timeoutSeconds: 10,
  memoryMb: 128,
  table: 'none',
  files: 'none',
  sends: [],
  workflows: false,
  events: [{ sort: 'http', paths }],
});

const route = routeTable([
  entry('Web', '$default'),
  entry('Public', 'GET /committees', 'GET /committees/{proxy+}', 'GET /about/{proxy+}'),
  entry('Api', 'ANY /api/bodies/{id}', 'GET /api/bodies/mine', 'ANY /api/{proxy+}'),
]);

test.each([
  ['GET', '/committees', 'Public', 'GET /committees', undefined],
  ['GET', '/committees/hosb/2019-04-25', 'Public', 'GET /committees/{proxy+}', { proxy: 'hosb/2019-04-25' }],
  ['POST', '/committees', 'Web', '$default', undefined],
  ['GET', '/committees/', 'Web', '$default', undefined],
  ['GET', '/', 'Web', '$default', undefined],
  ['GET', '/api/bodies/mine', 'Api', 'GET /api/bodies/mine', undefined],
  ['PUT', '/api/bodies/mine', 'Api', 'ANY /api/bodies/{id}', { id: 'mine' }],
  ['GET', '/api/bodies/a%20b', 'Api', 'ANY /api/bodies/{id}', { id: 'a b' }],
  ['GET', '/api/bodies/a/b', 'Api', 'ANY /api/{proxy+}', { proxy: 'bodies/a/b' }],
])('%s %s goes to the most specific route', (method, path, ...right) => {
  const [name, routeKey, pathParameters] = right;
  const hit = route(method, path);
  expect(hit?.entry.name).toBe(name);
  expect(hit?.routeKey).toBe(routeKey);
  expect(hit?.pathParameters).toEqual(pathParameters);
});

test('without a default route an address that nobody serves finds nothing', () => {
  expect(routeTable([entry('Public', 'GET /committees')])('GET', '/home')).toBeUndefined();
});
