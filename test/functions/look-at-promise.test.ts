import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lookAtPromise } from '../../functions/daily-round/look-at-promise.ts';
import type { Actor } from '../../shared/domain/history/history-entry.ts';
import { rememberContexts } from '../../shared/store/body-context.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { addPromiseProgress, askMoreTime } from '../../shared/store/commitment-acts.ts';
import { commitments, nextAction } from '../../shared/store/commitments.ts';
import { waitingFor } from '../../shared/store/reminders.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

const owen: Actor = { sort: 'person', personId: 'owen-sandpiper', onBehalfOf: null };
const wanted = { wanted: { sort: 'day', day: '2019-12-02', asSaid: '' }, reason: 'Data is late' } as const;

/** Records a promise of the secretary herself, has somebody ask for more time, and runs the next day's look. */
async function askedBy(id: string, actor: Actor) {
  const { register } = opened;
  const owner = { role: null, personId: 'maya-lapwing', linkOfficerId: null, since: '2019-04-01' };
  const acceptance = { state: 'accepted', on: '2019-04-02' } as const;
  const record = aCommitment({ id, owner, acceptance });
  await commit(register, {
    commandId: `record-${id}`,
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [change(commitments, { was: null, record, event: 'recorded' })],
    also: [nextAction(id, '2019-04-15')],
  });
  await askMoreTime(register, aCommand(`ask-${id}`, { actor }), id, wanted);
}

async function toldOf(id: string): Promise<string[]> {
  const services = { register: opened.register, contexts: rememberContexts(opened.register) };
  expect(await lookAtPromise({ day: '2019-04-16', commitmentId: id }, services)).toEqual({ word: 'looked' });
  const { lines } = await waitingFor(opened.register.table, 'maya-lapwing', '2019-04-16');
  return lines.filter(({ line }) => line.commitmentId === id).map(({ line }) => line.what);
}

test('a secretary is told that somebody asked for more time', async () => {
  await askedBy('p-owner-asks', owen);
  expect(await toldOf('p-owner-asks')).toContain('answer-more-time');
});

test('a secretary who asked for more time herself is not told that she did', async () => {
  await askedBy('p-asks-herself', maya);
  expect(await toldOf('p-asks-herself')).not.toContain('answer-more-time');
});

test('she is told when somebody else has acted on it since', async () => {
  await askedBy('p-acted-since', maya);
  await addPromiseProgress(opened.register, aCommand('progress', { actor: owen }), 'p-acted-since', 'Begun');
  expect(await toldOf('p-acted-since')).toContain('answer-more-time');
});
