import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { pdfApp } from '../../functions/documents/pdf-app.ts';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { planRoutes } from '../../functions/web/plan/routes.ts';
import { printRoutes } from '../../functions/web/print/routes.ts';
import { reportRoutes } from '../../functions/web/reports/routes.ts';
import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { addNewItem, editAgendaItem } from '../../shared/store/agenda-acts.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { publishAgenda, withdrawItem } from '../../shared/store/publication-acts.ts';
import { showPublication } from '../../shared/store/publication-steps.ts';
import { get } from '../../shared/store/record-kind.ts';
import { beginSession } from '../../shared/store/sessions.ts';
import { apiOver } from '../support/api.ts';
import { testBlobs } from '../support/blobs.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { anItem, arrangeItem, HOSB } from '../support/publication.ts';
import { webFor } from '../support/web.ts';

const BETTER_CARE = 'item-hosb-2019-04-25-6';
const EXTENDED = 'item-hosb-2019-04-25-8';
const REAL_NOW = Date.parse('2026-01-05T10:00:00Z');
const routes = [...meetingRoutes, ...printRoutes, ...planRoutes, ...reportRoutes];

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let api: ReturnType<typeof apiOver>;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  await arrangeItem(opened.register, EXTENDED, { presenter: 'Owen Sandpiper, programme manager' });
  api = apiOver(opened.register);
}, 60_000);
afterAll(() => opened.close());

const webs = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const web = webs.get(personId) ?? webFor(opened.register, routes, { personId });
  webs.set(personId, web);
  return web;
};
const page = async (who: string, address: string) => (await (await as(who)).get(address)).html;

let made: PrintDocument[] = [];
const configuration = readConfiguration({
  TABLE_NAME: 'quorate',
  PUBLIC_ADDRESS: 'http://localhost:3000',
  ORGANISATION_NAME: 'Brackenford City Council',
});

/** The description that the PDF is made from, as text. */
async function pdf(personId: string, address: string): Promise<string> {
  made = [];
  const app = pdfApp({
    configuration,
    register: opened.register,
    clock: { now: () => '2019-04-15T09:00:00.000Z', today: () => '2019-04-15' },
    realNow: () => REAL_NOW,
    toPdf: async (document: PrintDocument) => {
      made.push(document);
      return new Uint8Array();
    },
  } as unknown as Parameters<typeof pdfApp>[0]);
  const secret = await beginSession(opened.register.table, { personId, idToken: null, realNow: REAL_NOW });
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
  await app(event, {} as Context);
  return JSON.stringify(made);
}

async function asked(who: string, address: string): Promise<string> {
  const { text } = await api.get(address, { token: await api.tokenFor(who) });
  return text;
}

/** Everything that a person signed in can read of an agenda, by where. */
const surfaces: readonly (readonly [string, (who: string) => Promise<string>])[] = [
  ['the page of the meeting', (who) => page(who, `/meetings/${HOSB}`)],
  ['the printed agenda', (who) => page(who, `/print/agendas/${HOSB}`)],
  ['the printed agenda for members', (who) => page(who, `/print/agendas/${HOSB}?for=members`)],
  ['the printed notice', (who) => page(who, `/print/notices/${HOSB}`)],
  ['the PDF of the agenda', (who) => pdf(who, `/documents/agendas/${HOSB}.pdf`)],
  ['the PDF of the agenda for members', (who) => pdf(who, `/documents/agendas/${HOSB}.pdf?for=members`)],
  ['the agenda of the API', (who) => asked(who, `/api/v1/meetings/${HOSB}/agenda`)],
  ['the items of the API', (who) => asked(who, `/api/v1/meetings/${HOSB}/items?limit=100`)],
];
const others = ['moira-egret', 'owen-sandpiper'] as const;
const readers = surfaces.flatMap(([where, read]) => others.map((who) => [where, who, read] as const));

