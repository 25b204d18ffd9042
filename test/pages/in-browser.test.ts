import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sideBySide } from '../../shared/pages/differences.ts';
import { render } from '../../shared/pages/render.ts';
import { accessibilityFaults, sidewaysScroll, startBrowser, unfold } from '../support/browser.ts';
import { aFrame, aPublicFrame, govukFolder, rendererOf, templatesFolder } from '../support/pages.ts';
import { everyComponent } from './sample/every-component.ts';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '../../dist/assets');
const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const sample = rendererOf(['every-component.njk'], [join(here, 'sample'), templatesFolder, govukFolder]);
const errors = [{ text: 'Enter the day of the meeting', href: '#main-content' }];
const breadcrumbs = [
  { text: 'Home', href: '/' },
  { text: 'Commitments', href: '/commitments' },
];
const conflict = {
  who: 'Tom Dunnock',
  what: 'item 4',
  when: 'at 11.09am',
  action: '/items/4',
  leaveHref: '/items/4',
  commandId: 'c',
  version: 2,
  kept: [],
  rows: [{ name: 'title', label: 'Title', ...sideBySide('Dental access', 'Dental access: report') }],
};
const again = { action: '/minutes', fields: [{ name: 'text', value: 'RESOLVED', label: 'Text of the minutes' }] };

const pages: [string, () => string][] = [
  ['every component', () => sample.render('every-component.njk', { frame: aFrame(), ...everyComponent() })],
  ['an error on a page', () => render('errors/not-allowed.njk', { frame: aFrame({ errors, breadcrumbs }) })],
  [
    'what was done',
    () => render('errors/not-found.njk', { frame: aFrame({ flash: { text: 'The promise was placed.' } }) }),
  ],
  ['a conflict', () => render('errors/conflict.njk', { frame: aFrame(), conflict })],
  ['an ended session', () => render('errors/signed-out.njk', { frame: aPublicFrame(), signInHref: '/sign-in', again })],
  ['too large', () => render('errors/too-large.njk', { frame: aFrame(), limit: '1 MB' })],
  ['gone wrong', () => render('errors/gone-wrong.njk', { frame: aPublicFrame(), reference: '0190' })],
];

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(() => browser.close());

// A page at a width, under the content policy, with the files that were made for it and nothing else to be had.
const open = async (html: string, { width, script }: { width: number; script: boolean }) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = /^\/assets\/\w+\/(quorate\.\w+)$/.exec(path)?.[1];
    if (file !== undefined)
      return route.fulfill({ body: readFileSync(join(assets, file)), contentType: TYPES[extname(file)] ?? '' });
    if (path === '/page')
      return route.fulfill({ body: html, contentType: 'text/html', headers: { 'content-security-policy': POLICY } });
    complaints.push(`asked for ${path}`);
    return route.abort();
  });
  await page.goto('http://quorate.test/page', { waitUntil: 'load' });
  return { page, complaints, close: () => context.close() };
};

for (const width of [1280, 320])
  test.each(pages)(
    `%s is accessible at ${width} px, folded and unfolded, and asks for nothing else`,
    async (_, html) => {
      const { page, complaints, close } = await open(html(), { width, script: true });
      expect(await accessibilityFaults(page)).toEqual([]);
      if ((await unfold(page)) > 0) expect(await accessibilityFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    },
    60_000,
  );

test('one picture of each chart is shown at each width', async () => {
  const shown = async (width: number) => {
    const { page, close } = await open(pages[0]?.[1]() ?? '', { width, script: true });
    const visible = await page.locator('.q-figure > svg[role="img"]:visible').count();
    await close();
    return visible;
  };
  expect(await shown(1280)).toBe(9);
  expect(await shown(320)).toBe(8); // the year leaves its facts to the table
}, 60_000);

test('finds can be worked through by single keys, which leave fields that take text alone', async () => {
  const { page, close } = await open(pages[0]?.[1]() ?? '', { width: 1280, script: true });
  await page.locator('#find-1 a').first().focus();
  await page.keyboard.press('n');
  await page.keyboard.press('k');
  expect(await page.locator('#find-2 input[value="keep"]').isChecked()).toBe(true);
  await page.keyboard.press('p');
  await page.keyboard.press('d');
  expect(await page.locator('#find-1 input[value="drop"]').isChecked()).toBe(true);
  await page.locator('#find-3 textarea').focus();
  await page.keyboard.press('k');
  expect(await page.locator('#find-3 textarea').inputValue()).toContain('k');
  await close();
}, 60_000);

test('without script every control of a page is there', async () => {
  const { page, complaints, close } = await open(pages[0]?.[1]() ?? '', { width: 1280, script: false });
  expect(await page.locator('button, summary, input[type="radio"]').count()).toBeGreaterThan(10);
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
