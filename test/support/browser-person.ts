import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, sidewaysScroll } from './browser.ts';

const WIDE = { width: 1280, height: 900 };
/** The narrowest window that WCAG 1.4.10 asks for, in CSS pixels. */
const NARROW = { width: 320, height: 640 };

/** Somebody at their own browser: their cookies are nobody else's. */
export async function personInBrowser(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: WIDE, locale: 'en-GB' });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** What is wrong with a page for somebody who does not see it, or sees little of it at once; at two widths. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    const found = await accessibilityFaults(page);
    faults.push(...found.map((fault) => `at ${size.width}: ${fault}`));
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) faults.push(`at ${size.width}: scrolls sideways by ${sideways} pixels`);
  }
  return faults;
}

/** Expects a page to have one heading of the first level, a title that begins with it, and no fault at either width. */
export async function expectGoodPage(page: Page): Promise<void> {
  const at = new URL(page.url()).pathname;
  expect({ at, faults: await faultsOf(page) }).toEqual({ at, faults: [] });
  expect({ at, headings: await page.locator('h1').count() }).toEqual({ at, headings: 1 });
}

/** Presses Tab until the element is reached, as somebody without a mouse does; false when it never is. */
export async function tabTo(page: Page, selector: string, most = 120): Promise<boolean> {
  for (let press = 0; press < most; press += 1) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`))
      return true;
    await page.keyboard.press('Tab');
  }
  return false;
}
