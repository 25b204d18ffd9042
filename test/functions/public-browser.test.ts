import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  cancelMeeting,
  moveMeeting,
  publishAgenda,
  publishSupplement,
  withdrawItem,
} from '../../shared/store/publication-acts.ts';
import { publishMeeting } from '../../shared/store/publish.ts';
import { testBlobs } from '../support/blobs.ts';
import { accessibilityFaults, sidewaysScroll, startBrowser } from '../support/browser.ts';
import { maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { publicSite } from '../support/public-site.ts';
import { arrangeAgenda, arrangeItem, HOSB, runPublication } from '../support/publication.ts';
import { testRegister } from '../support/register.ts';

const assets = join(import.meta.dirname, '../../dist/assets');
const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

type Opened = { register: Awaited<ReturnType<typeof testRegister>>; site: Awaited<ReturnType<typeof publicSite>> };
let full: Opened;
let empty: Opened;
let browser: Browser;

const open = async (opened: Promise<Opened['register']>, contactEmail?: string): Promise<Opened> => {
  const register = await opened;
  return { register, site: await publicSite(register.endpoint, contactEmail === undefined ? {} : { contactEmail }) };
};

beforeAll(async () => {
  [full, empty, browser] = await Promise.all([
    open(demonstrationRegister(testBlobs())),
    open(testRegister(testBlobs()), ''),
    startBrowser(),
  ]);
  const command = { commandId: 'publish-cabinet', actor: maya, at: '2019-04-15T09:00:00.000Z', today: '2019-04-15' };
  await publishMeeting(full.register.register, command, 'meeting-cabinet-2019-04-30');
  await publishAll(full);
});

const HWB = 'meeting-hwb-2019-06-10';
const SCC = 'meeting-scc-2019-05-01';

/** An agenda with what may become of it: an item added too late, one withdrawn; a meeting cancelled and one moved. */
async function publishAll({ register: { register }, site }: Opened): Promise<void> {
  const read = async (path: string) => (await site.get(path.split('?')[0] ?? '')).html;
  const publish = (meetingId: string, publicationId: string) =>
    runPublication(register, { meetingId, publicationId }, { read });
  const { slots } = await arrangeAgenda(register, HOSB);
  const [late = '', gone = ''] = slots.slice(5).map(({ itemId }) => itemId);
  await arrangeItem(register, late, { blockedBy: 'Not signed off.' });
  await publishAgenda(register, aCommand('agenda'), HOSB);
  await publish(HOSB, 'agenda-1');
  await arrangeItem(register, late, { blockedBy: null });
  const after = { at: '2019-04-18T09:00:00.000Z', today: '2019-04-18' };
  const added = { itemIds: [late], said: 'An item is added.' };
  await publishSupplement(register, aCommand('late', after), HOSB, added);
  await publish(HOSB, 'supplement-1');
  await withdrawItem(register, aCommand('gone', after), HOSB, { itemId: gone, said: 'Not ready.', titleShown: true });
  await publish(HOSB, 'withdrawal-1');
  await cancelMeeting(register, aCommand('cancel'), HWB, 'There is no business.');
  await publish(HWB, 'cancellation-1');
  const to = { day: '2019-05-08', time: '10:00', venue: 'Committee Room 1' };
  await moveMeeting(register, aCommand('move'), SCC, { to, said: 'The room is not free.' });
  await publish(SCC, 'move-1');
}

afterAll(async () => {
  await browser.close();
  for (const { site, register } of [full, empty]) {
    await site.close();
    register.close();
  }
});

/** Every sort of public page, with records and without. */
const pages: [string, () => Opened, string][] = [
  ['the committees', () => full, '/committees'],
  ['no committees yet', () => empty, '/committees'],
  ['a committee with its meetings', () => full, '/committees/hosb'],
  ['a committee without meetings', () => full, '/committees/partnership'],
  ['a committee that has ended', () => full, '/committees/scrutiny-board-5'],
  ['a meeting with decisions and minutes', () => full, '/committees/hosb/meetings/meeting-hosb-2018-11-28'],
  ['a meeting with draft minutes', () => full, '/committees/hosb/meetings/meeting-hosb-2019-03-13'],
  ['a meeting to come, with its agenda', () => full, '/committees/cabinet/meetings/meeting-cabinet-2019-04-30'],
  ['a meeting to come, without', () => full, '/committees/hosb/meetings/meeting-hosb-2019-06-12'],
  ['an agenda with a late item and a withdrawn one', () => full, `/committees/hosb/meetings/${HOSB}`],
  ['a notice to print', () => full, `/committees/hosb/meetings/${HOSB}/notice`],
  ['a meeting that was cancelled', () => full, `/committees/hwb/meetings/${HWB}`],
  ['a meeting that moved', () => full, `/committees/scc/meetings/${SCC}`],
  ['no such page', () => full, '/committees/nobody'],
  ['privacy', () => full, '/about/privacy'],
  ['the accessibility statement', () => full, '/about/accessibility'],
  ['open data', () => empty, '/about/open-data'],
  ['help', () => full, '/about/help'],
  ['help for one kind of reader', () => full, '/about/help/members'],
];

// A page with the headers and files it is served with; what else it asks for is a complaint.
const look = async ({ site }: Opened, path: string) => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/*', async (route) => {
    const asked = new URL(route.request().url()).pathname;
    const file = /^\/assets\/\w+\/(quorate\.\w+)$/.exec(asked)?.[1];
    if (file !== undefined)
      return route.fulfill({ body: readFileSync(join(assets, file)), contentType: TYPES[extname(file)] ?? '' });
    if (asked !== path) complaints.push(`asked for ${asked}`);
    const { status, html, headers } = await site.get(asked);
    // A browser takes strict transport security for a whole host; this one has no TLS.
    const { 'strict-transport-security': _, ...kept } = headers;
    return route.fulfill({ status, body: html, headers: kept });
  });
  await page.goto(`http://quorate.test${path}`, { waitUntil: 'load' });
  return { page, complaints };
};

test.each(pages)('%s: nothing for axe to find, and nothing to scroll to sideways', async (_, opened, path) => {
  const { page, complaints } = await look(opened(), path);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  }
  expect(complaints).toEqual([]);
  await page.close();
});

test('with the keyboard alone a reader gets from the list of committees to what was decided', async () => {
  const { page } = await look(full, '/committees');
  await page.unrouteAll();
  await page.route('**/*', async (route) => {
    const { status, html } = await full.site.get(new URL(route.request().url()).pathname);
    return route.fulfill({ status, body: html, contentType: 'text/html' });
  });
  const follow = async (text: string) => {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate<string>('document.activeElement?.textContent ?? ""')).trim() === text) break;
    }
    await Promise.all([page.waitForURL(/.*/), page.keyboard.press('Enter')]);
    await page.waitForLoadState('load');
  };
  await follow('Health Overview and Scrutiny Board');
  await page.waitForURL('**/committees/hosb');
  await follow('Wednesday 28 November 2018');
  await page.waitForURL('**/meeting-hosb-2018-11-28');
  expect(await page.locator('.q-decided').first().textContent()).toContain('That the response be received');
  await page.close();
});
