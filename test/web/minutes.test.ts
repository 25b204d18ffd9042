import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seeds } from '../../infra/local/demonstration/seeds/seeds.ts';
import { businessOf } from '../../shared/store/business.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { historyOf } from '../../shared/store/history.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import { publishedMeetingOf } from '../../shared/store/published.ts';
import { readings } from '../../shared/store/readings.ts';
import { get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { fieldsOfForm } from '../support/forms.ts';
import {
  accept,
  answer,
  enterAll,
  type Reader,
  read,
  readingId,
  routes,
  seedText,
  shownFields,
  source,
} from '../support/minutes-web.ts';
import { webFor } from '../support/web.ts';

const coventry = seedText('coventry-board-out-of-hospital-update');

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let maya: Reader;
let tom: Reader;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  maya = await webFor(opened.register, routes, { personId: 'maya-lapwing' });
  tom = await webFor(opened.register, routes, { personId: 'tom-dunnock' });
}, 60_000);
afterAll(() => opened.close());

test('minutes that are pasted are read, checked, accepted and entered: meeting, item, minute, resolution and promise', async () => {
  const begun = await read(maya, source(coventry));
  expect(begun.status).toBe(303);
  const page = await maya.get(begun.location);
  expect(page.status).toBe(200);
  expect(page.html).toContain('22 finds');
  expect(page.html).toContain('17 October 2018 plus 6 to 12 months is 17 April 2019 to 17 October 2019');
  expect(page.html).toContain('9 October 2019');
  expect(page.html).toContain('Report not attached');
  const goesOn = await answer(maya, begun.location, {
    'f21-role': 'Programme manager, Adult Services',
    'f21-owner': 'owen-sandpiper',
    'f10-keep': 'to-follow',
  });
  expect([goesOn.status, goesOn.location]).toEqual([303, `${begun.location}/check`]);
  const check = await maya.get(goesOn.location);
  expect(check.html).toContain('How the Out of Hospital model is working');
  expect(check.html).toContain('Nothing is sent by accepting');
  const accepted = await accept(maya, begun.location);
  expect([accepted.status, accepted.location]).toEqual([303, begun.location]);
  expect((await maya.get(begun.location)).html).toContain('0 of 1 parts are entered');
  const record = await enterAll(opened.register, readingId(begun.location));
  expect(record.state).toBe('entered');
  const meeting = await get(opened.register, meetings, record.meetingId ?? '');
  expect(meeting.record).toMatchObject({ id: 'meeting-hosb-2018-10-17', state: 'held' });
  const business = await businessOf(opened.register, meeting.record.id);
  const item = business.items.find(({ record: one }) => one.title.startsWith('Proactive'))?.record;
  expect(item).toMatchObject({
    reportOf: 'Andrea Green',
    report: 'not-attached',
    state: 'considered',
    published: false,
  });
  expect(item?.mattersRaised).toHaveLength(11);
  expect(item?.mattersRaised.filter(({ answer }) => answer === 'to-follow')).toHaveLength(1);
  expect(item?.attendedFor.map(({ personId }) => personId)).toEqual([null, null, null, null]);
  const limbs = business.resolutions.find(({ record: one }) => one.itemId === item?.id)?.record.limbs;
  expect(limbs?.map(({ number, outcome }) => [number, outcome])).toEqual([
    ['1', 'noted'],
    ['2', 'approved'],
  ]);
  const promises = record.parts.flatMap((part) => part.promises);
  expect(promises).toHaveLength(2);
  const promise = await get(opened.register, commitments, promises[1]?.commitmentId ?? '');
  expect(promise.record).toMatchObject({
    kind: 'report-back',
    subject: 'How the Out of Hospital model is working',
    bodyId: 'hosb',
    madeOn: '2018-10-17',
    due: { sort: 'window', from: '2019-04-17', to: '2019-10-17', asSaid: 'in approximately 6 to 12 months' },
    owner: { role: 'Programme manager, Adult Services', personId: 'owen-sandpiper', linkOfficerId: null },
    state: 'open',
    chasedFrom: '2019-04-15',
    source: { meetingId: meeting.record.id, itemId: item?.id, limb: '2' },
  });
  expect(promise.record.reference).toMatch(/^HOSB\/18\/\d\d$/);
  const story = await historyOf(opened.register, 'commitment', promise.record.id);
  expect(story.map(({ envelope }) => [envelope.event, envelope.actor])).toEqual([
    ['promise entered from minutes', { sort: 'person', personId: 'maya-lapwing', onBehalfOf: null }],
  ]);
  const waiting = await missedEntries(opened.register.table, '9999');
  expect(waiting.filter(({ entry }) => entry.recordId === promise.record.id).map(({ entry }) => entry.topic)).toEqual([
    'commitment-live',
  ]);
  expect((await maya.get(begun.location)).html).toContain(`/commitments/${promise.record.id}`);
});

