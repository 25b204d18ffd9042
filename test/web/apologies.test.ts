import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apologiesRoutes } from '../../functions/web/apologies/routes.ts';
import { attendanceOnMeeting } from '../../functions/web/apologies/section-on-meeting.ts';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { printRoutes } from '../../functions/web/print/routes.ts';
import type { Route } from '../../functions/web/route.ts';
import { attendanceId, attendances, markAsked, notAskedYet } from '../../shared/store/attendances.ts';
import { historyOf } from '../../shared/store/history.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { moveMeeting } from '../../shared/store/publication-acts.ts';
import { find, get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
const MEETING = 'meeting-hosb-2019-04-25';
const form = `/apologies/${MEETING}`;

// The section as a meeting's page shows it.
const section: Route = {
  method: 'GET',
  path: '/meetings/{id}',
  action: 'plan.see',
  event: null,
  page: async (request) => {
    const meeting = await get(request.services.register, meetings, request.params['id'] ?? '');
    return { html: (await attendanceOnMeeting(request, { meeting })) ?? 'nothing of it' };
  },
};
const as = async (personId: string, today = '2019-04-15') => {
  const web = await webFor(table.register, [...apologiesRoutes, ...homeRoutes, section], { personId, today });
  // A page of theirs, whose forms carry the token of their session.
  await web.get('/home');
  return web;
};
const said = async (personId: string) =>
  (await find(table.register, attendances, attendanceId(MEETING, personId)))?.record;

beforeAll(async () => {
  table = await demonstrationRegister(testBlobs());
}, 120_000);
afterAll(() => table.close());

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const section1 = async (who: string, meeting: string) =>
  textOf((await (await as(who)).get(`/meetings/${meeting}`)).html);
const answers = (more: Record<string, string>) => ({ substitute: '', reason: '', version: '0', ...more });

test('a member says that they come, then sends apologies: one record, both in its history', async () => {
  const egret = await as('moira-egret');
  expect((await egret.get(form)).html).toContain('Nothing has been said yet.');
  expect((await egret.post(form, answers({ answer: 'attending' }))).status).toBe(303);
  const changed = await egret.post(form, answers({ answer: 'apologies', reason: 'At a funeral', version: '1' }));
  expect(changed.status).toBe(303);
  expect(await said('moira-egret')).toMatchObject({
    intention: 'apologies',
    reason: 'At a funeral',
    enteredBy: 'moira-egret',
  });
  const events = (await historyOf(table.register, 'attendance', attendanceId(MEETING, 'moira-egret'))).map(
    ({ envelope }) => envelope.event,
  );
  expect(events).toEqual(['said: attending', 'said: apologies']);
});

test('the secretary sees the sum and the reasons; the chair the sum; a member neither', async () => {
  const forMaya = (await (await as('maya-lapwing')).get(`/meetings/${MEETING}`)).html;
  expect(forMaya).toContain('At a funeral');
  expect(forMaya).toContain('Enough if those who have not answered come');
  const forRowan = (await (await as('rowan-kestrel')).get(`/meetings/${MEETING}`)).html;
  expect(forRowan).toContain('Sends apologies');
  expect(forRowan).not.toContain('At a funeral');
  expect((await (await as('basil-crake')).get(`/meetings/${MEETING}`)).html).toBe('nothing of it');
});

test('a substitute of another group, one who is no substitute, and one who comes for somebody else are refused', async () => {
  const gannet = await as('hema-gannet');
  const other = await gannet.post(form, answers({ answer: 'substitute', substitute: 'ivor-dipper' }));
  expect(other.status).toBe(422);
  expect(other.html).toContain('Choose a substitute of the same group from the list');
  expect((await gannet.post(form, answers({ answer: 'substitute', substitute: 'moira-egret' }))).status).toBe(422);
  expect((await gannet.post(form, answers({ answer: 'substitute' }))).html).toContain('Choose who comes instead');
  expect((await gannet.post(form, answers({ answer: 'substitute', substitute: 'winnie-tern' }))).status).toBe(303);
  const puffin = await as('olu-puffin');
  const taken = await puffin.post(
    form,
    answers({ answer: 'substitute', substitute: 'winnie-tern', reason: 'Kept <b>so</b>' }),
  );
  expect(taken.status).toBe(422);
  expect(taken.html).toContain('already comes for somebody else');
  expect(taken.html).toContain('Kept &lt;b&gt;so&lt;/b&gt;');
  // Once the first one comes after all, the substitute is free again.
  expect((await gannet.post(form, answers({ answer: 'attending', version: '1' }))).status).toBe(303);
  expect((await puffin.post(form, answers({ answer: 'substitute', substitute: 'winnie-tern' }))).status).toBe(303);
});

test('two members who send the same substitute at once: one of them is told', async () => {
  const [twite, serin] = [await as('gwyn-twite'), await as('leonie-serin')];
  const sent = answers({ answer: 'substitute', substitute: 'ivor-dipper' });
  await Promise.all([twite.get('/home'), serin.get('/home')]);
  const both = await Promise.all([twite.post(form, sent), serin.post(form, sent)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
});

test('nobody answers for somebody else but the secretary, and the record says who entered it', async () => {
  const egret = await as('moira-egret');
  expect((await egret.get(`${form}/basil-crake`)).status).toBe(403);
  expect((await egret.post(`${form}/basil-crake`, answers({ answer: 'apologies' }))).status).toBe(403);
  expect(await said('basil-crake')).toBeUndefined();
  const maya = await as('maya-lapwing');
  expect((await maya.get(`${form}/basil-crake`)).html).toContain('You enter this for');
  expect((await maya.post(`${form}/basil-crake`, answers({ answer: 'apologies' }))).location).toBe(
    `/meetings/${MEETING}`,
  );
  expect(await said('basil-crake')).toMatchObject({ personId: 'basil-crake', enteredBy: 'maya-lapwing' });
  const [entry] = await historyOf(table.register, 'attendance', attendanceId(MEETING, 'basil-crake'));
  expect(entry?.envelope.actor).toEqual({ sort: 'person', personId: 'maya-lapwing', onBehalfOf: 'basil-crake' });
});

test('whoever has no seat learns nothing, and a secretary of another committee enters nothing', async () => {
  expect((await (await as('owen-sandpiper')).get(form)).status).toBe(404);
  expect((await (await as('winnie-tern')).post(form, answers({ answer: 'attending' }))).status).toBe(404);
  expect((await (await as('grace-siskin')).post(`${form}/basil-crake`, answers({ answer: 'attending' }))).status).toBe(
    403,
  );
  expect((await (await as('maya-lapwing')).get(`${form}/owen-sandpiper`)).status).toBe(404);
});

test('once the meeting has begun the form says so, and keeps nothing', async () => {
  const chough = await as('elspeth-chough', '2019-04-26');
  expect((await chough.get(form)).html).toContain('The meeting has begun or is over');
  expect((await chough.post(form, answers({ answer: 'attending' }))).status).toBe(409);
  expect(await said('elspeth-chough')).toBeUndefined();
});

test('an answer that was changed meanwhile is not overwritten', async () => {
  const egret = await as('moira-egret');
  expect((await egret.post(form, answers({ answer: 'attending', version: '1' }))).status).toBe(409);
  expect(await said('moira-egret')).toMatchObject({ intention: 'apologies' });
});

test('no answer, and an answer that does not exist, are refused and what was typed is kept', async () => {
  const chough = await as('elspeth-chough');
  for (const answer of ['', 'perhaps']) {
    const { status, html } = await chough.post(form, answers({ answer, reason: 'Not sure yet' }));
    expect(status).toBe(422);
    expect(html).toContain('Choose an answer');
    expect(html).toContain('Not sure yet');
  }
  expect((await chough.post(form, answers({ answer: 'apologies', reason: 'x'.repeat(501) }))).status).toBe(422);
});

test('homes: the member is asked, the chair sees who is expected by name, the secretary beside the quorum', async () => {
  expect((await (await as('elspeth-chough')).get('/home')).html).toContain(`href="${form}"`);
  const rowan = (await (await as('rowan-kestrel')).get('/home')).html;
  expect(rowan).toContain('Apologies: ');
  expect(rowan).toMatch(/\d of 9 expected; quorum 3/);
  expect((await (await as('maya-lapwing')).get('/home')).html).toMatch(/\d of 9 expected; quorum 3/);
});

test('a meeting that is moved asks again: what was said before is shown as given for the earlier date, and counts for nothing', async () => {
  const moved = 'meeting-governing-body-2019-05-28';
  const address = `/apologies/${moved}`;
  const { register } = table;
  const harjit = await as('harjit-dunlin');
  await harjit.post(address, answers({ answer: 'apologies' }));
  const before = await section1('grace-siskin', moved);
  expect(before).toContain('Sends apologies');
  expect(before).toContain('Among them 1 clinician');
  const to = { day: '2019-06-04', time: '10:00', venue: null };
  await moveMeeting(register, aCommand('move-for-apologies'), moved, { to, said: 'The room is flooded.' });
  const after = await section1('grace-siskin', moved);
  expect(after).toContain('Sends apologies: given for the earlier date, Tuesday 28 May 2019');
  expect(after).toContain('Has not said');
  expect(textOf((await harjit.get(address)).html)).toContain('The meeting has been moved, so you are asked again.');
  await harjit.post(address, answers({ answer: 'attending', version: '1' }));
  expect(await section1('grace-siskin', moved)).not.toContain('given for the earlier date');
});

test('members are asked about each day of a meeting once', async () => {
  const { table: store } = table.register;
  const meeting = { id: 'asked-twice', day: '2019-05-28' };
  expect(await notAskedYet(store, [meeting])).toEqual([meeting]);
  await markAsked(store, meeting, '2019-05-20');
  expect(await notAskedYet(store, [meeting])).toEqual([]);
  const later = { ...meeting, day: '2019-06-04' };
  expect(await notAskedYet(store, [later])).toEqual([later]);
});

test('the attendance sheet has apologies and substitutes that were given, for the secretary and the chair alone', async () => {
  const sheet = `/print/attendance/${MEETING}`;
  const web = async (who: string) =>
    textOf((await (await webFor(table.register, printRoutes, { personId: who })).get(sheet)).html);
  expect(await web('maya-lapwing')).toContain('Apologies given');
  expect(await web('owen-sandpiper')).not.toContain('Apologies given');
});
