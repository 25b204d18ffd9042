import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page, Request } from 'playwright-core';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { publishAgenda } from '../../shared/store/publication-acts.ts';
import { get } from '../../shared/store/record-kind.ts';
import { startBrowser } from '../support/browser.ts';
import { tabTo } from '../support/browser-person.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';

const HOSB = '/meetings/meeting-hosb-2019-04-25';
const CABINET = '/meetings/meeting-cabinet-2019-04-30';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
let browser: Browser;
const seen = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string, today = '2019-04-15') => {
  const key = `${personId} ${today}`;
  const web = seen.get(key) ?? webFor(table.register, meetingRoutes, { personId, today });
  seen.set(key, web);
  return web;
};

beforeAll(async () => {
  [table, browser] = await Promise.all([demonstrationRegister(), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  table.close();
});

const addresses: readonly (readonly [string, string, string])[] = [
  ['maya-lapwing', '2019-04-15', HOSB],
  ['maya-lapwing', '2019-04-15', `${HOSB}/agenda/add`],
  ['maya-lapwing', '2019-04-15', `${HOSB}/agenda/items/item-hosb-2019-04-25-8`],
  ['maya-lapwing', '2019-04-15', `${HOSB}/agenda/items/item-hosb-2019-04-25-8/off`],
  ['maya-lapwing', '2019-04-16', `${HOSB}/agenda/items/item-hosb-2019-04-25-8/route`],
  ['maya-lapwing', '2019-04-15', `${HOSB}/agenda/history`],
  ['maya-lapwing', '2019-04-15', '/meetings/meeting-hwb-2019-06-10'],
  ['rowan-kestrel', '2019-04-15', `${HOSB}/agenda/chair`],
  ['farida-linnet', '2019-04-15', HOSB],
  ['moira-egret', '2019-04-15', HOSB],
  ['tom-dunnock', '2019-04-15', CABINET],
  ['tom-dunnock', '2019-04-15', `${CABINET}/agenda/items/item-cabinet-2019-04-30-6`],
  ['tom-dunnock', '2019-04-23', CABINET],
  ['tom-dunnock', '2019-04-23', `${CABINET}/agenda/reconvene`],
  ['grace-siskin', '2019-04-15', '/meetings/meeting-pccc-2019-05-07/agenda/add'],
];

const pictures = process.env['PICTURES'];
const pictureOf = (name: string) =>
  pictures === undefined ? {} : { picture: `${pictures}/${name.replaceAll(/[^a-z0-9]+/g, '-')}.png` };

for (const width of [1280, 320])
  test.each(addresses)(
    `for %s on %s %s is accessible at ${width} px and needs no sideways scroll`,
    async (personId, today, address) => {
      const { status, html } = await (await as(personId, today)).get(address);
      expect(status).toBe(200);
      expect(await faultsShown(browser, html, { width, ...pictureOf(`${personId}${address}-${width}`) })).toEqual([]);
    },
  );

test('what was wrong with an item is shown accessibly, in a summary and beside its field', async () => {
  const wrong = { title: '', access: 'private', why: 'exempt', invited: 'Andy, 99:99' };
  const { status, html } = await (await as('maya-lapwing')).post(`${HOSB}/agenda/add`, wrong);
  expect(status).toBe(422);
  for (const width of [1280, 320]) expect(await faultsShown(browser, html, { width })).toEqual([]);
});

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** What the application answers a request with; a redirect cannot be given to an intercepted one, so the page goes there. */
async function answerTo(request: Request, web: Awaited<ReturnType<typeof webFor>>) {
  const { pathname, search } = new URL(request.url());
  if (pathname.startsWith('/assets/'))
    return { contentType: types[extname(pathname)] ?? '', body: readFileSync(`dist/assets/${basename(pathname)}`) };
  const contentType = 'text/html; charset=utf-8';
  if (request.method() === 'GET') {
    const { status, html } = await web.get(`${pathname}${search}`);
    return { status, contentType, body: html };
  }
  const sent = Object.fromEntries(new URLSearchParams(request.postData() ?? ''));
  const { status, html, location } = await web.post(pathname, sent);
  if (status !== 303) return { status, contentType, body: html };
  return { status: 200, contentType, body: `<meta http-equiv="refresh" content="0;url=${location}">` };
}

/** A browser that is answered by the application itself: pages, posts and their redirects, and the built assets. */
async function browsing(personId: string): Promise<Page> {
  const web = await as(personId);
  const page = await browser.newPage({ baseURL: 'http://quorate.test' });
  await page.route('**/*', async (route) => route.fulfill(await answerTo(route.request(), web)));
  return page;
}

const order = async () =>
  (await get(table.register, agendas, 'meeting-hosb-2019-04-25')).record.slots.map(({ itemId }) =>
    Number(itemId.split('-').at(-1)),
  );

test('an item is moved by keyboard: the focus is on the same button of the same item afterwards', async () => {
  const page = await browsing('maya-lapwing');
  await page.goto(HOSB);
  expect(await tabTo(page, '#up-item-hosb-2019-04-25-9')).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL('**focus=up-item-hosb-2019-04-25-9**');
  await page.waitForSelector('#up-item-hosb-2019-04-25-9:focus');
  expect(await order()).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11]);
  await page.close();
}, 60_000);

test('an item is dragged: the same form is sent, and the new place is announced', async () => {
  const page = await browsing('maya-lapwing');
  await page.goto(HOSB);
  await page.waitForSelector('[data-q-item][draggable="true"]');
  await page.evaluate(`{
    const row = (id) => document.querySelector('[data-q-item="item-hosb-2019-04-25-' + id + '"]');
    const dataTransfer = new DataTransfer();
    const fire = (target, kind) => target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    fire(row(7), 'dragstart');
    fire(row(3), 'dragover');
  }`);
  expect(await page.locator('[data-q-order-told]').textContent()).toBe('Item 7 to place 3 of 11');
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    document.querySelector('[data-q-item="item-hosb-2019-04-25-3"]')
      .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  }`);
  await page.waitForURL('**focus=**');
  expect(await order()).toEqual([1, 2, 7, 3, 4, 5, 6, 9, 8, 10, 11]);
  await page.close();
}, 60_000);

// Last: it publishes the agenda, after which nothing is ordered any more.
test('the warning before an item leaves the public pages is shown accessibly', async () => {
  const { register } = table;
  const itemId = 'item-hosb-2019-04-25-8';
  const publishing = aCommand('out-for-the-warning');
  await publishAgenda(register, publishing, 'meeting-hosb-2019-04-25');
  const web = await as('maya-lapwing');
  const fields = {
    title: 'GP extended access',
    access: 'private',
    why: 'exempt',
    report: 'oral',
    closedNote: 'Withdrawn.',
  };
  const more = { paragraphs: '3', publicInterest: 'A price.' };
  const { status, html } = await web.post(`${HOSB}/agenda/items/${itemId}`, { ...fields, ...more });
  expect(status).toBe(422);
  expect(html).toContain('name="sure"');
  for (const width of [1280, 320])
    expect(await faultsShown(browser, html, { width, ...pictureOf(`closing-${width}`) })).toEqual([]);
});