const answerDoubts = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`f${index + 1}-keep`, fields[`f${index + 1}-keep`] ?? 'keep']),
  );

test.each(seeds.map((seed) => [seed.file, seed] as const))('%s is read, accepted and entered', async (file, seed) => {
  const reader =
    seed.suggestedBodyId === 'pccc' ? await webFor(opened.register, routes, { personId: 'grace-siskin' }) : maya;
  const [year = '', month = '', date = ''] = seed.suggestedDay.split('-');
  const which = { body: seed.suggestedBodyId, 'day-day': date, 'day-month': month, 'day-year': year };
  const begun = await read(reader, source(seedText(file.replace('.txt', '')), which));
  expect(begun.status).toBe(303);
  const fields = await shownFields(reader, begun.location);
  const { record } = await get(opened.register, readings, readingId(begun.location));
  const late = Object.fromEntries(Object.keys(record.promises).map((id) => [`${id}-late`, 'history']));
  const goesOn = await answer(reader, begun.location, { ...answerDoubts(fields), 'own-title': 'A strategy', ...late });
  expect([goesOn.status, goesOn.location]).toEqual([303, `${begun.location}/check`]);
  expect((await accept(reader, begun.location)).status).toBe(303);
  const entered = await enterAll(opened.register, readingId(begun.location));
  expect(entered.state).toBe('entered');
  const promises = record.reading.finds.filter(({ kind }) => kind === 'promise');
  expect(entered.parts.flatMap((part) => part.promises)).toHaveLength(promises.length);
});

test('of a promise already late the secretary is asked: chase it, new date, or history', async () => {
  const which = { body: 'partnership', 'day-day': '20', 'day-month': '9', 'day-year': '2018' };
  const begun = await read(maya, source(seedText('lancashire-executive-out-of-hospital-strategy'), which));
  const page = await maya.get(begun.location);
  expect(page.html).toContain('This promise is already late');
  expect(page.html).toContain('the meeting after 20 September 2018 is on 15 November 2018');
  expect(page.html).toContain('No day can be worked out from these words');
  const stopped = await answer(maya, begun.location);
  expect(stopped.status).toBe(422);
  expect(stopped.html).toContain('Chase it, give it a new date, or keep it as history?');
  const past = { 'f3-late': 'new-date', 'f3-new-day': '1', 'f3-new-month': '1', 'f3-new-year': '2019' };
  expect((await answer(maya, begun.location, past)).html).toContain('give a new date that is not past');
  expect((await answer(maya, begun.location, { 'f3-late': 'chase' })).location).toBe(`${begun.location}/check`);
});

test('a name in the text like script or a formula stays words, wherever it is shown', async () => {
  const text =
    'Agenda item\n\n<b>Update</b> =HYPERLINK("http://evil.example")\n\nReport of Ann <img src=x onerror=alert(1)> Green\n\nRESOLVED that "><script>alert(1)</script> be noted.';
  const begun = await read(maya, source(text));
  const pages = [await maya.get(begun.location)];
  await answer(maya, begun.location, {
    ...answerDoubts(await shownFields(maya, begun.location)),
    'own-title': '"><script>alert(2)</script>',
  });
  pages.push(await maya.get(`${begun.location}/check`));
  await accept(maya, begun.location);
  const { meetingId } = await enterAll(opened.register, readingId(begun.location));
  pages.push(await maya.get(`/meetings/${meetingId}`));
  for (const { status, html } of pages) {
    expect(status).toBe(200);
    expect(html).not.toMatch(/<img src=x|<script>alert/);
  }
});

test('saved answers wait for the secretary, and the list of what is unfinished leads back to them', async () => {
  const begun = await read(maya, source(coventry));
  const saved = await answer(
    maya,
    begun.location,
    { 'f21-subject': 'Dental waiting times', 'f4-keep': 'drop' },
    'later',
  );
  expect(saved.location).toBe('/minutes');
  expect((await maya.get('/minutes')).html).toContain(`href="${begun.location}"`);
  expect(await shownFields(maya, begun.location)).toMatchObject({
    'f21-subject': 'Dental waiting times',
    'f4-keep': 'drop',
  });
  expect((await maya.get(`${begun.location}/check`)).html).toContain('Dental waiting times');
});

