import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, sidewaysScroll, unfold } from './browser.ts';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../dist/assets');
const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/**
 * Shows a page of ours in a browser at a width, with its own assets and nothing else, and says what is wrong with it:
 * accessibility folded and unfolded, sideways scrolling, anything asked for elsewhere. A picture goes to `picture`.
 */
export async function faultsShown(
  browser: Browser,
  html: string,
  { width, picture }: { width: number; picture?: string },
): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = /^\/assets\/\w+\/(quorate\.\w+)$/.exec(path)?.[1];
    if (file !== undefined)
      return route.fulfill({ body: readFileSync(join(assets, file)), contentType: TYPES[extname(file)] ?? '' });
    if (path === '/page') return route.fulfill({ body: html, contentType: 'text/html' });
    faults.push(`asked for ${path}`);
    return route.abort();
  });
  await page.goto('http://quorate.test/page', { waitUntil: 'load' });
  if (picture !== undefined) await page.screenshot({ path: picture, fullPage: true });
  faults.push(...(await accessibilityFaults(page)));
  if ((await unfold(page)) > 0) faults.push(...(await accessibilityFaults(page)));
  const sideways = await sidewaysScroll(page);
  if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);
  await context.close();
  return faults;
}
