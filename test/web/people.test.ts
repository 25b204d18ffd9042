import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { peopleRoutes } from '../../functions/web/people/routes.ts';
import { historyOf } from '../../shared/store/history.ts';
import { enterPasted } from '../../shared/store/paste-acts.ts';
import { everybody, heldBy, people, personIdByEmail } from '../../shared/store/people.ts';
import { find, get } from '../../shared/store/record-kind.ts';
import { enterAll, hiddenValue, officers, offices } from '../support/administration.ts';
import { aBody } from '../support/builders.ts';
import { testRegister } from '../support/register.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof testRegister>>;

beforeAll(async () => {
  table = await testRegister();
  await enterAll(table.register, { people: officers, bodies: [aBody()], memberships: offices });
});
afterAll(() => table.close());

// One browser a person for the whole file: the ids it makes are counted, and a command's id is used once.
const browsers = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const browser = browsers.get(personId) ?? webFor(table.register, peopleRoutes, { personId });
  browsers.set(personId, browser);
  return browser;
};
const person = { channel: 'email', weeklyDay: '1' };

test('an administrator enters a person, whose confirmed address then signs them in', async () => {
  const sol = await as('sol-administrator');
  const form = await sol.get('/people/new');
  expect(form.status).toBe(200);
  const fields = { ...person, name: 'Leena Plover', email: 'leena@brackenford.example', emailConfirmed: 'yes' };
  const sent = await sol.post('/people/new', { ...fields, commandId: hiddenValue(form.html, 'commandId') });
  expect(sent.status).toBe(303);
  const id = sent.location.replace('/people/', '');
  expect(await personIdByEmail(table.register, 'leena@brackenford.example')).toBe(id);
  const again = await sol.post('/people/new', { ...fields, commandId: hiddenValue(form.html, 'commandId') });
  expect(again.location).toBe(sent.location);
  expect((await sol.get(sent.location)).html).toContain('Leena Plover');
});

test('one confirmed address belongs to one person, and what was typed stays', async () => {
  const sol = await as('sol-administrator');
  const fields = {
    ...person,
    name: 'Another Owen',
    email: 'Owen-Sandpiper@brackenford.example',
    emailConfirmed: 'yes',
  };
  const refused = await sol.post('/people/new', fields);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Another person has this confirmed address');
  expect(refused.html).toContain('value="Another Owen"');
});

test('an address that was changed no longer belongs to the person', async () => {
  const sol = await as('sol-administrator');
  await sol.get('/people/owen-sandpiper');
  const fields = { ...person, name: 'Owen Sandpiper', email: 'owen@new.example', emailConfirmed: 'yes', version: '1' };
  expect((await sol.post('/people/owen-sandpiper', fields)).status).toBe(303);
  expect(await personIdByEmail(table.register, 'owen-sandpiper@brackenford.example')).toBeUndefined();
  expect(await personIdByEmail(table.register, 'owen@new.example')).toBe('owen-sandpiper');
});

test('what is wrong with a person is said beside the field and nothing typed is lost', async () => {
  const sol = await as('sol-administrator');
  const fields = {
    ...person,
    name: '',
    email: 'not an address',
    'lastDay-day': '31',
    'lastDay-month': '2',
    'lastDay-year': '2019',
  };
  const refused = await sol.post('/people/new', fields);
  expect(refused.status).toBe(422);
  for (const words of ['Give the name', 'This is no email address', 'There is no such day'])
    expect(refused.html).toContain(words);
  expect(refused.html).toContain('value="not an address"');
  expect(refused.html).toContain('value="31"');
});

