import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { apologiesRoutes } from '../../functions/web/apologies/routes.ts';
import { questionRoutes } from '../../functions/web/questions/routes.ts';
import { asking } from '../../shared/domain/questions/submission.ts';
import { publishMeeting } from '../../shared/store/publish.ts';
import { admitSubmission, answerSubmission } from '../../shared/store/submission-acts.ts';
import { askSite } from '../support/ask-site.ts';
import { testBlobs } from '../support/blobs.ts';
import { startBrowser } from '../support/browser.ts';
import { maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { publicSite } from '../support/public-site.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
let browser: Browser;

const webAs = (personId: string, today = '2019-04-15') =>
  webFor(table.register, [...questionRoutes, ...apologiesRoutes], { personId, today });
const command = (commandId: string) => ({
  commandId,
  actor: maya,
  at: '2019-04-15T09:00:00.000Z',
  today: '2019-04-15',
});
const HELD = 'meeting-hosb-2019-03-13';

beforeAll(async () => {
  [table, browser] = await Promise.all([demonstrationRegister(testBlobs()), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  table.close();
});

const typed = (more: Record<string, string>) => ({
  sort: 'question',
  text: 'When will the walk-in centre open again?',
  name: 'Dora Shrike',
  email: 'dora.shrike@fenside.example',
  connection: 'I live in Fenside ward',
  publishName: 'no',
  ...more,
});
const keptOf = async (id: string) =>
  asking.parse((await table.register.table.get({ pk: `ASKED#${id}`, sk: 'ASKING' }))?.['asking']);

/** Pages that the walk through the whole host does not come to. */
const pages: Record<string, () => Promise<string>> = {
  'the rules of a body': async () => (await (await webAs('sol-administrator')).get('/questions/rules/hosb')).html,
  'the rules of a body that takes nothing': async () =>
    (await (await webAs('sol-administrator')).get('/questions/rules/partnership')).html,
  'rules that are wrong': async () => {
    const sol = await webAs('sol-administrator');
    await sol.get('/questions/rules/hosb');
    return (await sol.post('/questions/rules/hosb', { version: '0', 'question-taken': 'yes' })).html;
  },
  'no public questions': async () => (await (await webAs('grace-siskin')).get('/questions')).html,
  'a meeting that is over': async () => (await (await webAs('rowan-kestrel')).get(`/apologies/${HELD}`)).html,
  'a body without a meeting open': async () => {
    const site = await askSite(table.endpoint, '2020-01-28T09:00:00.000Z');
    const { html } = await site.get('/ask/hosb');
    await site.close();
    return html;
  },
  'a link that leads nowhere': async () => {
    const site = await askSite(table.endpoint);
    const { html } = await site.get('/ask/link/nothing.here');
    await site.close();
    return html;
  },
  'a form of another site': async () => {
    const site = await askSite(table.endpoint);
    const { html } = await site.post('/ask/hosb', {}, 'https://elsewhere.example');
    await site.close();
    return html;
  },
  'what came too late, with the meetings that still take it': async () => {
    const site = await askSite(table.endpoint, '2019-04-16T10:00:00.000Z');
    await site.post('/ask/hosb', typed({ commandId: 'asked-late', meeting: 'meeting-hosb-2019-04-25' }));
    site.moveTo('2019-04-22T09:00:00.000Z');
    const kept = await keptOf('asked-late');
    const { html } = await site.post(`/ask/link/asked-late.${kept.secret}`, {});
    await site.close();
    expect(html).toContain('Put it to another meeting');
    return html;
  },
  'a published meeting with what the public put': async () => {
    const meeting = 'meeting-hosb-2019-06-12';
    const asked = await askSite(table.endpoint);
    await asked.post('/ask/hosb', typed({ commandId: 'asked-june', meeting, publishName: 'yes' }));
    const kept = await keptOf('asked-june');
    await asked.post(`/ask/link/asked-june.${kept.secret}`, {});
    await asked.close();
    await admitSubmission(table.register, command('admit-in-browser'), 'asked-june');
    await answerSubmission(table.register, command('reply-in-browser'), 'asked-june', 'From 1 June.');
    await publishMeeting(table.register, command('publish-in-browser'), meeting);
    const site = await publicSite(table.endpoint);
    const { html } = await site.get(`/committees/hosb/meetings/${meeting}`);
    await site.close();
    expect(html).toContain('Question from Dora Shrike');
    return html;
  },
  'a meeting whose agenda is not out says nothing of what was admitted for it': async () => {
    await admitSubmission(table.register, command('admit-april'), 'question-hosb-2019-04-09');
    await publishMeeting(table.register, command('publish-april'), 'meeting-hosb-2019-04-25');
    const site = await publicSite(table.endpoint);
    const { html } = await site.get('/committees/hosb/meetings/meeting-hosb-2019-04-25');
    await site.close();
    expect(html).not.toContain('walk-in centre');
    return html;
  },
};

test.each(Object.entries(pages))(
  '%s: nothing for axe to find, and nothing to scroll to sideways',
  async (name, page) => {
    const html = await page();
    expect(html).toContain('<h1');
    for (const width of [1280, 320]) {
      const pictures = process.env['PICTURES'];
      const picture =
        pictures === undefined ? {} : { picture: `${pictures}/${name.replaceAll(' ', '-')}-${width}.png` };
      expect(await faultsShown(browser, html, { width, ...picture })).toEqual([]);
    }
  },
);
