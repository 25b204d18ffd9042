import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { writtenRoutes } from '../../functions/web/written-resolutions/routes.ts';
import type { Answer } from '../../shared/domain/written-resolutions/vote.ts';
import { answerWritten } from '../../shared/store/written-acts.ts';
import { startBrowser } from '../support/browser.ts';
import { testRegister } from '../support/register.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';
import { giving } from '../support/written.ts';
import { enterGoverningBody, putToMembers, writtenCommand } from '../support/written-body.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let browser: Browser;
let html = '';

const answerOf = (member: number): Answer | null => {
  if (member <= 40) return 'approve';
  if (member <= 60) return 'reject';
  if (member <= 64) return 'abstain';
  return member <= 67 ? 'stand-aside' : null;
};

// 97 members with a vote: 40 for, 20 against, 4 abstained, 3 stood aside, 30 silent.
beforeAll(async () => {
  [opened, browser] = await Promise.all([testRegister(), startBrowser()]);
  const written = { majority: 'more-than-half', closesEarly: false, daysToAnswer: 5 } as const;
  const quorum = { number: 33, including: null };
  const ids = await enterGoverningBody(opened.register, 97, { writtenResolutions: written, quorum });
  await putToMembers(opened.register, 'wr-1');
  for (const [at, id] of ids.entries()) {
    const answer = answerOf(at + 1);
    const command = writtenCommand(`answer-${id}`, id, { at: '2019-04-09T09:00:00.000Z', today: '2019-04-09' });
    if (answer !== null) await answerWritten(opened.register, command, 'wr-1', giving(answer));
  }
  const grace = await webFor(opened.register, writtenRoutes, { personId: 'grace-siskin' });
  html = (await grace.get('/written-resolutions/wr-1')).html;
}, 120_000);

afterAll(async () => {
  await browser.close();
  opened.close();
});

test('the page of 97 members draws how many of the votes needed there are, and says the same in words and as a sum', () => {
  // 94 are entitled, and more than half of them are 48.
  for (const words of ['<svg', '48 of 94', 'For: 40', 'Against: 20', 'Abstains: 4'])
    expect([words, html.includes(words)]).toEqual([words, true]);
  expect(html).toContain('97 voting');
});

test('its table has a row for each of the 97 with how they answered, the silent among them', () => {
  const table = html.slice(html.indexOf('id="answers"'));
  const rows = table.slice(0, table.indexOf('</table>')).match(/<tr/g) ?? [];
  expect(rows).toHaveLength(98);
});

test.each([1280, 320])(
  'it is accessible at %i px and needs no sideways scroll',
  async (width) => {
    const pictures = process.env['PICTURES'];
    const picture = pictures === undefined ? {} : { picture: `${pictures}/written-97-${width}.png` };
    expect(await faultsShown(browser, html, { width, ...picture })).toEqual([]);
  },
  60_000,
);
