import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { keepPapers } from '../../../infra/local/demonstration/papers/paper-files.ts';
import type { PrintDocument } from '../../../shared/documents/print-document.ts';
import { toPdf } from '../../../shared/documents/to-pdf.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { people } from '../../../shared/store/people.ts';
import {
  publishAgenda,
  publishSupplement,
  withdrawItem,
  withdrawReport,
} from '../../../shared/store/publication-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { publishedReportKey } from '../../../shared/store/report-keys.ts';
import { apiOver } from '../../support/api.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { testFiles } from '../../support/files.ts';
import { tagsOf } from '../../support/pdf-tags.ts';
import { wordsInPdf } from '../../support/pdf-words.ts';
import { everyPublicPage, publicSite } from '../../support/public-site.ts';
import { arrangeItem, CABINET, runPublication } from '../../support/publication.ts';

const MINUTES = 'report-cabinet-2019-04-30-3-1';
const LEISURE = 'item-cabinet-2019-04-30-6';
/** Words that stand in the private item, in its report or in what is known of both, and nowhere else. */
const PRIVATE_WORDS = ['Leisure', 'Zorilla', 'quokka', 'Numbat', 'Bilby', 'report-cabinet-2019-04-30-6-1'];

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;
let storage: Awaited<ReturnType<typeof testFiles>>;

beforeAll(async () => {
  [opened, storage] = await Promise.all([demonstrationRegister(testBlobs()), testFiles()]);
  site = await publicSite(opened.endpoint);
  await keepPapers(storage.files);
  await arrangeItem(opened.register, LEISURE, {
    title: 'Leisure contract: Zorilla settlement',
    reportOf: 'Director of quokkas',
    presenter: 'Numbat and Co',
    contactOfficer: 'Bilby',
    attendedFor: [{ named: 'Bilby of the contractor', personId: 'andy-ouzel', at: '16:30' }],
  });
}, 60_000);
afterAll(async () => {
  await site.close();
  await storage.close();
  opened.close();
});

const PAGE = `/committees/cabinet/meetings/${CABINET}`;
const read = async (path: string) => {
  const { status, html } = await site.get(path.split('?')[0] ?? '');
  return status === 200 ? html : null;
};
const page = async () => (await read(PAGE)) ?? '';
/** The file at an address as the public opens it: null where nothing is there. */
const opens = async (name: string): Promise<Uint8Array | null> => {
  const { status, headers } = await site.get(`${PAGE}/${name}`);
  const key = (headers['location'] ?? '').replace('https://files.brackenford.example/', '');
  return status === 302 ? storage.files.read(key) : null;
};
const publish = (publicationId: string, more: { toPdf?: (document: PrintDocument) => Promise<Uint8Array> } = {}) =>
  runPublication(
    opened.register,
    { meetingId: CABINET, publicationId },
    { read, files: storage.files, toPdf: async (document) => toPdf(document), ...more },
  );
const inPublic = (folder = '') => storage.stored.list(`published/${folder}`, '').map(({ key }) => key);

test('before anything is published there is no PDF, and the page is not there', async () => {
  expect(await opens('agenda.pdf')).toBeNull();
  await publishAgenda(opened.register, aCommand('documents-publish'), CABINET);
  expect(await opens('agenda.pdf')).toBeNull();
  expect(inPublic()).toEqual([]);
});

test('once it is published the agenda and the notice open as accessible PDF, with their size on the page', async () => {
  await publish('agenda-1');
  const [agenda, notice] = [await opens('agenda.pdf'), await opens('notice.pdf')];
  if (!agenda || !notice) throw new Error('There is no PDF');
  expect(await page()).toContain(`Agenda (PDF, ${Math.round(agenda.length / 1024)} KB)`);
  expect(await page()).toContain(`href="${PAGE}/notice.pdf"`);
  for (const [bytes, title] of [
    [agenda, 'Agenda, Cabinet'],
    [notice, 'Public notice, Cabinet'],
  ] as const) {
    const tags = await tagsOf(bytes);
    expect(tags).toMatchObject({ title, language: 'en-GB', marked: true, showsTitle: true, claims: '1' });
    expect(tags.roles.filter((role) => role === 'H1')).toHaveLength(1);
  }
  const { bookmarks } = await tagsOf(agenda);
  expect(bookmarks).toContain('    5. Bid to the pocket parks fund');
  const words = await wordsInPdf(agenda);
  expect(words).toContain('Draft minutes of 9 April 2019 (1 page)');
  expect(words).toContain('Paragraph 3: information relating to the financial or business affairs');
  expect(words).toContain('Page 1 of 1');
});

