import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { publicationRoutes } from '../../functions/web/publication/routes.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { people } from '../../shared/store/people.ts';
import { find, get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { arrangeAgenda, arrangeItem, CABINET, HOSB } from '../support/publication.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-4', { blockedBy: 'The full EIA is not signed off.' });
  await arrangeAgenda(opened.register, CABINET);
  await arrangeAgenda(opened.register, HOSB);
}, 60_000);
afterAll(() => opened.close());

const as = (personId: string, today = '2019-04-15') => webFor(opened.register, publicationRoutes, { personId, today });
const field = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
let presses = 0;
// Each page of a test begins its ids anew: a press has one of its own.
const hidden = (html: string) => {
  presses += 1;
  const commandId = `press-${String(presses).padStart(4, '0')}`;
  return { commandId, version: field(html, 'version'), seen: field(html, 'seen') };
};

test('the page before the button says what goes out, what stays and why, and what the sum says', async () => {
  const tom = await as('tom-dunnock');
  const { html, status } = await tom.get(`/meetings/${CABINET}/publish`);
  expect(status).toBe(200);
  expect(html).toContain('Published now, it counts as published on Monday 15 April 2019.');
  expect(html).toContain('In time: the last day is Thursday 18 April 2019, 5pm.');
  const stays = html.slice(html.indexOf('Stays out, and why'));
  expect(stays).toContain('4. Library opening hours');
  expect(stays).toContain('The full EIA is not signed off.');
  expect(html).toContain('Nothing but Part II');
});

test('the preview is the public’s page, with nothing of private business and nothing published', async () => {
  const tom = await as('tom-dunnock');
  const { html } = await tom.get(`/meetings/${CABINET}/publish/preview`);
  expect(html).toContain('Preview. Nothing of this is published yet.');
  expect(html).toContain('5. Bid to the pocket parks fund');
  expect(html).toContain('Part II: items likely to be taken in private');
  expect(html).not.toContain('Leisure contract');
  expect((await get(opened.register, agendas, CABINET)).record.publications).toEqual([]);
});

test('only the secretary of the body publishes', async () => {
  expect((await (await as('rowan-kestrel')).get(`/meetings/${HOSB}/publish`)).status).toBe(403);
  expect((await (await as('tom-dunnock')).get(`/meetings/${HOSB}/publish`)).status).toBe(200);
  expect((await (await as('grace-siskin')).get(`/meetings/${HOSB}/publish`)).status).toBe(403);
});

test('what changed since it was looked at is shown again before it goes out', async () => {
  const maya = await as('maya-lapwing');
  const looked = hidden((await maya.get(`/meetings/${HOSB}/publish`)).html);
  await arrangeItem(opened.register, 'item-hosb-2019-04-25-9', { title: 'Work programme', presenter: 'Nia Redstart' });
  const stale = await maya.post(`/meetings/${HOSB}/publish/agenda`, looked);
  expect(stale.status).toBe(409);
  expect(stale.html).toContain('Something changed since you looked.');
  expect((await get(opened.register, agendas, HOSB)).record.publications).toEqual([]);
});

test('before an agenda is out there is nothing to add to it, to withdraw or to post, and each form says so', async () => {
  const tom = await as('tom-dunnock');
  const said = {
    supplement: 'There is nothing new to publish.',
    withdraw: 'Nothing is published that could be withdrawn.',
  };
  for (const [at, words] of [
    ['publish/supplement', said.supplement],
    ['withdraw', said.withdraw],
    ['publish/posted', 'Publish the agenda first.'],
  ] as const) {
    const { html } = await tom.get(`/meetings/${CABINET}/${at}`);
    expect(html).toContain(words);
    expect(html).not.toContain(`action="/meetings/${CABINET}`);
  }
});

test('published on its last lawful day, and pressed twice, it is published once', async () => {
  const maya = await as('maya-lapwing');
  const looked = hidden((await maya.get(`/meetings/${HOSB}/publish`)).html);
  const done = await maya.post(`/meetings/${HOSB}/publish/agenda`, looked);
  expect(done).toMatchObject({ status: 303, location: `/meetings/${HOSB}` });
  const again = await maya.post(`/meetings/${HOSB}/publish/agenda`, looked);
  expect(again.status).toBe(303);
  const otherTab = await maya.post(`/meetings/${HOSB}/publish/agenda`, { ...looked, commandId: 'another-press-1' });
  expect(otherTab.status).toBe(303);
  const { record } = await get(opened.register, agendas, HOSB);
  expect(record.publications).toMatchObject([{ id: 'agenda-1', day: '2019-04-15', by: 'maya-lapwing' }]);
  expect(record.slots.every(({ publishedOn }) => publishedOn === '2019-04-15')).toBe(true);
});

test('where it was posted is recorded, by whom and when; what cannot be is said beside the field', async () => {
  const maya = await as('maya-lapwing');
  const address = `/meetings/${HOSB}/publish/posted`;
  const { commandId, version } = hidden((await maya.get(address)).html);
  const typed = { commandId, version, 'on-day': '16', 'on-month': '4', 'on-year': '2019', time: '25:00', where: '' };
  const wrong = await maya.post(address, typed);
  expect(wrong.status).toBe(422);
  for (const words of ['Say where', 'Give a day that is not to come', 'Give the time as hours and minutes'])
    expect(wrong.html).toContain(words);
  expect(wrong.html).toContain('value="25:00"');
  const right = { ...typed, 'on-day': '15', time: '11:30', where: 'Notice board, City Hall' };
  expect((await maya.post(address, right)).status).toBe(303);
  const { record } = await get(opened.register, agendas, HOSB);
  expect(record.posted).toEqual([
    { where: 'Notice board, City Hall', on: '2019-04-15', time: '11:30', by: 'maya-lapwing' },
  ]);
});

