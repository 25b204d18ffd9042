import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readOnce } from '../../shared/store/read-once.ts';
import type { Key, Table } from '../../shared/store/table.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
beforeAll(async () => {
  opened = await testRegister();
});
afterAll(() => opened.close());

const counted = (table: Table) => {
  const asked: string[] = [];
  const get = (key: Key) => {
    asked.push(key.pk);
    return table.get(key);
  };
  return { table: readOnce({ ...table, get }), asked };
};

test('two parts of a page that want the same record ask the table for it once', async () => {
  const { table, asked } = counted(opened.register.table);
  const key = { pk: 'BODY#hosb', sk: 'RECORD' };
  await opened.register.table.put({ ...key, name: 'Health Overview and Scrutiny Board' });
  const [one, other] = await Promise.all([table.get(key), table.get(key)]);
  expect(one).toEqual(other);
  expect((await table.get(key))?.['name']).toBe('Health Overview and Scrutiny Board');
  expect(asked).toEqual(['BODY#hosb']);
});

test('what a page has written it reads again as it is now', async () => {
  const { table } = counted(opened.register.table);
  const key = { pk: 'BODY#cabinet', sk: 'RECORD' };
  expect(await table.get(key)).toBeUndefined();
  await table.put({ ...key, name: 'Cabinet' });
  expect((await table.get(key))?.['name']).toBe('Cabinet');
  await table.remove(key);
  expect(await table.get(key)).toBeUndefined();
});
