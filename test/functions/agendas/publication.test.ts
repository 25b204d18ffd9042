import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NotThere, readBack } from '../../../functions/agendas/read-back.ts';
import { keepProof } from '../../../functions/agendas/record-proof.ts';
import { show } from '../../../functions/agendas/show-publication.ts';
import { invite } from '../../../functions/relay/agenda-publications.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import {
  cancelMeeting,
  lookAgain,
  moveMeeting,
  publishAgenda,
  publishSupplement,
  replaceReport,
  withdrawItem,
  withdrawReport,
} from '../../../shared/store/publication-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { everyPublicPage, publicSite } from '../../support/public-site.ts';
import { arrangeAgenda, arrangeItem, CABINET, HOSB, runPublication } from '../../support/publication.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  site = await publicSite(opened.endpoint);
}, 60_000);
afterAll(async () => {
  await site.close();
  opened.close();
});

const read = async (path: string) => {
  const { status, html } = await site.get(path.split('?')[0] ?? '');
  return status === 200 ? html : null;
};
const page = async (meetingId: string, bodyId: string) =>
  (await site.get(`/committees/${bodyId}/meetings/${meetingId}`)).html;

test('an agenda is seen by nobody until it is published, and then by everybody, under its numbers', async () => {
  await arrangeAgenda(opened.register, HOSB);
  expect(await page(HOSB, 'hosb')).not.toContain('Better Care Fund');
  const { outcome } = await publishAgenda(opened.register, aCommand('publish-hosb'), HOSB);
  expect(outcome).toMatchObject({ publicationId: 'agenda-1', day: '2019-04-15' });
  expect(await page(HOSB, 'hosb')).not.toContain('Better Care Fund');
  const done = await runPublication(opened.register, { meetingId: HOSB, publicationId: 'agenda-1' }, { read });
  expect(done.word).toBe('shown');
  const html = await page(HOSB, 'hosb');
  expect(html).toContain('6. Better Care Fund plan 2019/20');
  expect(html).toContain('8. GP extended access');
  expect(html).not.toContain('May not be considered');
  expect(html).toContain('Maya Lapwing');
  expect(done.proof).toBe(createHash('sha256').update(html).digest('hex'));
  const { record } = await get(opened.register, agendas, HOSB);
  expect(record.publications).toMatchObject([
    { id: 'agenda-1', state: 'verified', proof: done.proof, day: '2019-04-15' },
  ]);
  expect((await get(opened.register, meetings, HOSB)).record.state).toBe('published');
});

test('published twice, by the same press or another, it is one publication', async () => {
  const again = await publishAgenda(opened.register, aCommand('publish-hosb'), HOSB);
  expect(again).toMatchObject({ replayed: true, outcome: { publicationId: 'agenda-1' } });
  await expect(publishAgenda(opened.register, aCommand('publish-hosb-2'), HOSB)).rejects.toThrow('publish');
  const twice = await runPublication(opened.register, { meetingId: HOSB, publicationId: 'agenda-1' }, { read });
  expect(twice.word).toBe('nothing');
  expect((await get(opened.register, agendas, HOSB)).record.publications).toHaveLength(1);
});

test('members, officers and those invited for an item are told, each once', async () => {
  const { findWhomToTell } = await import('../../../functions/agendas/find-whom-to-tell.ts');
  const services = {
    register: opened.register,
    clock: { now: () => '2019-04-15T10:00:00.000Z', today: () => '2019-04-15' },
  };
  const { personIds, kind } = await findWhomToTell({ meetingId: HOSB, publicationId: 'agenda-1' }, services);
  expect(kind).toBe('agenda-publication');
  expect(personIds).toEqual(expect.arrayContaining(['rowan-kestrel', 'farida-linnet', 'maya-lapwing', 'andy-ouzel']));
  expect(new Set(personIds).size).toBe(personIds.length);
});

test('what is not there is not said to be there', async () => {
  const which = { meetingId: HOSB, publicationId: 'agenda-1' };
  const readFile = async () => null;
  const services = { register: opened.register, read: async () => '<html>another page</html>', readFile };
  await expect(readBack(which, services)).rejects.toThrow(NotThere);
  await expect(readBack(which, { ...services, read: async () => null })).rejects.toThrow(NotThere);
  await expect(readBack({ ...which, publicationId: 'agenda-9' }, services)).rejects.toThrow(NotThere);
});