test('two administrators editing one person: the slower sees both versions, keeps what was typed and chooses', async () => {
  const [sol, ruth] = [await as('sol-administrator'), await as('ruth-avocet')];
  const version = hiddenValue((await sol.get('/people/maya-lapwing')).html, 'version');
  await ruth.get('/people/maya-lapwing');
  const maya = {
    ...person,
    name: 'Maya Lapwing',
    email: 'maya-lapwing@brackenford.example',
    emailConfirmed: 'yes',
    version,
  };
  expect((await ruth.post('/people/maya-lapwing', { ...maya, jobTitle: 'head of committees' })).status).toBe(303);
  const slower = await sol.post('/people/maya-lapwing', {
    ...maya,
    jobTitle: 'committee secretary',
    directorate: 'Law',
  });
  expect(slower.status).toBe(409);
  expect(slower.html).toContain('Ruth Avocet');
  expect(slower.html).toContain('head of');
  expect(slower.html).toContain('name="jobTitle" value="committee secretary"');
  expect(slower.html).not.toContain('choose-directorate');
  const chosen = await sol.post('/people/maya-lapwing', {
    ...maya,
    version: hiddenValue(slower.html, 'version'),
    jobTitle: 'committee secretary',
    directorate: 'Law',
    'choose-jobTitle': 'theirs',
  });
  expect(chosen.status).toBe(303);
  const { record } = await get(table.register, people, 'maya-lapwing');
  expect(record).toMatchObject({ jobTitle: 'head of committees', directorate: 'Law' });
  expect((await historyOf(table.register, 'person', 'maya-lapwing')).map(({ envelope }) => envelope.event)).toEqual([
    'entered',
    'person changed',
    'person changed',
  ]);
});

test('somebody who is no administrator is refused, and a secretary sees the list without the way to change it', async () => {
  const [maya, owen] = [await as('maya-lapwing'), await as('owen-sandpiper')];
  const list = await maya.get('/people');
  expect(list.html).toContain('Owen Sandpiper');
  expect(list.html).not.toContain('href="/people/owen-sandpiper"');
  for (const path of ['/people/new', '/people/owen-sandpiper', '/people/paste'])
    expect((await maya.get(path)).status).toBe(403);
  expect((await owen.get('/people')).status).toBe(403);
  expect((await maya.post('/people/new', { ...person, name: 'Nobody' })).status).toBe(403);
  expect((await maya.post('/people/paste/accept', { table: 'Nobody' })).status).toBe(403);
});

test('a membership is added, cannot be held twice at once, and ends on a day', async () => {
  const sol = await as('sol-administrator');
  await sol.get('/people/owen-sandpiper');
  const member = {
    bodyId: 'hosb',
    role: 'observer',
    votes: 'none',
    'from-day': '1',
    'from-month': '5',
    'from-year': '2019',
  };
  expect((await sol.post('/people/owen-sandpiper/memberships', member)).status).toBe(303);
  const twice = await sol.post('/people/owen-sandpiper/memberships', member);
  expect(twice.status).toBe(422);
  expect(twice.html).toContain('They hold this role in this body');
  const wrongPlace = await sol.post('/people/owen-sandpiper/memberships', { ...member, role: 'monitoring-officer' });
  expect(wrongPlace.html).toContain('This role is not held there');
  const [held] = await heldBy(table.register, 'owen-sandpiper');
  const path = `/people/owen-sandpiper/memberships/${held?.id}`;
  const version = hiddenValue((await sol.get(path)).html, 'version');
  const ended = { ...member, version, 'sitsAs-lay-member': 'yes', 'to-day': '30', 'to-month': '6', 'to-year': '2019' };
  expect((await sol.post(path, ended)).status).toBe(303);
  expect((await heldBy(table.register, 'owen-sandpiper'))[0]).toMatchObject({
    to: '2019-06-30',
    sitsAs: ['lay-member'],
  });
  expect((await sol.get(path)).html).toMatch(/name="sitsAs-lay-member"[^>]*checked/);
});

const good = [
  'Name\tEmail\tBody\tRole\tFrom\tTo\tGroup\tVotes',
  'Cllr Rowan Kestrel\tkestrel@brackenford.example\tHOSB\tChair\t17/05/2018\t\tOrchard Group\t',
  'Cllr Farida Linnet\tlinnet@brackenford.example\tHealth Overview and Scrutiny Board\tvice-chair\t17 May 2018\t\tRiver Group\tall',
  'Cllr Rowan Kestrel\t\torganisation\tstaff\t2019-01-01\t2019-12-31\t\t',
].join('\n');

