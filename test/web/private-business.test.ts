import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { people } from '../../shared/store/people.ts';
import { get } from '../../shared/store/record-kind.ts';
import { aCommitment, aMeeting, maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { everyRoute } from '../support/every-route.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
const secrets = ['Settlement of the claim', 'Terms of the settlement', 'Chamber of secrets'];
const day = '14 May 2019';

const meeting = aMeeting({
  id: 'behind-closed-doors',
  day: '2019-05-14',
  venue: 'Chamber of secrets',
  openTo: 'private',
  accessClass: 'private',
});
const promise = aCommitment({
  id: 'the-settlement',
  reference: 'HOSB/19/90',
  accessClass: 'private',
  subject: 'Settlement of the claim',
  asSaid: 'Terms of the settlement be reported.',
  // Not owen-sandpiper, whose line manager sits on other bodies: a parking manager and his director.
  owner: { role: null, personId: 'marcus-ruff', linkOfficerId: null, since: '2019-04-15' },
});
const item = {
  ...unarranged,
  id: 'item-settlement',
  bodyId: 'hosb',
  meetingId: 'meeting-hosb-2019-06-12',
  number: '9',
  title: 'Settlement of the claim',
  purpose: 'decision' as const,
  reportOf: null,
  report: 'attached' as const,
  attendedFor: [],
  mattersRaised: [],
  commitmentId: null,
  state: 'proposed' as const,
  published: false,
  accessClass: 'private' as const,
};

beforeAll(async () => {
  opened = await demonstrationRegister();
  await commit(opened.register, {
    commandId: 'private-business',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [
      change(commitments, { was: null, record: promise, event: 'recorded' }),
      change(meetings, { was: null, record: meeting, event: 'called' }),
      change(agendaItems, { was: null, record: item, event: 'proposed' }),
    ],
  });
});
afterAll(() => opened.close());

const as = (personId: string | null) => webFor(opened.register, everyRoute, { personId });

const params: Record<string, readonly string[]> = {
  '/commitments/{id}': ['the-settlement'],
  '/meetings/{id}': ['behind-closed-doors', 'meeting-hosb-2019-06-12'],
  '/bodies/{id}': ['hosb'],
};
const reading = everyRoute
  .filter(
    ({ method, path }) => method === 'GET' && !path.startsWith('/sign') && !/readings|paste\/\{|changes/.test(path),
  )
  .flatMap(({ path }) => {
    const known = Object.keys(params).find((prefix) => path.startsWith(prefix));
    const ids = known ? (params[known] ?? []) : ['hosb'];
    return ids.map((id) => path.replace(/\{\w+\}/g, id));
  });
const every = [...new Set([...reading, '/bodies/hosb/action-log?show=all', '/home?show=all'])];

describe.each([
  ['somebody not signed in', null],
  ['a member of another body', 'casper-wryneck'],
  ['the secretary of another body', 'grace-siskin'],
  ['the chair of another body', 'vic-treecreeper'],
  ['a co-optee of the body', 'jo-waxwing'],
  ['an officer who owes something else', 'owen-sandpiper'],
  ['a link officer', 'nia-redstart'],
  ['the administrator', 'sol-administrator'],
  ['somebody outside the organisation', 'andy-ouzel'],
])('%s', (_, personId) => {
  test.each(every)('learns nothing of private business from %s', async (address) => {
    const { html, status, location } = await (await as(personId)).get(address);
    // What would be sent falls on many days, on that one too.
    // So does the strip of days left to publish an agenda.
    const manyDays = address.startsWith('/administration') || address.startsWith('/meetings/');
    const hidden = manyDays ? secrets : [...secrets, day];
    expect(hidden.filter((secret) => html.includes(secret))).toEqual([]);
    // Whoever is signed in is not even told that it is there.
    if (personId !== null && /the-settlement|behind-closed-doors/.test(address)) expect(status).toBe(404);
    if (personId === null) expect(html === '' ? location : status).not.toBe(200);
  });
});

test.each([
  ['the secretary', 'maya-lapwing'],
  ['the secretary who covers', 'tom-dunnock'],
  ['the chair', 'rowan-kestrel'],
  ['the monitoring officer', 'helen-curlew'],
  ['the owner', 'marcus-ruff'],
  ['the line manager of the owner', 'jonah-shelduck'],
])('%s reads the story of a private promise', async (_, personId) => {
  const { html, status } = await (await as(personId)).get('/commitments/the-settlement');
  expect([status, html.includes('Terms of the settlement')]).toEqual([200, true]);
});

test('the owner of a private promise learns of it and of nothing else that is private', async () => {
  const web = await as('marcus-ruff');
  expect((await web.get('/commitments')).html).toContain('Settlement of the claim');
  expect((await web.get('/meetings/behind-closed-doors')).status).toBe(404);
  expect((await web.get('/meetings/meeting-hosb-2019-06-12')).html).not.toContain('Settlement of the claim');
  expect((await web.get('/bodies/hosb')).html).not.toContain(day);
});

test('agenda items are counted for those who may know of them', async () => {
  const row = async (personId: string) => {
    const { html } = await (await as(personId)).get('/bodies/hosb/plan');
    return /id="meeting-hosb-2019-06-12"[\s\S]*?(?=id="meeting-hosb|<\/main>)/.exec(html)?.[0] ?? '';
  };
  expect((await row('maya-lapwing')).match(/(\d+) items?/)?.[0]).toBe('1 item');
  expect((await row('owen-sandpiper')).match(/(\d+) items?/)).toBeNull();
});

test.each(['answer', 'place', 'more-time', 'date', 'late', 'reassign', 'consider', 'close'])(
  'nobody who may not know can send the %s form of a private promise, and is told there is no such page',
  async (form) => {
    for (const personId of ['grace-siskin', 'nia-redstart', 'sol-administrator', 'jo-waxwing']) {
      const web = await as(personId);
      await web.get('/home');
      expect((await web.post(`/commitments/the-settlement/${form}`, { answer: 'accept' })).status).toBe(404);
    }
  },
);

test('somebody who has left since they signed in is nobody here', async () => {
  const { register } = opened;
  const was = await get(register, people, 'ken-pipit');
  const web = await as('ken-pipit');
  expect((await web.get('/home')).status).toBe(200);
  await commit(register, {
    commandId: 'ken-leaves',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [change(people, { was, record: { ...was.record, lastDay: '2019-04-14' }, event: 'person changed' })],
  });
  expect((await web.get('/home')).location).toBe('/sign-in?to=%2Fhome');
});