test('what may not be published yet stays out with its reason, and never holds the rest up', async () => {
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-4', { blockedBy: 'The full EIA is not signed off.' });
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-6', {
    title: 'Zorilla settlement of the leisure contract',
    reportOf: 'Director of quokkas',
    accessClass: 'private',
    privateReason: {
      scheme: 'schedule-12A',
      paragraphs: [3],
      contractTerms: false,
      publicInterest: 'Numbat figures outweigh it',
    },
  });
  await arrangeAgenda(opened.register, CABINET);
  await publishAgenda(opened.register, aCommand('publish-cabinet'), CABINET);
  await runPublication(opened.register, { meetingId: CABINET, publicationId: 'agenda-1' }, { read });
  const html = await page(CABINET, 'cabinet');
  expect(html).not.toContain('4. Library opening hours');
  expect(html).toContain('5. Bid to the pocket parks fund');
  expect(html).toContain('Part II: items likely to be taken in private');
  expect(html).toContain('Paragraph 3: information relating to the financial or business affairs');
  const { record } = await get(opened.register, agendas, CABINET);
  expect(record.slots.find(({ title }) => title === 'Library opening hours')?.publishedOn).toBeNull();
});

test('a supplement says what changed, renumbers nothing and marks what comes too late', async () => {
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-4', { blockedBy: null });
  const late = { at: '2019-04-23T10:00:00.000Z', today: '2019-04-23' };
  const itemIds = ['item-cabinet-2019-04-30-4', 'item-cabinet-2019-04-30-1'];
  const said = 'Item 4 is added: its equality impact assessment has been signed off.';
  await publishSupplement(opened.register, aCommand('supplement', late), CABINET, { itemIds, said });
  await runPublication(opened.register, { meetingId: CABINET, publicationId: 'supplement-1' }, { read });
  const html = await page(CABINET, 'cabinet');
  expect(html).toContain('4. Library opening hours');
  expect(html).toContain('5. Bid to the pocket parks fund');
  expect(html).toContain('Added by Supplement 1 on 23 April 2019.');
  expect(html).toContain('May not be considered unless');
  expect(html).toContain('4 clear days of the 5');
  expect(html).toContain(said);
});

test('a private item withdrawn says nothing in public: its note stays inside', async () => {
  const item = { itemId: 'item-cabinet-2019-04-30-6', said: 'The Numbat deal fell through.', titleShown: true };
  await withdrawItem(opened.register, aCommand('withdraw-private'), CABINET, item);
  await runPublication(opened.register, { meetingId: CABINET, publicationId: 'withdrawal-1' }, { read });
  const html = await page(CABINET, 'cabinet');
  expect(html).toContain('Withdrawal 1');
  expect(html).not.toContain('Numbat');
  expect(html).not.toContain('Part II');
});

test('nothing of private business is on any public surface: no title, no word, in no snapshot', async () => {
  const pages = [...(await everyPublicPage(site.get)).values()].join('\n');
  const stored = await storedInPublic();
  for (const word of ['Zorilla', 'quokka', 'Numbat', 'leisure contract']) {
    expect(pages).not.toContain(word);
    expect(stored).not.toContain(word);
  }
  expect(stored).toContain('pocket parks');
  expect(site.refused).toEqual([]);
});

test('an item withdrawn keeps its number and a note; one that should never have gone out leaves no word', async () => {
  const said = 'Withdrawn: the figures were those of another year.';
  const itemId = 'item-hosb-2019-04-25-6';
  await withdrawItem(opened.register, aCommand('withdraw'), HOSB, { itemId, said, titleShown: true });
  await runPublication(opened.register, { meetingId: HOSB, publicationId: 'withdrawal-1' }, { read });
  const html = await page(HOSB, 'hosb');
  expect(html).toContain('6. Better Care Fund plan 2019/20');
  expect(html).toContain(said);
  const hidden = { itemId: 'item-hosb-2019-04-25-7', said: 'Withdrawn.', titleShown: false };
  await withdrawItem(opened.register, aCommand('withdraw-2'), HOSB, hidden);
  await runPublication(opened.register, { meetingId: HOSB, publicationId: 'withdrawal-2' }, { read });
  const after = await page(HOSB, 'hosb');
  expect(after).toContain('7. Item withdrawn');
  expect(after).not.toContain('Dental access');
  expect(after).toContain('8. GP extended access');
  await expect(withdrawItem(opened.register, aCommand('withdraw-3'), HOSB, hidden)).rejects.toThrow('withdraw');
});

const report = (id: string, title: string) => ({
  id,
  title,
  hash: 'a'.repeat(64),
  bytes: 120_000,
  pages: 12,
  accessClass: 'public' as const,
  addedOn: '2019-04-15',
});

