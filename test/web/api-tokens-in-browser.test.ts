import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { apiTokenRoutes } from '../../functions/web/api-tokens/routes.ts';
import { startBrowser } from '../support/browser.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
let browser: Browser;
const pages: [string, string][] = [];

beforeAll(async () => {
  [table, browser] = await Promise.all([demonstrationRegister(), startBrowser()]);
  const sol = await webFor(table.register, apiTokenRoutes, { personId: 'sol-administrator' });
  const form = { name: 'Action log for the intranet', scope: 'write', days: '90', commandId: 'a-first-token' };
  pages.push(['nobody has a token', (await sol.get('/administration/api-tokens')).html]);
  pages.push(['no tokens of one’s own', (await sol.get('/my/api-tokens')).html]);
  pages.push(['nothing chosen', (await sol.post('/my/api-tokens', { name: '', commandId: 'nothing-chosen' })).html]);
  pages.push(['a token just made', (await sol.post('/my/api-tokens', form)).html]);
  pages.push(['pressed twice', (await sol.post('/my/api-tokens', form)).html]);
  pages.push(['everybody’s tokens', (await sol.get('/administration/api-tokens')).html]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  table.close();
});

const pictures = process.env['PICTURES'];

test('every page about tokens is accessible, wide and narrow, and needs no sideways scroll', async () => {
  expect(pages).toHaveLength(6);
  for (const [name, html] of pages)
    for (const width of [1280, 320]) {
      const shot =
        pictures === undefined ? {} : { picture: `${pictures}/${name.replaceAll(/\W+/g, '-')}-${width}.png` };
      expect([name, width, await faultsShown(browser, html, { width, ...shot })]).toEqual([name, width, []]);
    }
});
