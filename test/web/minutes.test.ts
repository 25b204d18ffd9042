import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { minutesRoutes } from '../../functions/web/minutes/routes.ts';
import { loadDemonstration } from '../../infra/local/demonstration/load.ts';
import { businessOf } from '../../shared/store/business.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { enterPart, finishEntering } from '../../shared/store/enter-part.ts';
import { historyOf } from '../../shared/store/history.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import { readings } from '../../shared/store/readings.ts';
import { get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { fieldsOfForm } from '../support/forms.ts';
import { testRegister } from '../support/register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let maya: Awaited<ReturnType<typeof webFor>>;
beforeAll(async () => {
  opened = await testRegister(testBlobs());
  await loadDemonstration(opened.register);
  maya = await webFor(opened.register, minutesRoutes, { personId: 'maya-lapwing' });
}, 60_000);
afterAll(() => opened.close());

const seed = (name: string) => readFileSync(`test/fixtures/seeds/${name}.txt`, 'utf8');
const coventry = seed('coventry-board-out-of-hospital-update');
const source = (text: string, more: Record<string, string> = {}) => ({
  text,
  body: 'hosb',
  'day-day': '17',
  'day-month': '10',
  'day-year': '2018',
  status: 'not-known',
  publish: 'no',
  ...more,
});

const read = async (fields: Record<string, string>, by = maya) => {
  const page = await by.get('/minutes/read');
  const { commandId = '' } = fieldsOfForm(page.html, '/minutes/read');
  return by.post('/minutes/read', { commandId, ...fields });
};

const idOf = (address: string) => address.split('/')[3] ?? '';

const checked = async (address: string, answers: Record<string, string> = {}, by = maya) => {
  const page = await by.get(address);
  const { csrf: _, ...fields } = fieldsOfForm(page.html, address);
  return by.post(address, { ...fields, ...answers, next: 'check' });
};

const accept = async (address: string, by = maya) => {
  const page = await by.get(`${address}/check`);
  const { csrf: _, ...fields } = fieldsOfForm(page.html, `${address}/accept`);
  return by.post(`${address}/accept`, fields);
};

const at = { at: '2019-04-15T09:05:00.000Z', today: '2019-04-15' };
const enterAll = async (readingId: string) => {
  const { record } = await get(opened.register, readings, readingId);
  for (const { key } of record.parts) await enterPart(opened.register, { readingId, part: key }, at);
  await finishEntering(opened.register, readingId, at);
  return (await get(opened.register, readings, readingId)).record;
};

test('minutes that are pasted are read, checked, accepted and entered: meeting, item, minute, resolution and promise', async () => {
  const begun = await read(source(coventry));
  expect(begun.status).toBe(303);
  const page = await maya.get(begun.location);
  expect(page.status).toBe(200);
  expect(page.html).toContain('22 finds');
  expect(page.html).toContain('17 October 2018 plus 6 to 12 months is 17 April 2019 to 17 October 2019');
  expect(page.html).toContain('9 October 2019');
  expect(page.html).toContain('Report not attached');
  const goesOn = await checked(begun.location, {
    'f21-role': 'Programme manager, Adult Services',
    'f21-owner': 'owen-sandpiper',
    'f10-keep': 'to-follow',
  });
  expect([goesOn.status, goesOn.location]).toEqual([303, `${begun.location}/check`]);
  const check = await maya.get(goesOn.location);
  expect(check.html).toContain('How the Out of Hospital model is working');
  expect(check.html).toContain('Nothing is sent by accepting');
  const accepted = await accept(begun.location);
  expect([accepted.status, accepted.location]).toEqual([303, begun.location]);
  expect((await maya.get(begun.location)).html).toContain('0 of 1 parts are entered');
  const record = await enterAll(idOf(begun.location));
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