test('reports are listed as they come, replaced and withdrawn with a note that stays', async () => {
  const itemId = 'item-hosb-2019-04-25-9';
  const programme = report('report-1', 'Work programme 2019/20');
  const secret = { ...report('report-2', 'Wombat appendix'), accessClass: 'private' as const };
  await arrangeItem(opened.register, itemId, { reports: [programme, secret] });
  const said = 'The report for item 9 is added.';
  await publishSupplement(opened.register, aCommand('report-1'), HOSB, { itemIds: [itemId], said });
  await runPublication(opened.register, { meetingId: HOSB, publicationId: 'supplement-1' }, { read });
  const listed = await page(HOSB, 'hosb');
  expect(listed).toContain('Work programme 2019/20 (Supplement 1)');
  expect(listed).toContain('Part of the report is not for publication.');
  expect(listed).not.toContain('Wombat');
  await arrangeItem(opened.register, itemId, {
    reports: [programme, secret, report('report-3', 'Work programme, corrected')],
  });
  const why = 'Replaced: June was wrong.';
  await replaceReport(opened.register, aCommand('report-2'), HOSB, { reportId: 'report-1', said: why });
  await runPublication(opened.register, { meetingId: HOSB, publicationId: 'replacement-1' }, { read });
  const replaced = await page(HOSB, 'hosb');
  expect(replaced).toContain('Work programme 2019/20: withdrawn on 15 April 2019. Replaced: June was wrong.');
  expect(replaced).toContain('Work programme, corrected (Replacement 1)');
  await withdrawReport(opened.register, aCommand('report-3'), HOSB, { reportId: 'report-3', said: 'Not agreed yet.' });
  await runPublication(opened.register, { meetingId: HOSB, publicationId: 'withdrawal-3' }, { read });
  expect(await page(HOSB, 'hosb')).toContain('Work programme, corrected: withdrawn on 15 April 2019. Not agreed yet.');
  expect(await storedInPublic()).not.toContain('Wombat');
});

test('after the offices have closed it counts from the next working day, and the public is told', async () => {
  const meetingId = 'meeting-hosb-2019-09-11';
  await arrangeAgenda(opened.register, meetingId, { bodyId: 'hosb' });
  const late = { at: '2019-04-18T16:00:01.000Z', today: '2019-04-18' };
  const { outcome } = await publishAgenda(opened.register, aCommand('publish-late', late), meetingId);
  expect(outcome['day']).toBe('2019-04-23');
  const before = { at: '2019-04-18T16:00:00.000Z', today: '2019-04-18' };
  const other = 'meeting-hosb-2019-10-09';
  await arrangeAgenda(opened.register, other, { bodyId: 'hosb' });
  expect((await publishAgenda(opened.register, aCommand('in-time', before), other)).outcome['day']).toBe('2019-04-18');
  await runPublication(opened.register, { meetingId, publicationId: 'agenda-1' }, { read });
  expect(await page(meetingId, 'hosb')).toContain('It counts as published on Tuesday 23 April 2019');
});

test('the feed and the calendar tell of every act, and who has them already is not sent them again', async () => {
  const feed = await site.get('/committees/hosb/feed.atom');
  expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(feed.html).toContain('<title>Supplement 1: meeting of Thursday 25 April 2019</title>');
  expect(feed.html).toContain(`/committees/hosb/meetings/${HOSB}#agenda-1</id>`);
  const same = await site.get('/committees/hosb/feed.atom', { 'if-none-match': `W/${feed.headers['etag']}` });
  expect(same).toMatchObject({ status: 304, html: '' });
  const calendar = await site.get('/committees/hosb/meetings.ics');
  expect(calendar.headers['last-modified']).toMatch(/GMT$/);
  expect(calendar.html).toContain(`UID:${HOSB}@quorate.brackenford.example`);
  expect((await site.get('/committees/nowhere/feed.atom')).status).toBe(404);
  expect((await site.get(`/committees/cabinet/meetings/${HOSB}/meeting.ics`)).status).toBe(404);
});

test('what was not found is said, and found when it is looked for again; nothing is done twice', async () => {
  const meetingId = 'meeting-hosb-2019-11-27';
  const which = { meetingId, publicationId: 'agenda-1' };
  await arrangeAgenda(opened.register, meetingId, { bodyId: 'hosb' });
  await publishAgenda(opened.register, aCommand('publish-lost'), meetingId);
  const services = {
    register: opened.register,
    clock: { now: () => '2019-04-15T10:00:00.000Z', today: () => '2019-04-15' },
  };
  await show(which, services);
  await keepProof({ ...which, proof: null, found: [] }, services);
  const stateOf = async () => (await get(opened.register, agendas, meetingId)).record.publications[0]?.state;
  expect(await stateOf()).toBe('failed');
  await lookAgain(opened.register, aCommand('look-again'), meetingId, 'agenda-1');
  expect((await runPublication(opened.register, which, { read })).word).toBe('already');
  expect(await stateOf()).toBe('verified');
  await expect(lookAgain(opened.register, aCommand('look-again-2'), meetingId, 'agenda-1')).rejects.toThrow(
    'look-again',
  );
});