test('a pasted table shows what it would do, is accepted as a whole, and is entered once however often it is begun', async () => {
  const sol = await as('sol-administrator');
  const shown = await sol.post('/people/paste', { table: good, confirmed: 'yes' });
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('No problem. Nothing is entered yet.');
  expect((await everybody(table.register)).some(({ record }) => record.name === 'Cllr Rowan Kestrel')).toBe(false);
  const accepted = await sol.post('/people/paste/accept', { table: good, confirmed: 'yes' });
  expect(accepted.status).toBe(303);
  expect((await sol.get(accepted.location)).html).toContain('0 of 5 entered');
  const id = accepted.location.replace('/people/paste/', '');
  await Promise.allSettled([enterPasted(table.register, id), enterPasted(table.register, id)]);
  await enterPasted(table.register, id);
  expect((await sol.get(accepted.location)).html).toContain('The whole table is entered');
  const kestrels = (await everybody(table.register)).filter(({ record }) => record.name === 'Cllr Rowan Kestrel');
  expect(kestrels).toHaveLength(1);
  expect(kestrels[0]?.version).toBe(1);
  const held = await heldBy(table.register, kestrels[0]?.record.id ?? '');
  expect(held.map(({ role, from, votes }) => [role, from, votes]).toSorted()).toEqual([
    ['chair', '2018-05-17', 'all'],
    ['staff', '2019-01-01', 'none'],
  ]);
});

test('one wrong cell stops the whole table, every problem stands beside its row, and the paste is kept', async () => {
  const sol = await as('sol-administrator');
  const bad = [
    'Bea Wheatear\tbea@brackenford.example\tHOSB\tobserver\t2019-04-01',
    'Nobody Atall\tno address\tXYZ\tjester\t31/02/2019\t\t\tsometimes',
    '\tlost@brackenford.example\tHOSB\tmember\t2019-04-01',
    '=HYPERLINK("http://bad.example")\tbad@brackenford.example\tHOSB\tmember\t2019-04-01',
    'Ken Pipit\tken@brackenford.example\tHOSB\tmember\t2019-04-01\t2019-03-01',
    'Owen Sandpiper\tother@brackenford.example\tHOSB\tmember\t2019-04-01',
  ].join('\n');
  const refused = await sol.post('/people/paste/accept', { table: bad });
  expect(refused.status).toBe(422);
  for (const words of [
    'Row 2, Email: It is no email address',
    'Row 2, Body: There is no such body',
    'Row 2, From: There is no such day',
    'Row 2, Votes: Write all, education or none',
    'Row 3, Name: The name is missing',
    'Row 4, Name: It begins like a formula',
    'Row 5, To: It ends before it begins',
    'Row 6, Email: Somebody of this name is here with another address',
  ])
    expect(refused.html).toContain(words);
  expect(refused.html).toContain('Bea Wheatear');
  expect((await everybody(table.register)).some(({ record }) => record.name === 'Bea Wheatear')).toBe(false);
});

test('a name like a script is text on every page', async () => {
  const sol = await as('sol-administrator');
  const shown = await sol.post('/people/paste', { table: '<script>alert(1)</script>,x@brackenford.example' });
  expect(shown.status).toBe(200);
  expect(shown.html).not.toContain('<script>alert');
  expect(shown.html).toContain('&lt;script&gt;alert(1)');
});

test('an empty paste and one of too many rows are answered plainly', async () => {
  const sol = await as('sol-administrator');
  const empty = await sol.post('/people/paste', { table: ' \n ' });
  expect([empty.status, empty.html.includes('Paste at least one row')]).toEqual([422, true]);
  const many = Array.from({ length: 201 }, (_, at) => `Person ${at}`).join('\n');
  const refused = await sol.post('/people/paste', { table: many });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('These are 201 rows. At most 200');
  expect(refused.html).toContain('Person 200');
});

test('an address given away while a table was being entered does not stop it: it stays unconfirmed', async () => {
  const sol = await as('sol-administrator');
  const accepted = await sol.post('/people/paste/accept', {
    table: 'Una Smew,una@brackenford.example',
    confirmed: 'yes',
  });
  await sol.post('/people/new', {
    ...person,
    name: 'Una Other',
    email: 'una@brackenford.example',
    emailConfirmed: 'yes',
  });
  await enterPasted(table.register, accepted.location.replace('/people/paste/', ''));
  const una = (await everybody(table.register)).find(({ record }) => record.name === 'Una Smew');
  expect(una?.record.emailConfirmed).toBe(false);
  expect(
    await find(table.register, people, (await personIdByEmail(table.register, 'una@brackenford.example')) ?? ''),
  ).toMatchObject({
    record: { name: 'Una Other' },
  });
});
