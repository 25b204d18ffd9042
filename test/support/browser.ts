import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Nothing but the page that is asked for: no updates, no first-run pages, no sandbox (tests run as root in a container).
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's chromium, as every browser test starts it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

// Given to the page as text, because the checks of our own code know no DOM.
const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`;

/** What axe-core finds wrong with a page by WCAG 2.0 to 2.2 A and AA and by best practice, one line each: none is right. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResult>(RUN_AXE);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** How far a page can be scrolled sideways, in pixels: 0 is right. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Opens everything that is folded; says how much that was. */
export function unfold(page: Page): Promise<number> {
  return page.evaluate<number>(
    `[...document.querySelectorAll('details')].map((details) => { details.open = true; }).length`,
  );
}
