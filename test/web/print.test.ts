import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Browser } from 'playwright-core';
import { pdfApp } from '../../functions/documents/pdf-app.ts';
import { bodyPrintLinks, meetingPrintLinks } from '../../functions/web/print/print-links.ts';
import { printRoutes } from '../../functions/web/print/routes.ts';
import { cllr } from '../../infra/local/demonstration/councillors.ts';
import { toPdf } from '../../shared/documents/to-pdf.ts';
import { unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { beginSession } from '../../shared/store/sessions.ts';
import { startBrowser } from '../support/browser.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { tagsOf } from '../support/pdf-tags.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let browser: Browser;
const MEETING = 'meeting-hosb-2019-10-09';
const SECRET = 'Kingfisher settlement';
const REAL_NOW = Date.parse('2026-01-05T10:00:00Z');

beforeAll(async () => {
  [opened, browser] = await Promise.all([demonstrationRegister(), startBrowser()]);
  const item = {
    ...unarranged,
    bodyId: 'hosb',
    meetingId: MEETING,
    purpose: null,
    reportOf: null,
    attendedFor: [],
    mattersRaised: [],
    report: 'not-attached' as const,
    toFollowReason: null,
    commitmentId: null,
    state: 'on-agenda' as const,
    published: false,
  };
  const items = [
    { ...item, id: 'print-open', number: '1', title: 'Out of Hospital model', accessClass: 'public' as const },
    {
      ...item,
      id: 'print-secret',
      number: '2',
      title: SECRET,
      accessClass: 'private' as const,
      privateReason: { scheme: 'schedule-12A' as const, paragraphs: [5], contractTerms: false, publicInterest: 'Yes' },
    },
  ];
  await commit(opened.register, {
    commandId: 'print-test-items',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [
      ...items.map((record) => change(agendaItems, { was: null, record, event: 'recorded' })),
      change(commitments, {
        was: null,
        record: aCommitment({ id: 'print-private', reference: 'HOSB/18/99', subject: SECRET, accessClass: 'private' }),
        event: 'recorded',
      }),
    ],
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  opened.close();
});

const as = (personId: string) => webFor(opened.register, printRoutes, { personId });

const configuration = readConfiguration({
  TABLE_NAME: 'quorate',
  PUBLIC_ADDRESS: 'http://localhost:3000',
  ORGANISATION_NAME: 'Brackenford City Council',
});

/** Asks for a PDF as somebody, or as nobody. */
async function pdfAs(personId: string | null, address: string) {
  const app = pdfApp({
    configuration,
    register: opened.register,
    clock: { now: () => '2019-04-15T09:00:00.000Z', today: () => '2019-04-15' },
    realNow: () => REAL_NOW,
    toPdf: async (document) => toPdf(document),
  });
  const secret =
    personId === null ? '' : await beginSession(opened.register.table, { personId, idToken: null, realNow: REAL_NOW });
  const [rawPath = '', rawQueryString = ''] = address.split('?');
  const event = {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: {},
    cookies: [`quorate-session=${secret}`],
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    requestContext: { http: { method: 'GET', path: rawPath } },
  } as unknown as APIGatewayProxyEventV2;
  const result = await app(event, {} as Context);
  return {
    status: result.statusCode ?? 0,
    location: String(result.headers?.['location'] ?? ''),
    type: String(result.headers?.['content-type'] ?? ''),
    bytes: Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

const everyLink = [...meetingPrintLinks(MEETING), ...bodyPrintLinks('hosb')];
const pictures = process.env['PICTURES'];

for (const width of [1280, 320])
  test.each(everyLink)(
    `the page “$text” is accessible at ${width} px and needs no sideways scroll`,
    async ({ href }) => {
      const { status, html } = await (await as('maya-lapwing')).get(href);
      expect(status).toBe(200);
      const picture =
        pictures === undefined ? {} : { picture: `${pictures}/${href.replaceAll('/', '-')}-${width}.png` };
      expect(await faultsShown(browser, html, { width, ...picture })).toEqual([]);
    },
  );

test.each(everyLink)('the PDF of “$text” is tagged, and has the title of its page', async ({ pdfHref, href }) => {
  const { status, type, bytes } = await pdfAs('maya-lapwing', pdfHref);
  expect([status, type]).toEqual([200, 'application/pdf']);
  const tags = await tagsOf(bytes);
  expect(tags).toMatchObject({ claims: '1', marked: true });
  const { html } = await (await as('maya-lapwing')).get(href);
  const heading = /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? '-';
  expect(tags.title?.startsWith(`${heading}, `)).toBe(true);
});

test('on paper there is nothing but the document', async () => {
  const { html } = await (await as('maya-lapwing')).get(`/print/agendas/${MEETING}`);
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 } });
  const page = await context.newPage();
  const { readFileSync } = await import('node:fs');
  await page.route('**/*', (route) => {
    const isStyle = route.request().url().endsWith('.css');
    if (isStyle) return route.fulfill({ body: readFileSync('dist/assets/quorate.css'), contentType: 'text/css' });
    if (route.request().url().endsWith('/page')) return route.fulfill({ body: html, contentType: 'text/html' });
    return route.abort();
  });
  await page.goto('http://quorate.test/page');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate<string>('document.body.innerText');
  await context.close();
  expect(seen.trim().startsWith('Brackenford City Council\n')).toBe(true);
  for (const word of ['Sign out', 'Promises', 'Help with Quorate', 'Print this page', 'PDF', 'Back'])
    expect(seen).not.toContain(word);
});

test('the public’s copy names no private business, even for those who may know of it', async () => {
  const web = await as('maya-lapwing');
  for (const { href } of everyLink) expect((await web.get(href)).html).not.toContain(SECRET);
  expect((await web.get(`/print/agendas/${MEETING}?for=members`)).html).toContain(SECRET);
  expect((await web.get('/print/action-logs/hosb?for=members')).html).toContain(SECRET);
});

test('the members’ copy is for those who may know of private business, as a page and as a PDF', async () => {
  const address = (kind: string, end = '') => `/${kind}/agendas/${MEETING}${end}?for=members`;
  expect((await (await as(cllr('Kestrel'))).get(address('print'))).status).toBe(200);
  // An officer knows of the meeting, and of nothing private.
  const officer = await as('owen-sandpiper');
  expect((await officer.get(address('print'))).status).toBe(404);
  expect((await officer.get(`/print/agendas/${MEETING}`)).html).not.toContain('for=members');
  expect((await pdfAs(cllr('Kestrel'), address('documents', '.pdf'))).status).toBe(200);
  expect((await pdfAs('owen-sandpiper', address('documents', '.pdf'))).status).toBe(404);
});

test('nobody gets a PDF without signing in, and comes to it afterwards', async () => {
  const { status, location } = await pdfAs(null, `/documents/agendas/${MEETING}.pdf?for=members`);
  expect([status, location]).toEqual([
    303,
    `/sign-in?to=${encodeURIComponent(`/documents/agendas/${MEETING}.pdf?for=members`)}`,
  ]);
});

test('what is not there is not there, as a page and as a PDF', async () => {
  for (const path of ['agendas/none-such', 'letters/hosb', 'action-logs/none-such']) {
    expect((await (await as('maya-lapwing')).get(`/print/${path}`)).status).toBe(404);
    expect((await pdfAs('maya-lapwing', `/documents/${path}.pdf`)).status).toBe(404);
  }
});