test('an item is withdrawn with a note; only a report can be replaced', async () => {
  const maya = await as('maya-lapwing');
  const address = `/meetings/${HOSB}/withdraw`;
  const page = await maya.get(address);
  expect(page.html).toContain('Item 6. Better Care Fund plan 2019/20');
  const { commandId, version } = hidden(page.html);
  const which = 'item:item-hosb-2019-04-25-6';
  const wrong = await maya.post(address, { commandId, version, which, how: 'replace', said: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Only a report can be replaced');
  const right = { commandId, version, which, how: 'withdraw', said: 'Wrong year.' };
  expect((await maya.post(address, right)).status).toBe(303);
  const { record } = await get(opened.register, agendas, HOSB);
  expect(record.slots.find(({ itemId }) => itemId === 'item-hosb-2019-04-25-6')?.withdrawn).toEqual({
    on: '2019-04-15',
    note: 'Wrong year.',
    titleShown: true,
  });
  expect((await maya.get(address)).html).not.toContain('Item 6. Better Care Fund');
});

test('a meeting is moved only to a day that can be, and a warning about notice has to be read', async () => {
  const maya = await as('maya-lapwing');
  const address = '/meetings/meeting-hosb-2019-06-12/move';
  const { commandId, version } = hidden((await maya.get(address)).html);
  const on = (day: string, month: string, year = '2019') => ({
    commandId,
    version,
    'day-day': day,
    'day-month': month,
    'day-year': year,
    time: '10:00',
    venue: 'Committee Room 1',
    said: 'The chair is away.',
  });
  expect((await maya.post(address, on('22', '4'))).html).toContain('The offices are shut on that day: Easter Monday');
  expect((await maya.post(address, on('1', '4'))).html).toContain('Give a day that is not past');
  expect((await maya.post(address, on('31', '2'))).html).toContain('Give a day that there is');
  const soon = await maya.post(address, on('18', '4'));
  expect(soon.status).toBe(422);
  expect(soon.html).toContain('convened at shorter notice');
  expect(field(soon.html, 'shorter')).toBe('2019-04-18');
  expect((await maya.post(address, { ...on('18', '4'), shorter: '2019-04-18' })).status).toBe(303);
  const { record } = await get(opened.register, meetings, 'meeting-hosb-2019-06-12');
  expect(record).toMatchObject({ day: '2019-04-18', time: '10:00', convenedOn: '2019-04-15' });
});

test('a full council is not convened at shorter notice', async () => {
  const tom = await as('tom-dunnock');
  const address = '/meetings/meeting-council-2019-07-10/move';
  const { commandId, version } = hidden((await tom.get(address)).html);
  const day = { 'day-day': '18', 'day-month': '4', 'day-year': '2019', shorter: '2019-04-18' };
  const typed = { commandId, version, ...day, time: '18:00', venue: '', said: 'Budget.' };
  const refused = await tom.post(address, typed);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('A full council cannot be convened at shorter notice');
});

test('a cancelled meeting is cancelled once; what was typed is kept when it no longer can be', async () => {
  const maya = await as('maya-lapwing');
  const address = '/meetings/meeting-hosb-2019-07-24/cancel';
  const { commandId, version } = hidden((await maya.get(address)).html);
  expect((await maya.post(address, { commandId, version, said: '' })).status).toBe(422);
  const said = 'There is no business for this meeting.';
  expect((await maya.post(address, { commandId, version, said })).status).toBe(303);
  const now = await find(opened.register, agendas, 'meeting-hosb-2019-07-24');
  const again = await maya.post(address, { commandId: 'another-press-2', version: String(now?.version), said });
  expect(again.status).toBe(409);
  expect(again.html).toContain(said);
  // Of what will not be held there is nothing to read in, and nothing to publish again.
  const pages = await webFor(opened.register, meetingRoutes, { personId: 'maya-lapwing', today: '2019-04-15' });
  const { html } = await pages.get('/meetings/meeting-hosb-2019-07-24');
  expect(html).toContain('It was cancelled. Business that still waits can be put on another meeting.');
  expect(html).not.toContain('Once it is held, read its minutes');
  expect(html).not.toContain('Publish again as it is now');
});

test('a summons to full council goes on paper to whoever has not agreed to get it electronically', async () => {
  const tom = await as('tom-dunnock');
  const meetingId = 'meeting-council-2019-05-22';
  const address = `/meetings/${meetingId}/publish/print-list`;
  await arrangeAgenda(opened.register, meetingId, { bodyId: 'council' });
  const before = (await tom.get(address)).html;
  expect(before).toContain('Cllr Basil Crake');
  expect(before).not.toContain('Cllr Des Corncrake');
  expect(before).toContain('Has not agreed to be summoned electronically');
  const { change, commit } = await import('../../shared/store/commit.ts');
  const was = await get(opened.register, people, 'basil-crake');
  const record = { ...was.record, summonedElectronicallyFrom: '2019-04-01' };
  const changes = [change(people, { was, record, event: 'consent recorded' })];
  const actor = { sort: 'system', part: 'test' } as const;
  await commit(opened.register, { commandId: 'consent', actor, at: '2019-04-15T09:00:00.000Z', outcome: {}, changes });
  expect((await tom.get(address)).html).not.toContain('Cllr Basil Crake');
});
