import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { change, commit, runCommand } from '../../shared/store/commit.ts';
import { commitments, duePage, nextAction, nextActionOf, owedTo } from '../../shared/store/commitments.ts';
import { faultInChain } from '../../shared/store/hash-chain.ts';
import { historyOf } from '../../shared/store/history.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import { get } from '../../shared/store/record-kind.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
beforeAll(async () => {
  opened = await testRegister();
});
afterAll(() => opened.close());

const at = '2019-04-15T09:00:00.000Z';

const record = async (id: string, commandId = `record-${id}`) => {
  const promise = aCommitment({ id, reference: `HOSB/19/${id.length}${commandId.length}` });
  return commit(opened.register, {
    commandId,
    actor: maya,
    at,
    outcome: { id },
    changes: [change(commitments, { was: null, record: promise, event: 'commitment recorded' })],
    outbox: [{ topic: 'commitment-live', recordId: id, word: 'recorded' }],
    unique: [`reference ${id}`],
    also: [nextAction(id, '2019-04-16')],
  });
};

const accept = async (id: string, commandId: string) => {
  const was = await get(opened.register, commitments, id);
  return commit(opened.register, {
    commandId,
    actor: maya,
    at,
    outcome: { id, word: 'accepted' },
    changes: [
      change(commitments, {
        was,
        record: { ...was.record, acceptance: { state: 'accepted', on: '2019-04-15' } },
        event: 'commitment accepted',
      }),
    ],
  });
};

test('a promise is written with its history, its outbox entry and its next look in one transaction', async () => {
  await record('one');
  const { record: stored, head } = await get(opened.register, commitments, 'one');
  expect(stored.subject).toBe('How the Out of Hospital model is working');
  const history = await historyOf(opened.register, 'commitment', 'one');
  expect(history.map(({ envelope }) => envelope.event)).toEqual(['commitment recorded']);
  expect(faultInChain(history, head)).toBeNull();
  expect((await missedEntries(opened.register.table, '9999')).map(({ entry }) => entry.recordId)).toContain('one');
  expect((await duePage(opened.register.table, '2019-04-16', 10, null)).ids).toContain('one');
  expect((await owedTo(opened.register, 'hosb')).map((one) => one.record.id)).toContain('one');
});

test('the same command twice has one effect and one answer', async () => {
  await record('twice');
  const again = await record('twice');
  expect(again).toEqual({ outcome: { id: 'twice' }, replayed: true });
  expect(await historyOf(opened.register, 'commitment', 'twice')).toHaveLength(1);
});

test('two people who changed the same version: the second is told of the conflict and nothing of theirs is written', async () => {
  await record('both');
  const was = await get(opened.register, commitments, 'both');
  await accept('both', 'accept-first');
  const second = commit(opened.register, {
    commandId: 'accept-second',
    actor: maya,
    at,
    outcome: {},
    changes: [change(commitments, { was, record: { ...was.record, subject: 'Other' }, event: 'commitment corrected' })],
  });
  await expect(second).rejects.toMatchObject({ name: 'VersionConflict', recordIds: ['both'] });
  expect((await get(opened.register, commitments, 'both')).record.subject).not.toBe('Other');
});

test('a reference that is taken is refused by name', async () => {
  await record('ref');
  const taken = commit(opened.register, {
    commandId: 'other',
    actor: maya,
    at,
    outcome: {},
    changes: [change(commitments, { was: null, record: aCommitment({ id: 'ref-2' }), event: 'commitment recorded' })],
    unique: ['reference ref'],
  });
  await expect(taken).rejects.toMatchObject({ name: 'NotUnique', what: 'reference ref' });
});

test('a command that was done answers as it did, even where the rules would now refuse it', async () => {
  await record('replay');
  await accept('replay', 'accept-replay');
  const again = await runCommand(opened.register, 'accept-replay', () => {
    const was = { record: aCommitment({ id: 'replay' }), version: 1, head: 'x' };
    return Promise.resolve({
      commandId: 'accept-replay',
      actor: maya,
      at,
      outcome: { id: 'replay', word: 'accepted again' },
      changes: [change(commitments, { was, record: was.record, event: 'commitment accepted' })],
    });
  });
  expect(again).toEqual({ outcome: { id: 'replay', word: 'accepted' }, replayed: true });
});

test('a chain shows where it was tampered with, and still verifies when a payload is redacted', async () => {
  await record('chain');
  await accept('chain', 'accept-chain');
  const { head } = await get(opened.register, commitments, 'chain');
  const history = await historyOf(opened.register, 'commitment', 'chain');
  const redacted = history.map((entry) => ({ ...entry, payload: null, salt: null }));
  expect(faultInChain(redacted, head)).toBeNull();
  const forged = history.map((entry) => ({ ...entry, envelope: { ...entry.envelope, event: 'something else' } }));
  expect(faultInChain(forged, head)).toBe('version 1 was changed after it was written');
  expect(faultInChain(history.slice(0, 1), head)).toBe('the record does not end where its history ends');
});

test('the next look is moved on only if no command asked for another day since', async () => {
  await record('look');
  const { table } = opened.register;
  const seen = (await nextActionOf(table, 'look')) ?? { day: '', asked: '' };
  // A command asks for a look on the very day that the round has seen.
  await table.transact([nextAction('look', '2019-04-16')]);
  await expect(table.transact([nextAction('look', '2019-06-01', seen)])).rejects.toMatchObject({
    name: 'TransactionCanceledException',
  });
  const now = (await nextActionOf(table, 'look')) ?? seen;
  await table.transact([nextAction('look', '2019-05-01', now)]);
  expect(await nextActionOf(table, 'look')).toMatchObject({ day: '2019-05-01' });
});

test('what is due is read in pages, each promise once', async () => {
  for (const id of ['p-a', 'p-b', 'p-c', 'p-d', 'p-e']) await record(id, `page-${id}`);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { ids: string[]; next: string | null } = await duePage(opened.register.table, '2019-04-16', 2, after);
    seen.push(...page.ids);
    after = page.next;
  } while (after !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(['p-a', 'p-b', 'p-c', 'p-d', 'p-e']));
});