test('a meeting that is called invites its members once; one that is past invites nobody', async () => {
  const started: unknown[] = [];
  const workflows = {
    start: async (...given: unknown[]) => {
      started.push(given);
    },
    isRunning: async () => false,
    answer: async () => 'over' as const,
  };
  const entry = (recordId: string) => ({
    pk: 'OUTBOX#1',
    sk: '1',
    at: '2019-04-15T09:00:00.000Z',
    attempts: 0,
    entry: { topic: 'meeting-called' as const, recordId, word: 'called' },
  });
  await invite(entry('meeting-hosb-2019-07-24'), { register: opened.register, workflows });
  await invite(entry('meeting-hosb-2019-03-13'), { register: opened.register, workflows });
  const input = { kind: 'meeting-called', personIds: expect.arrayContaining(['rowan-kestrel', 'maya-lapwing']) };
  expect(started).toEqual([['tell-people', 'called-meeting-hosb-2019-07-24', expect.objectContaining(input)]]);
});

test('a later act shown first is never taken back by an earlier one', async () => {
  await arrangeAgenda(opened.register, 'meeting-hwb-2019-06-10');
  const meetingId = 'meeting-hwb-2019-06-10';
  await publishAgenda(opened.register, aCommand('publish-hwb'), meetingId);
  const later = { at: '2019-04-15T12:00:00.000Z' };
  await cancelMeeting(opened.register, aCommand('cancel-hwb', later), meetingId, 'No business.');
  await runPublication(opened.register, { meetingId, publicationId: 'cancellation-1' }, { read });
  const cancelled = await page(meetingId, 'hwb');
  expect(cancelled).toContain('This meeting was cancelled. No business.');
  const earlier = await runPublication(opened.register, { meetingId, publicationId: 'agenda-1' }, { read });
  expect(earlier.word).toBe('shown');
  expect(await page(meetingId, 'hwb')).toBe(cancelled);
  expect((await get(opened.register, meetings, meetingId)).record.state).toBe('cancelled');
});

test('a meeting that moved says so at its old address, and is listed under its new day alone', async () => {
  const meetingId = 'meeting-hosb-2019-06-12';
  const to = { day: '2019-06-19', time: '10:00', venue: 'Committee Room 1, City Hall' };
  const said = 'The chair is at the regional conference.';
  await moveMeeting(opened.register, aCommand('move'), meetingId, { to, said });
  await runPublication(opened.register, { meetingId, publicationId: 'move-1' }, { read });
  const html = await page(meetingId, 'hosb');
  expect(html).toContain('Wednesday 19 June 2019');
  expect(html).toContain('It was to be on Wednesday 12 June 2019, at 2pm. The chair is at the regional conference.');
  const list = (await site.get('/committees/hosb')).html;
  expect(list.match(/meeting-hosb-2019-06-12"/g)).toHaveLength(1);
  expect(list).not.toContain('Wednesday 12 June 2019');
  const back = { to: { day: '2019-06-12', time: '14:00', venue: to.venue }, said: 'Back again.' };
  await moveMeeting(opened.register, aCommand('move-2', { at: '2019-04-15T11:00:00.000Z' }), meetingId, back);
  await runPublication(opened.register, { meetingId, publicationId: 'move-2' }, { read });
  expect((await site.get('/committees/hosb')).html).not.toContain('Wednesday 19 June 2019');
});

/** Everything that is stored under keys which the public function may read. */
async function storedInPublic(): Promise<string> {
  const { DynamoDBClient, ScanCommand } = await import('@aws-sdk/client-dynamodb');
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint: opened.endpoint, region: 'eu-west-2', credentials });
  const found: unknown[] = [];
  let start: Record<string, never> | undefined;
  do {
    const scanned = await client.send(
      new ScanCommand({ TableName: 'quorate', ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    found.push(...(scanned.Items ?? []).filter((item) => item['pk']?.S?.startsWith('PUBLISHED#')));
    start = scanned.LastEvaluatedKey as typeof start;
  } while (start);
  client.destroy();
  return JSON.stringify(found);
}
