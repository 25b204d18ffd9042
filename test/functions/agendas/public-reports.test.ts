import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepPapers } from '../../../infra/local/demonstration/papers/paper-files.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { saveBody } from '../../../shared/store/body-acts.ts';
import { businessOf } from '../../../shared/store/business.ts';
import { publishAgenda, publishSupplement, withdrawReport } from '../../../shared/store/publication-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { keepReport } from '../../../shared/store/report-acts.ts';
import { publishedReportKey } from '../../../shared/store/report-keys.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { testFiles } from '../../support/files.ts';
import { plainPdf } from '../../support/pdf-files.ts';
import { publicSite } from '../../support/public-site.ts';
import { arrangeAgenda, arrangeItem, HOSB, runPublication } from '../../support/publication.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;
let storage: Awaited<ReturnType<typeof testFiles>>;
let itemIds: string[];

const [OPEN, SECRET, LATER, CLOSED] = ['report-open', 'report-secret', 'report-later', 'report-closed'];
const report = (id: string, title: string, accessClass: 'public' | 'private' = 'public') => ({
  id,
  title,
  hash: (id === SECRET ? 'b' : 'a').repeat(64),
  bytes: 640_000,
  pages: 12,
  tagged: true,
  accessClass,
  addedOn: '2019-04-12' as const,
});

beforeAll(async () => {
  [opened, storage] = await Promise.all([demonstrationRegister(testBlobs()), testFiles()]);
  site = await publicSite(opened.endpoint);
  await keepPapers(storage.files);
  const bytes = await plainPdf(12);
  for (const one of [report(OPEN, ''), report(SECRET, '')]) await keepReport(storage.files, one, bytes);
  const agenda = await arrangeAgenda(opened.register, HOSB);
  itemIds = agenda.slots.map(({ itemId }) => itemId);
  const { items } = await businessOf(opened.register, HOSB);
  expect(items.length).toBeGreaterThan(3);
  await arrangeItem(opened.register, itemIds[3] ?? '', {
    report: 'attached',
    reports: [report(OPEN, 'Better Care Fund: the plan'), report(SECRET, 'Appendix with the terms', 'private')],
  });
}, 60_000);
afterAll(async () => {
  await site.close();
  await storage.close();
  opened.close();
});

const read = async (path: string) => {
  const { status, html } = await site.get(path.split('?')[0] ?? '');
  return status === 200 ? html : null;
};
const address = (id: string) => `/committees/hosb/meetings/${HOSB}/reports/${id}.pdf`;
const open = async (id: string, path = address(id)) => {
  const { status, headers } = await site.get(path);
  return { status, to: headers['location'] ?? '' };
};
const publish = (publicationId: string) =>
  runPublication(opened.register, { meetingId: HOSB, publicationId }, { read, files: storage.files });
/** The reports of this story in the public folder: the demonstration's own papers lie there too. */
const inPublic = () =>
  storage.stored
    .list('published/reports/', '')
    .map(({ key }) => key)
    .filter((key) => [OPEN, SECRET, LATER, CLOSED].some((id) => key === publishedReportKey(id ?? '')));

test('a report is read by nobody before the agenda is published', async () => {
  expect((await open(OPEN)).status).toBe(404);
  await publishAgenda(opened.register, aCommand('reports-publish'), HOSB);
  expect((await open(OPEN)).status).toBe(404);
  expect(inPublic()).toEqual([]);
});

test('once it is published everybody opens it at its own address, linked from the agenda', async () => {
  await publish('agenda-1');
  const { html } = await site.get(`/committees/hosb/meetings/${HOSB}`);
  expect(html).toContain(`href="${address(OPEN)}"`);
  expect(html).toContain('Better Care Fund: the plan');
  expect(html).toContain('PDF, 12 pages, 625 KB');
  expect(await open(OPEN)).toEqual({
    status: 302,
    to: `https://files.brackenford.example/${publishedReportKey(OPEN)}`,
  });
  expect(inPublic()).toEqual([publishedReportKey(OPEN)]);
});

test('a report that is not for publication is neither named, nor linked, nor copied', async () => {
  const { html } = await site.get(`/committees/hosb/meetings/${HOSB}`);
  expect(html).not.toContain('Appendix with the terms');
  expect(html).not.toContain(SECRET);
  expect((await open(SECRET)).status).toBe(404);
  expect(inPublic()).not.toContain(publishedReportKey(SECRET));
});

test('a report is at no other address: not of another meeting, not of another body', async () => {
  for (const path of [
    address(OPEN).replace('hosb/', 'cabinet/'),
    address(OPEN).replace(HOSB, 'meeting-hosb-2019-06-12'),
    address(OPEN).replace('.pdf', ''),
    address('../../quarantine/x'),
  ])
    expect([path, (await open(OPEN, path)).status]).toEqual([path, 404]);
});

test('a supplement brings a later report, and only what it names', async () => {
  const itemId = itemIds[3] ?? '';
  await arrangeItem(opened.register, itemId, {
    reports: [report(OPEN, 'Better Care Fund: the plan'), report(LATER, 'Figures of March')],
  });
  // Private business that once had an open report takes it along.
  await arrangeItem(opened.register, itemIds[4] ?? '', { reports: [report(CLOSED, 'Before')], accessClass: 'private' });
  await publishSupplement(opened.register, aCommand('reports-supplement'), HOSB, {
    itemIds: [itemId, itemIds[4] ?? ''],
    said: 'The figures have come.',
  });
  await publish('supplement-1');
  expect((await open(LATER)).status).toBe(302);
  expect((await open(CLOSED)).status).toBe(404);
  expect(inPublic()).toEqual([publishedReportKey(LATER), publishedReportKey(OPEN)]);
});

test('a withdrawn report is not there any more, and the agenda says so', async () => {
  await withdrawReport(opened.register, aCommand('reports-withdraw'), HOSB, { reportId: OPEN, said: 'It was wrong.' });
  await publish('withdrawal-1');
  expect((await open(OPEN)).status).toBe(404);
  const { html } = await site.get(`/committees/hosb/meetings/${HOSB}`);
  expect(html).not.toContain(address(OPEN));
  expect(html).toContain('It was wrong.');
});

test('of a body that is no longer shown, neither a report nor a meeting’s calendar entry is', async () => {
  const entry = `/committees/hosb/meetings/${HOSB}/meeting.ics`;
  expect((await open(LATER)).status).toBe(302);
  expect((await site.get(entry)).status).toBe(200);
  const { record, version } = await get(opened.register, bodies, 'hosb');
  const hidden = { record: { ...record, published: false }, policyId: 'policy-hidden' };
  await saveBody(opened.register, aCommand('reports-hide-body', { version }), hidden);
  expect((await open(LATER)).status).toBe(404);
  expect((await site.get(entry)).status).toBe(404);
});
