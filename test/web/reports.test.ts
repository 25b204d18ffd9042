import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { reportRoutes } from '../../functions/web/reports/routes.ts';
import { cllr } from '../../infra/local/demonstration/councillors.ts';
import { emptyQuarantine } from '../../infra/local/files/quarantine.ts';
import type { AgendaItem } from '../../shared/domain/agenda-items/agenda-item.ts';
import { unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { get } from '../../shared/store/record-kind.ts';
import { publishReports } from '../../shared/store/report-acts.ts';
import { publishedReportKey, reportKey } from '../../shared/store/report-keys.ts';
import { startBrowser } from '../support/browser.ts';
import { maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { testFiles } from '../support/files.ts';
import { fieldsOfForm } from '../support/forms.ts';
import { foldedBomb } from '../support/pdf-bombs.ts';
import * as pdf from '../support/pdf-files.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let storage: Awaited<ReturnType<typeof testFiles>>;
let browser: Browser;

const anItem = (overrides: Partial<AgendaItem> = {}): AgendaItem => ({
  ...unarranged,
  id: 'out-of-hospital-report',
  bodyId: 'hosb',
  meetingId: 'meeting-hosb-2019-04-25',
  number: '6',
  title: 'Out of Hospital model',
  purpose: 'discussion',
  reportOf: 'Director of Public Health',
  attendedFor: [],
  mattersRaised: [],
  report: 'to-follow',
  toFollowReason: 'Figures of March are awaited',
  commitmentId: null,
  state: 'on-agenda',
  published: false,
  accessClass: 'public',
  ...overrides,
});

const exempt = (paragraphs: number[], contractTerms = false) =>
  ({ scheme: 'schedule-12A', paragraphs, contractTerms, publicInterest: 'Weighed.' }) as const;

beforeAll(async () => {
  [opened, storage, browser] = await Promise.all([demonstrationRegister(), testFiles(), startBrowser()]);
  const items = [
    anItem(),
    anItem({ id: 'settlement', title: 'Settlement of a claim', accessClass: 'private', privateReason: exempt([5]) }),
    anItem({ id: 'land', title: 'Sale of land', published: true, accessClass: 'private', privateReason: exempt([3]) }),
    anItem({ id: 'considered', state: 'considered' }),
    anItem({ id: 'replaced', title: 'Winter plan' }),
    anItem({ id: 'two-at-once', title: 'Ambulances' }),
  ];
  await commit(opened.register, {
    commandId: 'report-test-items',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: items.map((record) => change(agendaItems, { was: null, record, event: 'recorded' })),
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await storage.close();
  opened.close();
});

// One for each person: the ids that their forms get are counted in it.
const webs = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const web = webs.get(personId) ?? webFor(opened.register, reportRoutes, { personId, files: storage.files });
  webs.set(personId, web);
  return web;
};
const itemNow = async (id: string) => (await get(opened.register, agendaItems, id)).record;
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Sends a file as a browser does without a script: the form of the page, to storage, and back to where it leads. */
async function send(web: Awaited<ReturnType<typeof webFor>>, itemId: string, bytes: Uint8Array, name = 'report.pdf') {
  const { html } = await web.get(`/agenda-items/${itemId}/reports`);
  const action = /action="(http[^"]+)"/.exec(html)?.[1] ?? '';
  const form = new FormData();
  for (const [field, value] of Object.entries(fieldsOfForm(html, action))) form.append(field, value);
  form.append('file', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }));
  const sent = await fetch(action, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? 'http://nowhere');
  return { status: sent.status, back: `${back.pathname}${back.search}`, text: await sent.text() };
}

/** Sends a file and adds it under a title. */
async function add(
  web: Awaited<ReturnType<typeof webFor>>,
  itemId: string,
  bytes: Uint8Array,
  typed: Record<string, string>,
) {
  const { back } = await send(web, itemId, bytes);
  const { html } = await web.get(back);
  const action = `/agenda-items/${itemId}/reports`;
  return web.post(action, { ...fieldsOfForm(html, action), ...typed });
}

test('a secretary sends a report, sees what was found in it, and adds it under the name people will read', async () => {
  const web = await as('maya-lapwing');
  const { back } = await send(web, 'out-of-hospital-report', await pdf.plainPdf(3, 'OOH v7 FINAL'));
  const check = await web.get(back);
  expect(check.status).toBe(200);
  expect(check.html).toContain('value="OOH v7 FINAL"');
  expect(plain(check.html)).toContain('PDF, 3 pages');
  expect(plain(check.html)).toContain('Not tagged: a screen reader will not read this well');
  const action = '/agenda-items/out-of-hospital-report/reports';
  const fields = { ...fieldsOfForm(check.html, action), title: 'How the model is working', access: 'public' };
  const added = await web.post(action, fields);
  expect([added.status, added.location]).toEqual([303, action]);
  const item = await itemNow('out-of-hospital-report');
  expect(item).toMatchObject({ report: 'attached', toFollowReason: null });
  expect(item.reports).toMatchObject([
    { title: 'How the model is working', pages: 3, tagged: false, accessClass: 'public' },
  ]);
  const [report] = item.reports;
  expect(storage.stored.find(reportKey({ hash: report?.hash ?? '' }))?.size).toBe(report?.bytes);
});

