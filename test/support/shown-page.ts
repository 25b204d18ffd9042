import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, sidewaysScroll, unfold } from './browser.ts';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../dist/assets');
const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

type Shown = { page: Page; html: string; askedFor: string[] };

// One window for all the pages of a test file: to open one costs more than to look at what it shows.
const windows = new WeakMap<Browser, Promise<Shown>>();

async function openWindow(browser: Browser): Promise<Shown> {
  const page = await (await browser.newContext()).newPage();
  const shown: Shown = { page, html: '', askedFor: [] };
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = /^\/assets\/\w+\/(quorate\.\w+)$/.exec(path)?.[1];
    if (file !== undefined)
      return route.fulfill({ body: readFileSync(join(assets, file)), contentType: TYPES[extname(file)] ?? '' });
    if (path === '/page') return route.fulfill({ body: shown.html, contentType: 'text/html' });
    shown.askedFor.push(path);
    return route.abort();
  });
  return shown;
}

function windowOf(browser: Browser): Promise<Shown> {
  const opened = windows.get(browser) ?? openWindow(browser);
  windows.set(browser, opened);
  return opened;
}

/**
 * Shows a page of ours in a browser at a width, with its own assets and nothing else, and says what is wrong with it:
 * accessibility folded and unfolded, sideways scrolling, anything asked for elsewhere. A picture goes to `picture`.
 * One page at a time: all of a browser are shown in one window.
 */
export async function faultsShown(
  browser: Browser,
  html: string,
  { width, picture }: { width: number; picture?: string },
): Promise<string[]> {
  const shown = await windowOf(browser);
  const { page } = shown;
  await page.setViewportSize({ width, height: 900 });
  Object.assign(shown, { html, askedFor: [] });
  await page.goto('http://quorate.test/page', { waitUntil: 'load' });
  if (picture !== undefined) await page.screenshot({ path: picture, fullPage: true });
  const faults = await accessibilityFaults(page);
  if ((await unfold(page)) > 0) faults.push(...(await accessibilityFaults(page)));
  const sideways = await sidewaysScroll(page);
  if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);
  return [...shown.askedFor.map((path) => `asked for ${path}`), ...faults];
}
