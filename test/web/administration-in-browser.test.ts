import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { administrationRoutes } from '../../functions/web/administration/routes.ts';
import { messagesRoutes } from '../../functions/web/messages/routes.ts';
import { peopleRoutes } from '../../functions/web/people/routes.ts';
import { startBrowser } from '../support/browser.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
let browser: Browser;
let sol: Awaited<ReturnType<typeof webFor>>;

beforeAll(async () => {
  [table, browser] = await Promise.all([demonstrationRegister(), startBrowser()]);
  const routes = [...peopleRoutes, ...administrationRoutes, ...messagesRoutes];
  sol = await webFor(table.register, routes, { personId: 'sol-administrator' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  table.close();
});

const addresses = [
  '/administration',
  '/people',
  '/people?find=nobody-of-that-name',
  '/people/new',
  '/people/leena-plover',
  '/people/paste',
  '/administration/bodies',
  '/administration/bodies/new',
  '/administration/bodies/hosb',
  '/administration/bodies/hosb/procedure',
  '/administration/bodies/hosb/standing-items',
  '/administration/calendar',
  '/administration/reminders',
  '/administration/reminders/hosb',
  '/messages',
  '/messages?show=failures',
  '/messages?month=2019-03',
  '/messages?month=2017-01',
  '/my/reminders',
];

const pictures = process.env['PICTURES'];
const pictureOf = (name: string) =>
  pictures === undefined ? {} : { picture: `${pictures}/${name.replaceAll(/[^a-z0-9]+/g, '-')}.png` };

for (const width of [1280, 320])
  test.each(addresses)(
    `%s of the demonstration is accessible at ${width} px and needs no sideways scroll`,
    async (address) => {
      const { status, html } = await sol.get(address);
      expect(status).toBe(200);
      expect(await faultsShown(browser, html, { width, ...pictureOf(`${address}-${width}`) })).toEqual([]);
    },
  );

const wrong: readonly (readonly [string, Record<string, string>])[] = [
  ['/people/new', { name: '', email: 'no address', 'lastDay-day': '31', 'lastDay-month': '2', 'lastDay-year': '2019' }],
  ['/people/leena-plover/memberships', { bodyId: '' }],
  ['/people/paste', { table: 'Nobody\tno address\tXYZ\tjester\tnever\n<script>alert(1)</script>\t=1+1' }],
  ['/administration/bodies/new', { name: '' }],
  ['/administration/bodies/hosb/procedure', { preset: 'scrutiny', quorum: 'many' }],
  ['/administration/calendar/closures', { 'closure-day': '31', 'closure-month': '2', 'closure-year': '2019' }],
  ['/administration/reminders', { 'action-digestBefore': 'soon' }],
  ['/my/reminders', { channel: 'pigeon', weeklyDay: '9' }],
];

for (const width of [1280, 320])
  test.each(wrong)(`what is wrong on %s is said accessibly at ${width} px`, async (address, typed) => {
    await sol.get('/people/new');
    const { status, html } = await sol.post(address, typed);
    expect(status).toBe(422);
    expect(await faultsShown(browser, html, { width, ...pictureOf(`wrong-${address}-${width}`) })).toEqual([]);
  });