test('pressing twice adds it once', async () => {
  const web = await as('maya-lapwing');
  const { back } = await send(web, 'replaced', await pdf.taggedPdf());
  const { html } = await web.get(back);
  const action = '/agenda-items/replaced/reports';
  const fields = { ...fieldsOfForm(html, action), title: 'Winter plan', access: 'public' };
  await web.post(action, fields);
  await web.post(action, fields);
  expect((await itemNow('replaced')).reports).toHaveLength(1);
});

test('a report takes the place of another, and one that was not published is taken away', async () => {
  const web = await as('maya-lapwing');
  const [first] = (await itemNow('replaced')).reports;
  await add(web, 'replaced', await pdf.plainPdf(5), {
    title: 'Winter plan, corrected',
    access: 'public',
    replaces: first?.id ?? '',
  });
  const [second, ...others] = (await itemNow('replaced')).reports;
  expect([second?.title, others]).toEqual(['Winter plan, corrected', []]);
  const { html } = await web.get('/agenda-items/replaced/reports');
  const action = `/agenda-items/replaced/reports/${second?.id}/remove`;
  expect((await web.post(action, fieldsOfForm(html, action))).location).toBe('/agenda-items/replaced/reports');
  expect(await itemNow('replaced')).toMatchObject({ reports: [], report: 'not-attached' });
});

test('each file that may not be kept is refused in words that say what to do, and nothing is added', async () => {
  const web = await as('maya-lapwing');
  const before = await itemNow('out-of-hospital-report');
  const table: [Uint8Array, string][] = [
    [new Uint8Array(), 'The file is empty'],
    [pdf.mistypedPdf, 'document of a word processor, not a PDF'],
    [Buffer.from('words'), 'This is not a PDF'],
    [await pdf.encryptedPdf(), 'asks for a password'],
    [await pdf.truncatedPdf(), 'did not arrive whole'],
    [await pdf.scriptedPdf(), 'carries a script'],
    [await pdf.attachingPdf(), 'another file inside it'],
    [await foldedBomb(), 'unfolds to far more than its pages need'],
  ];
  for (const [bytes, words] of table) {
    const { back } = await send(web, 'out-of-hospital-report', bytes);
    const answer = await web.get(back);
    expect([words, answer.status]).toEqual([words, 422]);
    expect(plain(answer.html)).toContain(words);
    // The form to try again is there, for another upload.
    expect(answer.html).toContain('type="file"');
  }
  expect(await itemNow('out-of-hospital-report')).toEqual(before);
});

test('a file of 100 MB is refused by our own page, and so is one far larger', async () => {
  const web = await as('maya-lapwing');
  const hundred = new Uint8Array(100 * 1024 * 1024);
  hundred.set(Buffer.from('%PDF-1.7'));
  for (const bytes of [hundred, new Uint8Array(210 * 1024 * 1024)]) {
    const { back } = await send(web, 'out-of-hospital-report', bytes);
    const answer = await web.get(back);
    expect(answer.status).toBe(422);
    expect(plain(answer.html)).toContain('larger than 20 MB');
    expect(answer.html).toContain('type="file"');
  }
}, 60_000);

test('a title left out or an answer not given keeps the file that was sent and what was typed', async () => {
  const web = await as('maya-lapwing');
  const answer = await add(web, 'out-of-hospital-report', await pdf.plainPdf(), { title: '', access: '' });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('href="#title"');
  expect(answer.html).toContain('href="#access"');
  const action = '/agenda-items/out-of-hospital-report/reports';
  const again = { ...fieldsOfForm(answer.html, action), title: 'Appendix', access: 'private' };
  expect((await web.post(action, again)).status).toBe(303);
  expect((await itemNow('out-of-hospital-report')).reports.map(({ title }) => title)).toContain('Appendix');
});

test('two secretaries at once: the second is told that the item has changed', async () => {
  const web = await as('maya-lapwing');
  const action = '/agenda-items/two-at-once/reports';
  const { back } = await send(web, 'two-at-once', await pdf.plainPdf());
  const { html } = await web.get(back);
  await add(web, 'two-at-once', await pdf.plainPdf(4), { title: 'First', access: 'public' });
  const late = await web.post(action, { ...fieldsOfForm(html, action), title: 'Second', access: 'public' });
  expect(late.status).toBe(409);
  expect((await itemNow('two-at-once')).reports.map(({ title }) => title)).toEqual(['First']);
});