test('the proof names every file that was read back, with the SHA-256 of its bytes', async () => {
  const { record } = await get(opened.register, agendas, CABINET);
  const [publication] = record.publications;
  expect(publication).toMatchObject({ state: 'verified', documents: { state: 'made' } });
  expect(publication?.found.map(({ file }) => file)).toEqual(['agenda.pdf', 'notice.pdf', `reports/${MINUTES}.pdf`]);
  expect(publication?.found.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

test('programs find the same files in the public part of the interface', async () => {
  const { status, json } = await apiOver(opened.register).get(`/api/v1/public/meetings/${CABINET}`);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    documents: [{ name: 'agenda', href: expect.stringMatching(/\/agenda\.pdf$/) }, { name: 'notice' }],
  });
});

test('what is changed inside afterwards is in no PDF until it is published', async () => {
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-5', { title: 'Wallaby fund' });
  const bytes = await opens('agenda.pdf');
  expect(await wordsInPdf(bytes ?? new Uint8Array())).not.toContain('Wallaby');
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-5', { title: 'Bid to the pocket parks fund' });
});

test('a withdrawn document is at no public address and in no public folder, and the PDF is made again', async () => {
  expect(inPublic('reports/')).toEqual([publishedReportKey(MINUTES)]);
  const before = inPublic('documents/');
  await withdrawReport(opened.register, aCommand('documents-withdraw'), CABINET, {
    reportId: MINUTES,
    said: 'These were the minutes of another meeting.',
  });
  await publish('withdrawal-1');
  expect(await opens(`reports/${MINUTES}.pdf`)).toBeNull();
  expect(inPublic('reports/')).toEqual([]);
  expect(inPublic('documents/').filter((key) => before.includes(key))).toEqual([]);
  const words = await wordsInPdf((await opens('agenda.pdf')) ?? new Uint8Array());
  expect(words).toContain('These were the minutes of another meeting.');
});

test('while the PDF of the last publication is being made, that of an earlier one is not shown in its place', async () => {
  const itemId = 'item-cabinet-2019-04-30-5';
  await withdrawItem(opened.register, aCommand('documents-withdraw-item'), CABINET, {
    itemId,
    said: 'It should not have gone out.',
    titleShown: false,
  });
  const failing = publish('withdrawal-2', {
    toPdf: async () => {
      expect(await page()).toContain('the PDF is being made');
      expect(await opens('agenda.pdf')).toBeNull();
      expect(inPublic('documents/')).toEqual([]);
      throw new Error('The engine did not start');
    },
  });
  await expect(failing).rejects.toThrow('engine');
  await publish('withdrawal-2');
  const words = await wordsInPdf((await opens('agenda.pdf')) ?? new Uint8Array());
  expect(words).toContain('It should not have gone out.');
  expect(words).not.toContain('pocket parks');
});

test('a supplement makes them again, and says that it is one', async () => {
  await arrangeItem(opened.register, 'item-cabinet-2019-04-30-4', { blockedBy: null });
  const said = 'Library opening hours can be published now.';
  const itemIds = ['item-cabinet-2019-04-30-4'];
  await publishSupplement(opened.register, aCommand('documents-supplement'), CABINET, { itemIds, said });
  await publish('supplement-1');
  const words = await wordsInPdf((await opens('agenda.pdf')) ?? new Uint8Array());
  expect(words).toContain('Library opening hours');
  expect(words).toContain('Added by Supplement 1');
});

test('no word of a private item is in any file, page, feed, calendar, snapshot or mail that the public can have', async () => {
  const files = await Promise.all(inPublic().map(async (key) => wordsInPdf(await storage.files.read(key))));
  expect(files).toHaveLength(3);
  const pages = [...(await everyPublicPage(site.get)).values()];
  const feeds = await Promise.all(
    ['/committees/cabinet/feed.atom', '/committees/cabinet/meetings.ics', `${PAGE}/meeting.ics`, `${PAGE}/notice`].map(
      read,
    ),
  );
  const api = await apiOver(opened.register).get(`/api/v1/public/meetings/${CABINET}`);
  const stored = await opened.register.table.queryAll({ partition: `PUBLISHED#MEETING#${CABINET}` });
  const snapshots = await Promise.all(
    stored.map(({ snapshot }) =>
      opened.register.table.queryAll({ partition: `PUBLISHED#SNAPSHOT#${String(snapshot)}` }),
    ),
  );
  // Somebody invited for the private item who has no account reads what anybody may.
  const { record: person } = await get(opened.register, people, 'andy-ouzel');
  const asked = { recordId: CABINET, personId: person.id, person, day: '2019-04-15', round: 'agenda-1' };
  const mail = await noticeKinds['agenda-publication']?.(asked, { register: opened.register });
  const everything = [...files, ...pages, ...feeds, JSON.stringify([api.json, stored, snapshots, mail])].join('\n');
  for (const word of PRIVATE_WORDS) expect([word, everything.includes(word)]).toEqual([word, false]);
  // Each kind was looked at: what is public is in it.
  for (const found of files) expect(found).toMatch(/Library opening hours/);
  expect(JSON.stringify([snapshots, api.json])).toContain('Library opening hours');
  expect(site.refused).toEqual([]);
}, 30_000);
