import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemonstration } from '../../../infra/local/demonstration/load.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { commitments, owedTo } from '../../../shared/store/commitments.ts';
import { faultInChain } from '../../../shared/store/hash-chain.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { heldBy } from '../../../shared/store/people.ts';
import { publishedBodies, publishedMeetingOf } from '../../../shared/store/published.ts';
import { get, type Register } from '../../../shared/store/record-kind.ts';
import { takeReferences } from '../../../shared/store/references.ts';
import { testRegister } from '../../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
beforeAll(async () => {
  opened = await testRegister();
  await loadDemonstration(opened.register);
});
afterAll(() => opened.close());

test('the demonstration is there with its bodies, promises and memberships, and is loaded once', async () => {
  expect(await loadDemonstration(opened.register)).toBe('already-loaded');
  expect(await everyBody(opened.register)).toHaveLength(11);
  expect((await owedTo(opened.register, 'hosb')).map(({ record }) => record.reference)).toContain('HOSB/18/14');
  expect((await heldBy(opened.register, 'maya-lapwing')).map(({ role }) => role)).toContain('secretary');
});

test('a loading that was cut off is gone on with, and nothing of it is there twice', async () => {
  const again = await testRegister();
  try {
    const { register } = again;
    let left = 12;
    const transact: Register['table']['transact'] = async (...args) => {
      left -= 1;
      if (left < 0) throw new Error('cut off');
      await register.table.transact(...args);
      // Written, and killed before anybody heard of it.
      if (left === 5) throw new Error('cut off');
    };
    const cut = { ...register, table: { ...register.table, transact } };
    await expect(loadDemonstration(cut)).rejects.toThrow('cut off');
    expect(await loadDemonstration(register)).toBe('loaded');
    for (const { record, head } of await owedTo(register, 'hosb')) {
      const history = await historyOf(register, 'commitment', record.id);
      expect(faultInChain(history, head)).toBeNull();
    }
    expect(await everyBody(register)).toHaveLength(11);
  } finally {
    again.close();
  }
});

test('each promise has its whole story in a chain that verifies', async () => {
  const { record, head } = await get(opened.register, commitments, 'c09-cab-18-21');
  const history = await historyOf(opened.register, 'commitment', record.id);
  expect(history.length).toBeGreaterThan(2);
  expect(faultInChain(history, head)).toBeNull();
});

test('a new promise takes the number after the last one given', async () => {
  expect(await takeReferences(opened.register.table, 'HOSB', '19', 1)).toEqual(['HOSB/19/10']);
});

test('the public sees published bodies and meetings', async () => {
  expect(await publishedBodies(opened.register.table)).not.toHaveLength(0);
  expect(await publishedMeetingOf(opened.register.table, 'meeting-hosb-2018-11-28')).toBeDefined();
});
