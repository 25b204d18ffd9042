import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askOwner } from '../../functions/commitments/ask-owner.ts';
import { relay } from '../../functions/relay/relay.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { acceptPromise, handOverPromise } from '../../shared/store/commitment-acts.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { missedEntries, type StoredOutboxEntry } from '../../shared/store/outbox.ts';
import { waitingToken } from '../../shared/store/tokens.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
beforeAll(async () => {
  opened = await testRegister();
});
afterAll(() => opened.close());

/** Workflows that ask as the real one does: starting one keeps its token. */
function services() {
  const answered: [string, unknown][] = [];
  const given = {
    register: opened.register,
    clock: { now: () => '2019-04-15T09:00:00.000Z', today: () => '2019-04-15' },
    workflows: {
      start: async (_workflow: string, name: string, { commitmentId }: Record<string, unknown>) => {
        const input = { commitmentId: String(commitmentId), taskToken: `token-${name}`, executionArn: `arn:${name}` };
        await askOwner(input, given);
      },
      isRunning: async () => true,
      answer: async (token: string, { word }: Record<string, unknown>) => {
        answered.push([token, word]);
        return 'answered' as const;
      },
    },
  };
  return { given, answered };
}

const entriesOf = async (id: string): Promise<StoredOutboxEntry[]> =>
  (await missedEntries(opened.register.table, '9999')).filter(({ entry }) => entry.recordId === id);

async function handedOver(id: string) {
  await commit(opened.register, {
    commandId: `record-${id}`,
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [change(commitments, { was: null, record: aCommitment({ id }), event: 'recorded' })],
    outbox: [{ topic: 'commitment-live', recordId: id, word: 'live' }],
  });
  const made = services();
  for (const entry of await entriesOf(id)) await relay(entry, made.given);
  const to = { role: null, personId: 'marcus-ruff', linkOfficerId: null, reason: 'Moved on' };
  await handOverPromise(opened.register, aCommand(`hand-${id}`), id, to);
  const entries = await entriesOf(id);
  const topic = (wanted: string) => entries.filter(({ entry }) => entry.topic === wanted);
  return { ...made, live: topic('commitment-live'), word: topic('commitment-answered') };
}

test('a promise handed over ends the question to the old owner and asks the new one', async () => {
  const { given, answered, live, word } = await handedOver('in-order');
  for (const entry of [...word, ...live]) await relay(entry, given);
  expect(answered).toEqual([['token-answer-in-order-0', 'handed-over']]);
  expect((await waitingToken(opened.register.table, 'in-order'))?.token).toBe('token-answer-in-order-1');
});

test('entries that come in the other order do not answer for the new owner, whose own answer still counts', async () => {
  const { given, answered, live, word } = await handedOver('out-of-order');
  for (const entry of [...live, ...word]) await relay(entry, given);
  expect(answered).toEqual([]);
  await acceptPromise(opened.register, aCommand('accept-out-of-order'), 'out-of-order');
  for (const entry of await entriesOf('out-of-order')) await relay(entry, given);
  expect(answered).toEqual([['token-answer-out-of-order-1', 'accepted']]);
  expect(await entriesOf('out-of-order')).toEqual([]);
});