describe('an agenda that is being made', () => {
  test.each(readers)('says on %s nothing of an item to %s, who does not make it', async (_where, who, read) => {
    expect(await read(who)).not.toContain('Better Care Fund');
  });

  test.each(['maya-lapwing', 'rowan-kestrel', 'sol-administrator'])('is read by %s', async (who) => {
    expect(await page(who, `/meetings/${HOSB}`)).toContain('Better Care Fund');
    expect(await page(who, `/print/agendas/${HOSB}`)).toContain('Draft: not published.');
    expect(await asked(who, `/api/v1/meetings/${HOSB}/agenda`)).toContain('Better Care Fund');
  });

  test('shows an officer the item that they present, and its reports, and no other', async () => {
    const html = await page('owen-sandpiper', `/meetings/${HOSB}`);
    expect(html).toContain('GP extended access');
    expect(html).toContain('You see the items that are yours');
    expect(await asked('owen-sandpiper', `/api/v1/items/${EXTENDED}`)).toContain('GP extended access');
    expect((await (await as('owen-sandpiper')).get(`/agenda-items/${EXTENDED}/reports`)).status).toBe(200);
    expect((await (await as('owen-sandpiper')).get(`/agenda-items/${BETTER_CARE}/reports`)).status).toBe(404);
  });

  test('tells a member that it is being made, and has no item of it, no history and no count', async () => {
    expect(await page('moira-egret', `/meetings/${HOSB}`)).toContain('You see it here once it is published.');
    expect(await page('moira-egret', `/print/agendas/${HOSB}`)).toContain('is not published yet');
    const status = async (path: string) => (await api.get(path, { token: await api.tokenFor('moira-egret') })).status;
    expect(await status(`/api/v1/items/${BETTER_CARE}`)).toBe(404);
    expect(await status(`/api/v1/items/${BETTER_CARE}/history`)).toBe(404);
    expect(await status(`/api/v1/meetings/${HOSB}/agenda`)).toBe(404);
    const plan = JSON.parse(await asked('moira-egret', '/api/v1/bodies/hosb/plan'));
    expect(plan.meetings.find(({ id }: { id: string }) => id === HOSB).items).toBe(0);
  });
});

describe('an agenda that is out', () => {
  beforeAll(async () => {
    const { register } = opened;
    const moment = { at: '2019-04-15T09:30:00.000Z', today: '2019-04-15' };
    const publish = async (id: string) => showPublication(register, { meetingId: HOSB, publicationId: id }, moment);
    await publishAgenda(register, aCommand('out'), HOSB);
    await publish('agenda-1');
    const wrong = { itemId: 'item-hosb-2019-04-25-9', said: 'It should not have gone out.', titleShown: false };
    await withdrawItem(register, aCommand('hidden'), HOSB, wrong);
    await publish('withdrawal-1');
    const late = anItem({ id: 'late-item', bodyId: 'hosb', meetingId: HOSB, title: 'Walk-in centre closure' });
    await addNewItem(register, aCommand('late'), HOSB, { item: late, after: null, motion: null });
    const was = await get(register, agendaItems, BETTER_CARE);
    const item = { ...was.record, title: 'Better Care Fund: overspend', presenter: 'Quentin Dotterel' };
    await editAgendaItem(register, aCommand('edit'), { item, motion: null });
  });

  test.each(readers)(
    'shows on %s to %s what was published, and nothing that came after it',
    async (where, who, read) => {
      const text = await read(who);
      if (where !== 'the printed notice' && !(where.endsWith('for members') && who === 'owen-sandpiper'))
        expect(text).toContain('Better Care Fund');
      for (const unpublished of ['Walk-in centre closure', 'overspend', 'Quentin Dotterel'])
        expect(text).not.toContain(unpublished);
    },
  );

  test.each(readers)(
    'shows on %s to %s no title of an item that should never have gone out',
    async (_where, who, read) => {
      expect(await read(who)).not.toContain('Work programme');
    },
  );

  test('is printed as published for its secretary too, who alone sees on the page what is not', async () => {
    expect(await page('maya-lapwing', `/meetings/${HOSB}`)).toContain('Walk-in centre closure');
    for (const address of [`/print/agendas/${HOSB}`, `/print/agendas/${HOSB}?for=members`])
      expect(await page('maya-lapwing', address)).not.toContain('Walk-in centre closure');
    expect(await pdf('maya-lapwing', `/documents/agendas/${HOSB}.pdf`)).not.toContain('overspend');
  });
});