test('a window that is no window is refused beside its field, and what was typed is kept', async () => {
  const begun = await read(maya, source(coventry));
  const wrong = { 'f21-to-day': '31', 'f21-to-month': '2', 'f21-subject': 'Kept words', 'f21-owner': 'owen-sandpiper' };
  const page = await answer(maya, begun.location, wrong, 'stay');
  expect(page.status).toBe(422);
  expect(page.html).toContain('href="#f21-to-day"');
  expect(fieldsOfForm(page.html, begun.location)).toMatchObject(wrong);
  const backwards = await answer(maya, begun.location, { 'f21-from-year': '2020' }, 'stay');
  expect(backwards.html).toContain('not after the day it closes');
});

test('an owner outside needs a link officer inside', async () => {
  const begun = await read(maya, source(coventry));
  const refused = await answer(maya, begun.location, { 'f21-owner': 'andy-ouzel' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('The owner has no account. Choose a link officer inside'.replace('The', 'the'));
  const goesOn = await answer(maya, begun.location, { 'f21-owner': 'andy-ouzel', 'f21-link': 'nia-redstart' });
  expect((await maya.get(goesOn.location)).html).toContain('Andy Ouzel; link officer Nia Redstart');
});

test('a matter whose answer is to follow is asked about like a promise', async () => {
  const begun = await read(maya, source(coventry));
  await answer(maya, begun.location, { 'f10-keep': 'to-follow' }, 'stay');
  const fields = await shownFields(maya, begun.location);
  expect(fields).toMatchObject({ 'f10-kind': 'action', 'f10-due': 'undated' });
  const due = {
    'f10-due': 'day',
    'f10-to-day': '30',
    'f10-to-month': 'May',
    'f10-to-year': '2019',
    'f10-owner': 'owen-sandpiper',
  };
  const goesOn = await answer(maya, begun.location, due);
  expect((await maya.get(goesOn.location)).html).toContain('30 May 2019');
});

test('two secretaries answer about one text: the slower sees both versions and loses nothing', async () => {
  const begun = await read(maya, source(coventry));
  const mine = await shownFields(maya, begun.location);
  await answer(tom, begun.location, { 'f21-subject': 'As Tom puts it', 'f4-keep': 'drop' }, 'stay');
  const slower = await maya.post(begun.location, {
    ...mine,
    'f21-subject': 'As Maya puts it',
    'f21-role': 'Manager',
    next: 'check',
  });
  expect(slower.status).toBe(409);
  expect(slower.html).toContain('Tom Dunnock');
  expect(slower.html).toContain('Find 21: What is promised');
  const { csrf: _, ...kept } = fieldsOfForm(slower.html, begun.location);
  const chosen = { 'choose-f21-subject': 'yours', 'choose-f21-role': 'yours', 'choose-f4-keep': 'theirs' };
  expect((await maya.post(begun.location, { ...kept, ...chosen })).location).toBe(`${begun.location}/check`);
  const { record } = await get(opened.register, readings, readingId(begun.location));
  expect(record.promises['f21']).toMatchObject({ subject: 'As Maya puts it', ownerRole: 'Manager' });
  expect(record.decisions['f4']).toBe('drop');
});

test('what was checked is accepted as it was checked: once, and not if somebody changed it since', async () => {
  const begun = await read(maya, source(coventry));
  await answer(maya, begun.location);
  const page = await maya.get(`${begun.location}/check`);
  const { csrf: _, ...fields } = fieldsOfForm(page.html, `${begun.location}/accept`);
  await answer(tom, begun.location, { 'f21-subject': 'Changed since' }, 'stay');
  expect((await maya.post(`${begun.location}/accept`, fields)).status).toBe(409);
  expect((await get(opened.register, readings, readingId(begun.location))).record.state).toBe('checking');
  const first = await accept(maya, begun.location);
  const again = await accept(tom, begun.location);
  expect([first.status, again.status]).toEqual([303, 409]);
  const waiting = await missedEntries(opened.register.table, '9999');
  expect(waiting.filter(({ entry }) => entry.recordId === readingId(begun.location))).toHaveLength(1);
});

test('a text is for the secretary of its body and their cover; for anybody else it is not there', async () => {
  const begun = await read(maya, source(coventry));
  expect((await tom.get(begun.location)).status).toBe(200);
  for (const personId of ['grace-siskin', 'rowan-kestrel', 'sol-administrator']) {
    const other = await webFor(opened.register, routes, { personId });
    expect((await other.get(begun.location)).status).toBe(404);
    expect((await other.post(`${begun.location}/accept`, { version: '1' })).status).toBe(404);
  }
  const chair = await webFor(opened.register, routes, { personId: 'rowan-kestrel' });
  expect((await chair.get('/minutes/read')).status).toBe(403);
  expect((await maya.get('/minutes/readings/no-such-reading')).status).toBe(404);
});

test('a text that is given up leaves nothing', async () => {
  const begun = await read(maya, source(coventry));
  const { csrf: _, ...fields } = fieldsOfForm((await maya.get(begun.location)).html, `${begun.location}/abandon`);
  expect((await maya.post(`${begun.location}/abandon`, fields)).location).toBe('/minutes');
  expect((await maya.get('/minutes')).html).not.toContain(begun.location);
  expect((await maya.get(begun.location)).html).toContain('Nothing of it is in the register');
});

test('a minute typed into a form goes the same way; room for more parts loses nothing', async () => {
  const page = await maya.get('/minutes/type');
  const { csrf: _, ...empty } = fieldsOfForm(page.html, '/minutes/type');
  expect((await maya.post('/minutes/type', { ...empty, next: 'read' })).html).toContain('Give the item a title');
  const { text: __, ...which } = source('');
  const typed = {
    ...empty,
    ...which,
    'day-day': '13',
    'day-month': '3',
    'day-year': '2019',
    title: 'Winter pressures',
    words: 'The Board considered a report.',
    'part-1-words': 'A further report on beds be brought back in three months.',
    'part-1-outcome': 'approved',
    'part-1-promise': 'report-back',
  };
  const more = fieldsOfForm((await maya.post('/minutes/type', { ...typed, next: 'more' })).html, '/minutes/type');
  expect(more).toMatchObject({
    title: 'Winter pressures',
    rows: '6',
    'part-1-outcome': 'approved',
    'part-6-words': '',
  });
  const { csrf: ___, ...fields } = more;
  const begun = await maya.post('/minutes/type', { ...fields, next: 'read' });
  await answer(maya, begun.location, { 'f3-owner': 'owen-sandpiper' });
  await accept(maya, begun.location);
  const record = await enterAll(opened.register, readingId(begun.location));
  expect(record.meetingId).toBe('meeting-hosb-2019-03-13');
  const promise = await get(opened.register, commitments, record.parts[0]?.promises[0]?.commitmentId ?? '');
  expect(promise.record).toMatchObject({
    subject: 'Beds',
    due: { sort: 'day', day: '2019-06-13' },
    source: { limb: '1' },
  });
});

test('nothing is published by being read; where it was asked for, the meeting is published once all is entered', async () => {
  const text = 'Agenda item\n\nTransport to hospital\n\nRESOLVED that the report be noted.';
  const shown = async (more: Record<string, string>) => {
    const begun = await read(maya, source(text, more));
    await answer(maya, begun.location, answerDoubts(await shownFields(maya, begun.location)));
    await accept(maya, begun.location);
    const { meetingId } = await enterAll(opened.register, readingId(begun.location));
    return publishedMeetingOf(opened.register.table, meetingId ?? '');
  };
  expect(await shown({ 'day-day': '2', 'day-month': '10' })).toBeUndefined();
  expect((await shown({ 'day-day': '3', 'day-month': '10', publish: 'yes' }))?.items.map(({ title }) => title)).toEqual(
    ['Transport to hospital'],
  );
});

test('the page of a meeting shows its business and promises, and the secretary publishes it from there', async () => {
  const begun = await read(maya, source(coventry, { 'day-day': '4', 'day-month': '10' }));
  await answer(maya, begun.location);
  await accept(maya, begun.location);
  const { meetingId } = await enterAll(opened.register, readingId(begun.location));
  const address = `/meetings/${meetingId}`;
  const page = await maya.get(address);
  expect(page.html).toContain('Proactive and Preventative Workstream Update');
  expect(page.html).toContain('How the Out of Hospital model is working');
  expect(page.html).toContain('Not published');
  const chair = await webFor(opened.register, routes, { personId: 'rowan-kestrel' });
  expect((await chair.get(address)).html).not.toContain('Publish this meeting');
  const { csrf: _, ...fields } = fieldsOfForm(page.html, `${address}/publish`);
  expect((await chair.post(`${address}/publish`, fields)).status).toBe(403);
  expect((await maya.post(`${address}/publish`, fields)).location).toBe(address);
  expect((await publishedMeetingOf(opened.register.table, meetingId ?? ''))?.items).toHaveLength(1);
  expect((await get(opened.register, meetings, meetingId ?? '')).record.published).toBe(true);
});