test('an upload of one item cannot be added to another, nor one that nobody sent', async () => {
  const web = await as('maya-lapwing');
  const { back } = await send(web, 'replaced', await pdf.plainPdf());
  const elsewhere = await web.get(back.replace('/replaced/', '/two-at-once/'));
  expect([elsewhere.status, plain(elsewhere.html).includes('did not arrive')]).toEqual([422, true]);
  for (const key of ['reports/abc', 'quarantine/replaced/../../blobs/x', 'quarantine/replaced/none-such-here'])
    expect((await web.get(`/agenda-items/replaced/reports/check?key=${encodeURIComponent(key)}`)).status).toBe(422);
});

test('nothing is added to an item that was considered, and only its secretary adds', async () => {
  const { html } = await (await as('maya-lapwing')).get('/agenda-items/considered/reports');
  expect(html).not.toContain('type="file"');
  expect(plain(html)).toContain('No report can be added');
  const member = await as(cllr('Kestrel'));
  expect((await member.get('/agenda-items/out-of-hospital-report/reports')).html).not.toContain('type="file"');
  expect((await member.get('/agenda-items/out-of-hospital-report/reports/check?key=x')).status).toBe(403);
});

test('exempt reports: members of the committee read them, another councillor only under paragraph 3 or 6', async () => {
  const secretary = await as('maya-lapwing');
  for (const id of ['settlement', 'land']) await add(secretary, id, await pdf.plainPdf(), { title: 'The terms' });
  const { reports } = await itemNow('settlement');
  expect(reports).toMatchObject([{ accessClass: 'private' }]);
  const reads = async (personId: string, id: string) =>
    (await (await as(personId)).get(`/agenda-items/${id}/reports/${(await itemNow(id)).reports[0]?.id}`)).status;
  // Kestrel chairs the board; Scaup sits on other committees only; the last is an officer.
  expect(await reads(cllr('Kestrel'), 'settlement')).toBe(303);
  expect(await reads(cllr('Scaup'), 'settlement')).toBe(404);
  // The right to inspect begins when the item is on an agenda that is out.
  expect(await reads(cllr('Scaup'), 'land')).toBe(303);
  expect(await reads('owen-sandpiper', 'land')).toBe(404);
  const hidden = await (await as(cllr('Scaup'))).get('/agenda-items/settlement/reports');
  expect(hidden.status).toBe(404);
  expect(hidden.html).not.toContain('Settlement');
});

test('a report opens from storage at an address that is good for a minute', async () => {
  const { reports } = await itemNow('out-of-hospital-report');
  const report = reports[0];
  const { location } = await (await as('maya-lapwing')).get(
    `/agenda-items/out-of-hospital-report/reports/${report?.id}`,
  );
  const got = await fetch(location);
  expect(got.headers.get('content-type')).toBe('application/pdf');
  expect(got.headers.get('content-disposition')).toBe('inline; filename="How the model is working.pdf"');
  expect((await got.arrayBuffer()).byteLength).toBe(report?.bytes);
  expect(new URL(location).searchParams.get('X-Amz-Expires')).toBe('60');
  expect((await fetch(location.replace(report?.hash ?? '-', '0'.repeat(64)))).status).toBe(403);
});

test('what is public is copied to where the public reads, and what is private never', async () => {
  const { reports } = await itemNow('out-of-hospital-report');
  const open = reports.filter(({ accessClass }) => accessClass !== 'private');
  await publishReports(storage.files, open);
  await publishReports(storage.files, open);
  expect(storage.stored.list('published/', '').map(({ key }) => key)).toEqual(
    open.map(({ id }) => publishedReportKey(id)),
  );
  await expect(publishReports(storage.files, reports)).rejects.toThrow('not for publication');
});

test('what nobody added goes from quarantine after a day', () => {
  expect(storage.stored.list('quarantine/', '').length).toBeGreaterThan(0);
  emptyQuarantine(storage.stored, Date.now());
  expect(storage.stored.list('quarantine/', '').length).toBeGreaterThan(0);
  emptyQuarantine(storage.stored, Date.now() + 25 * 3_600_000);
  expect(storage.stored.list('quarantine/', '')).toEqual([]);
  expect(storage.stored.list('reports/', '').length).toBeGreaterThan(0);
});

const pictures = process.env['PICTURES'];

test.each([1280, 320])(
  'the pages of reports are accessible at %d px and need no sideways scroll',
  async (width) => {
    const web = await as('maya-lapwing');
    const { back } = await send(web, 'out-of-hospital-report', await pdf.scannedPdf());
    const broken = await send(web, 'out-of-hospital-report', await pdf.truncatedPdf());
    for (const [name, address] of [
      ['list', '/agenda-items/out-of-hospital-report/reports'],
      ['check', back],
      ['refused', broken.back],
    ] as const) {
      const { html } = await web.get(address);
      const picture = pictures === undefined ? {} : { picture: `${pictures}/reports-${name}-${width}.png` };
      expect(await faultsShown(browser, html, { width, ...picture })).toEqual([]);
    }
  },
  60_000,
);
