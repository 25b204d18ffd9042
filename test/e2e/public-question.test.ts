import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { expectGoodPage, personInBrowser } from '../support/browser-person.ts';
import { type HostProcess, moveTo, openHostProcess, until } from '../support/host.ts';
import { verified } from '../support/outcome.ts';

// The public's part and the members' part of a meeting, told in order in a real browser: each test goes on after the one before.
const LONG = 300_000;
const ASKER = 'dora.shrike@fenside.example';
const pictures = process.env['PICTURES'];

let browser: Browser;
let host: HostProcess;
/** The public, whose browser runs no script. */
let anybody: Page;
/** The same addresses with script, for the checks that need one. */
let looker: Page;
let maya: Page;
let rowan: Page;
let link = '';

beforeAll(async () => {
  browser = await startBrowser();
  host = await openHostProcess();
  const plain = await browser.newContext({ baseURL: host.address, javaScriptEnabled: false, locale: 'en-GB' });
  anybody = await plain.newPage();
  [looker, maya, rowan] = await Promise.all([
    personInBrowser(browser, host.address),
    personInBrowser(browser, host.address),
    personInBrowser(browser, host.address),
  ]);
}, LONG);
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const text = (page: Page): Promise<string> => page.locator('main').innerText();
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const signIn = async (page: Page, person: string, to: string) => {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator(`form:has(input[name="person"][value="${person}"]) button`).click();
  await page.waitForURL(`**${to}`);
};
/** The page is good for everybody, at both widths; a picture of each where asked for. */
const good = async (page: Page, name: string) => {
  await expectGoodPage(page);
  if (pictures === undefined) return;
  await page.screenshot({ path: `${pictures}/${name}-wide.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.screenshot({ path: `${pictures}/${name}-320.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
};
const look = async (path: string, name: string) => {
  await looker.goto(path);
  await good(looker, name);
};
const mailTo = (to: string, subject: string) =>
  until(`a mail to ${to}: ${subject}`, async () =>
    (await host.inbox()).find((mail) => mail.to.includes(to) && mail.subject.includes(subject)),
  );

test(
  'from a committee’s page the public comes to its form, with until when and why',
  async () => {
    await anybody.goto('/committees/hosb');
    await anybody.getByRole('link', { name: 'What you can put to this committee, and until when' }).click();
    await anybody.waitForURL('**/ask/hosb');
    expect(await text(anybody)).toContain('noon on Tuesday 16 April 2019, for the meeting of Thursday 25 April 2019');
    await look('/ask', 'ask-bodies');
    await look('/ask/hosb', 'ask-form');
    await look('/ask/hosb?meeting=meeting-hosb-2019-04-25', 'ask-form-meeting');
  },
  LONG,
);

test(
  'what is too long is counted and kept, and the form goes on from there',
  async () => {
    await anybody.locator('[name="sort"][value="question"]').check();
    await anybody.locator('[name="meeting"]').selectOption('meeting-hosb-2019-04-25');
    await anybody.locator('[name="text"]').fill('bus '.repeat(10_000));
    await anybody.locator('[name="name"]').fill('Dora Shrike');
    await anybody.locator('[name="email"]').fill(ASKER);
    await anybody.locator('[name="connection"]').fill('I live in Fenside ward');
    await anybody.locator('[name="publishName"][value="yes"]').check();
    await press(anybody, 'Send');
    expect(await text(anybody)).toContain('You have written 10,000 words; at most 100');
    expect((await anybody.locator('[name="text"]').inputValue()).split('bus').length).toBe(10_001);
    await looker.goto('/ask/hosb');
    await press(looker, 'Send');
    await good(looker, 'ask-form-wrong');
    await anybody
      .locator('[name="text"]')
      .fill('When will the <b>number 4</b> bus stop at the general hospital again?');
    await press(anybody, 'Send');
    await anybody.waitForURL('**/ask/sent/hosb');
    await look('/ask/sent/hosb', 'ask-sent');
  },
  LONG,
);

test(
  'the inbox has one mail; opening its link does nothing, its button does',
  async () => {
    const mail = await mailTo(ASKER, 'Please confirm');
    link = new URL(/http:\S+\/ask\/link\/\S+/.exec(mail.text)?.[0] ?? '').pathname;
    await look(link, 'ask-confirm');
    await anybody.goto('/local/inbox');
    await anybody
      .getByRole('link', { name: /Please confirm/ })
      .first()
      .click();
    await anybody.locator(`pre a[href*="${link}"]`).click();
    await anybody.waitForURL(`**${link}`);
    expect(await text(anybody)).toContain('When will the <b>number 4</b> bus stop');
    await press(anybody, 'Confirm and put it to the committee');
    await anybody.waitForURL(`**${link}`);
    expect(await text(anybody)).toContain('It is for the meeting of Thursday 25 April 2019');
    await look(link, 'ask-received');
  },
  LONG,
);

test(
  'the secretary finds it on her home and on the meeting, admits it and records the reply',
  async () => {
    await signIn(maya, 'maya-lapwing', '/home');
    expect(await text(maya)).toContain('Question received on 15 April 2019');
    await good(maya, 'home-secretary');
    await maya.goto('/questions');
    await good(maya, 'questions');
    await maya.getByRole('link', { name: /number 4/ }).click();
    await good(maya, 'question');
    await press(maya, 'Refuse');
    await good(maya, 'question-wrong');
    await press(maya, 'Admit');
    expect(await text(maya)).toContain('Admitted. The asker is told.');
    await mailTo(ASKER, 'Your question will be put');
    await maya.locator('[name="reply"]').fill('From 1 June, every half hour.');
    await press(maya, 'Record the reply');
    expect(await text(maya)).toContain('The reply is recorded');
    await good(maya, 'question-answered');
    const reply = await mailTo(ASKER, 'The reply to your question');
    expect(reply.text).toContain('From 1 June, every half hour.');
    expect((await host.inbox()).filter(({ to }) => to.includes(ASKER))).toHaveLength(3);
    await look(link, 'ask-answered');
    expect(await text(looker)).toContain('From 1 June, every half hour.');
  },
  LONG,
);

test(
  'members are asked on 16 April, once; the chair answers from his home, the secretary for another',
  async () => {
    await moveTo(host, '2019-04-16');
    const asked = await mailTo('cllr.hema.gannet', 'Will you come?');
    expect(asked.text).toContain('/apologies/meeting-hosb-2019-04-25');
    await signIn(rowan, 'rowan-kestrel', '/home');
    await good(rowan, 'home-chair');
    await rowan.getByRole('link', { name: /Say whether you come.*Health/ }).click();
    await good(rowan, 'apologies');
    await press(rowan, 'Save this answer');
    await good(rowan, 'apologies-wrong');
    await rowan.locator('[name="answer"][value="substitute"]').check();
    await rowan.locator('[name="substitute"]').selectOption('winnie-tern');
    await press(rowan, 'Save this answer');
    expect(await text(rowan)).toContain('So far: Sends a substitute');
    await maya.goto('/apologies/meeting-hosb-2019-04-25/basil-crake');
    await maya.locator('[name="answer"][value="apologies"]').check();
    await good(maya, 'apologies-for');
    await press(maya, 'Save this answer');
    await maya.waitForURL('**/meetings/meeting-hosb-2019-04-25');
    const meeting = await text(maya);
    expect(meeting).toContain('Winnie Tern comes instead');
    expect(meeting).toContain('Enough if those who have not answered come');
    expect(meeting).toContain('number 4');
    await good(maya, 'meeting');
  },
  LONG,
);

test(
  'a kill loses nothing of it, and every chain of history holds',
  async () => {
    await host.kill9();
    await host.start();
    await look(link, 'ask-after-kill');
    await moveTo(host, '2019-04-17');
    const asked = (await host.inbox()).filter(({ subject }) => subject.includes('Will you come? Health Overview'));
    expect(asked.length).toBe(new Set(asked.map(({ to }) => to)).size);
    await host.stop();
    expect(verified(host.data)).toMatch(/ 0 broken$/);
  },
  LONG,
);
