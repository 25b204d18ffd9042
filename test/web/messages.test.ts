import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { messagesRoutes } from '../../functions/web/messages/routes.ts';
import type { Message } from '../../shared/domain/messages/message.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { claimMessage } from '../../shared/store/messages.ts';
import { people } from '../../shared/store/people.ts';
import { get } from '../../shared/store/record-kind.ts';
import { enterAll, hiddenValue, officers, offices } from '../support/administration.ts';
import { aBody, aCommitment } from '../support/builders.ts';
import { testRegister } from '../support/register.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof testRegister>>;

const aMessage = (overrides: Partial<Message> & Pick<Message, 'id'>): Message => ({
  by: 'email',
  recipient: 'owen-sandpiper',
  address: 'owen-sandpiper@brackenford.example',
  commitmentIds: ['promise-1'],
  bodyId: 'hosb',
  milestone: 'c0/overdue',
  dueOn: '2019-04-12',
  title: 'Overdue: how the Out of Hospital model is working',
  state: 'sent',
  attempts: 1,
  claimedAt: '2019-04-12T08:00:00.000Z',
  leaseUntil: '2019-04-12T08:02:00.000Z',
  sentAt: '2019-04-12T08:00:01.000Z',
  repeated: false,
  why: null,
  ...overrides,
});

beforeAll(async () => {
  table = await testRegister();
  const { register } = table;
  await enterAll(register, {
    people: officers,
    bodies: [aBody(), aBody({ id: 'cabinet', code: 'CAB', name: 'Cabinet' })],
    memberships: offices,
  });
  const promises = [
    aCommitment(),
    aCommitment({ id: 'secret', reference: 'HOSB/19/90', accessClass: 'private', subject: 'Leisure settlement' }),
    aCommitment({ id: 'other', reference: 'CAB/19/05', bodyId: 'cabinet', subject: 'Contract terms' }),
  ];
  await commit(register, {
    commandId: 'promises',
    actor: { sort: 'system', part: 'test' },
    at: '2019-04-01T09:00:00.000Z',
    outcome: {},
    changes: promises.map((record) => change(commitments, { was: null, record, event: 'entered' })),
  });
  for (const message of [
    aMessage({ id: 'm-sent' }),
    aMessage({
      id: 'm-failed',
      title: 'Due: <script>alert(1)</script>',
      state: 'failed',
      sentAt: null,
      why: 'mailbox full',
    }),
    aMessage({ id: 'm-repeated', title: 'Repeated one', repeated: true, attempts: 2 }),
    aMessage({ id: 'm-doubt', title: 'Doubtful one', state: 'in-doubt', sentAt: null }),
    aMessage({ id: 'm-secret', title: 'Leisure settlement', commitmentIds: ['secret'] }),
    aMessage({ id: 'm-cabinet', title: 'Contract terms', commitmentIds: ['other'], bodyId: 'cabinet' }),
    aMessage({
      id: 'm-digest',
      title: 'Contract terms, and 1 more',
      commitmentIds: ['other', 'promise-1'],
      bodyId: null,
    }),
    aMessage({ id: 'm-march', title: 'March one', dueOn: '2019-03-15' }),
  ])
    await claimMessage(register.table, message, null);
});
afterAll(() => table.close());

const browsers = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const browser = browsers.get(personId) ?? webFor(table.register, messagesRoutes, { personId });
  browsers.set(personId, browser);
  return browser;
};

test('the log says of each message who got it, about what, and what became of it, in words', async () => {
  const { html } = await (await as('maya-lapwing')).get('/messages');
  for (const words of [
    'Owen Sandpiper',
    'HOSB/18/15',
    'In doubt, sent once more',
    'mailbox full',
    'href="/messages/m-sent"',
  ])
    expect(html).toContain(words);
  expect(html).toContain('Due: &lt;script&gt;');
  expect(html).not.toContain('March one');
  expect((await (await as('maya-lapwing')).get('/messages?month=2019-03')).html).toContain('March one');
});

test('only failures: what failed, is in doubt, or was repeated', async () => {
  const { html } = await (await as('sol-administrator')).get('/messages?show=failures');
  for (const words of ['Doubtful one', 'Repeated one', 'mailbox full']) expect(html).toContain(words);
  expect(html).not.toContain('Overdue: how');
  const none = await (await as('sol-administrator')).get('/messages?month=2019-03&show=failures');
  expect(none.html).toContain('Nothing has failed in this month');
});

test('a secretary sees messages about bodies of theirs, and of a digest nothing that is not theirs', async () => {
  const maya = await as('maya-lapwing');
  const { html } = await maya.get('/messages');
  expect(html).not.toContain('Contract terms');
  expect(html).toContain('About business that you may not see');
  expect((await maya.get('/messages/m-cabinet')).status).toBe(404);
  expect((await maya.get('/messages/m-digest')).html).not.toContain('CAB/19/05');
  expect(html).toContain('Leisure settlement');
});

test('an administrator sees that a private message went out, and not its title', async () => {
  const sol = await as('sol-administrator');
  const [list, one] = [await sol.get('/messages'), await sol.get('/messages/m-secret')];
  expect([list.html.includes('Leisure settlement'), one.html.includes('Leisure settlement')]).toEqual([false, false]);
  expect(one.html).toContain('An item that you may not see');
  expect(list.html).toContain('Contract terms');
});

test('somebody who is neither secretary nor administrator sees no log', async () => {
  const owen = await as('owen-sandpiper');
  expect((await owen.get('/messages')).status).toBe(403);
  expect((await owen.get('/messages/m-sent')).status).toBe(403);
});

test('the last link of every message leads to a form that changes one’s own rhythm and nothing else', async () => {
  const owen = await as('owen-sandpiper');
  expect((await owen.get('/my-messages')).location).toBe('/my/reminders');
  const form = await owen.get('/my/reminders');
  const version = hiddenValue(form.html, 'version');
  const slack = await owen.post('/my/reminders', { channel: 'slack', weeklyDay: '3', version });
  expect([slack.status, slack.html.includes('Your Slack member id is not entered')]).toEqual([422, true]);
  const typed = { channel: 'email', weeklyDay: '3', dailyDigest: 'yes', name: 'Somebody Else', version };
  expect((await owen.post('/my/reminders', typed)).status).toBe(303);
  const { record } = await get(table.register, people, 'owen-sandpiper');
  expect(record).toMatchObject({ name: 'Owen Sandpiper', weeklyDay: 3, dailyDigest: true });
  expect((await owen.post('/my/reminders', typed)).status).toBe(409);
  expect((await owen.post('/my/reminders', { channel: 'pigeon', weeklyDay: '9', version: '2' })).status).toBe(422);
});
