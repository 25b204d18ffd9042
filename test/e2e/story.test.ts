import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { expectGoodPage, personInBrowser, tabTo } from '../support/browser-person.ts';
import { type HostProcess, moveTo, openHostProcess, until } from '../support/host.ts';
import { outcomeOf, verified } from '../support/outcome.ts';

// One story told in order in a real browser: each test goes on where the one before stopped.
const SEEDS = 'test/fixtures/seeds';
const coventry = readFileSync(`${SEEDS}/coventry-board-out-of-hospital-update.txt`, 'utf8');
const PROMISE = 'How the Out of Hospital model is working';
const LONG = 600_000;

let browser: Browser;
let host: HostProcess;
let maya: Page;
let owen: Page;
let rowan: Page;
let anybody: Page;
let promise = '';

beforeAll(async () => {
  browser = await startBrowser();
  // Every list is a moment behind what was just written, as a real index may be: the story must not notice.
  host = await openHostProcess({ env: { QUORATE_STALE_INDEXES: '200' } });
  [maya, owen, rowan, anybody] = await Promise.all([
    personInBrowser(browser, host.address),
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
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();
const fill = async (page: Page, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
};
const day = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
};
/** A kill while nobody is looking: what was on the screen stays on the screen. */
const killAndStart = async (): Promise<void> => {
  await host.kill9();
  await host.start();
};
const mailsTo = async (to: string, subject: string) =>
  (await host.inbox()).filter((mail) => mail.to.includes(to) && mail.subject.includes(subject));
const postsTo = async (name: string, words: string) =>
  (await host.slack()).filter((post) => post.to === name && post.text.includes(words));

test(
  'nobody who is not signed in sees more than what is published',
  async () => {
    await anybody.goto('/committees');
    await expectGoodPage(anybody);
    expect(await text(anybody)).toContain('Health Overview and Scrutiny Board');
    for (const path of ['/home', '/minutes/read', '/bodies/hosb/plan', '/people', '/messages']) {
      await anybody.goto(path);
      expect(new URL(anybody.url()).pathname).toMatch(/^\/identity\//);
    }
  },
  LONG,
);

test(
  'the secretary signs in by keyboard and finds her day',
  async () => {
    await maya.goto('/sign-in?to=/home');
    await expectGoodPage(maya);
    expect(await tabTo(maya, 'button')).toBe(true);
    await maya.keyboard.press('Enter');
    await maya.waitForURL('**/home');
    expect(await text(maya)).toContain('Monday 15 April 2019');
    await expectGoodPage(maya);
  },
  LONG,
);

test(
  'what cannot be read is said beside its field, and nothing typed is lost',
  async () => {
    await maya.goto('/minutes/read');
    await expectGoodPage(maya);
    await fill(maya, { text: coventry, ...day('day', '2019-02-30') });
    await press(maya, 'Read it');
    expect(await maya.locator('.govuk-error-summary').innerText()).toContain('There is no such day');
    expect(await maya.locator('[name="text"]').inputValue()).toContain('Proactive and Preventative');
    await expectGoodPage(maya);
  },
  LONG,
);

test(
  'minutes are read: eleven matters, two parts, a window with its sum, a report that is not attached',
  async () => {
    await fill(maya, day('day', '2018-10-17'));
    await maya.locator('[name="body"]').selectOption('hosb');
    await maya.locator('[name="status"][value="not-known"]').check();
    await press(maya, 'Read it');
    await maya.waitForURL('**/minutes/readings/*');
    const found = await text(maya);
    expect(await maya.locator('.q-find__top', { hasText: 'Matter raised' }).count()).toBe(11);
    expect(await maya.locator('.q-find__top', { hasText: 'Resolution, part' }).count()).toBe(2);
    expect(found).toContain('17 October 2018 plus 6 to 12 months is 17 April 2019 to 17 October 2019');
    expect(found).toMatch(/report not attached/i);
    await expectGoodPage(maya);
  },
  LONG,
);

test(
  'a kill takes nothing that was read; the secretary says who owes the promise and accepts',
  async () => {
    await killAndStart();
    await maya.reload();
    await maya.locator('[name$="-role"][name^="f21"]').fill('Programme manager, Adult Services');
    await maya.locator('[name="f21-owner"]').selectOption('owen-sandpiper');
    await press(maya, 'Go on to what will be recorded');
    await maya.waitForURL('**/check');
    expect(await text(maya)).toContain('Nothing is sent by accepting');
    await expectGoodPage(maya);
    await press(maya, 'Accept and put in the register');
    await host.kill9();
    await host.start();
    const reading = maya.url().replace(/\/check$/, '');
    await until('the minutes are entered', async () => {
      await maya.goto(reading);
      const stillToAccept = maya.getByRole('button', { name: 'Go on to what will be recorded' });
      if ((await stillToAccept.count()) > 0) {
        // The kill came before the answer: she does what anybody does and accepts again.
        await maya.goto(`${reading}/check`);
        await press(maya, 'Accept and put in the register');
      }
      return (await text(maya)).includes('are in the register');
    });
    await expectGoodPage(maya);
    promise = (await maya.locator('a[href^="/commitments/"]').first().getAttribute('href')) ?? '';
    expect(await host.inbox()).toEqual([]);
  },
  LONG,
);

test(
  'the plan shows the promise in its window beside the meetings it could go to, and she places it',
  async () => {
    await maya.goto('/bodies/hosb/plan');
    await expectGoodPage(maya);
    const row = maya.locator('#unplaced tr', { hasText: PROMISE });
    expect(await row.innerText()).toContain('17 April 2019');
    const offered = await row.locator('option').allInnerTexts();
    expect(offered.join(' ')).toMatch(/12 June.*24 July.*11 September.*9 October/);
    await row.locator('select').selectOption({ index: offered.findIndex((one) => one.includes('9 October')) });
    await row.getByRole('button').click();
    await maya.waitForLoadState();
    expect(await maya.locator('#meetings tr', { hasText: '9 October' }).innerText()).toContain(PROMISE);
    expect(await maya.locator('#unplaced').innerText()).not.toContain(PROMISE);
  },
  LONG,
);

test(
  'time moves: the owner is asked by email and by Slack, follows the link, signs in and accepts',
  async () => {
    await maya.goto('/local/time');
    await expectGoodPage(maya);
    await maya.locator('[name="day"]').fill('2019-04-16');
    await press(maya, 'Move time');
    await moveTo(host, '2019-04-16');
    const [asked] = await mailsTo('owen.sandpiper@', 'Please accept');
    expect(await postsTo('Owen Sandpiper', 'Please accept')).toHaveLength(1);
    await owen.goto(`/local/inbox/${asked?.id}`);
    await expectGoodPage(owen);
    await owen.locator(`a[href*="${promise}"]`).first().click();
    await owen.getByRole('button', { name: 'Sign in as Owen Sandpiper', exact: true }).click();
    // The address says which message led there; opening it changes nothing.
    await owen.waitForURL(({ pathname }) => pathname === `${promise}/answer`);
    await expectGoodPage(owen);
    expect(await text(owen)).toContain('Nothing is sent until you press the button');
    await killAndStart();
    expect(await tabTo(owen, 'main form button')).toBe(true);
    await owen.keyboard.press('Enter');
    await owen.waitForURL(`**${promise}`);
    expect(await text(owen)).toContain('You accepted it');
    await expectGoodPage(owen);
  },
  LONG,
);

test(
  'he is reminded towards the report deadline of the meeting it is placed on',
  async () => {
    await moveTo(host, '2019-09-25');
    const reminders = await mailsTo('owen.sandpiper@', 'ut of Hospital');
    const days = reminders.map((mail) => mail.day);
    expect(days).toEqual(expect.arrayContaining(['2019-09-11', '2019-09-18', '2019-09-25']));
    expect(await mailsTo('rowan.kestrel@', 'ut of Hospital')).toEqual([]);
  },
  LONG,
);

test(
  'the window closes with nothing reported: one overdue message to the chair, on the next working day',
  async () => {
    await killAndStart();
    await moveTo(host, '2019-10-18');
    const mails = (await mailsTo('rowan.kestrel@', 'ut of Hospital')).filter(({ subject }) =>
      subject.startsWith('Overdue'),
    );
    expect(mails.map((mail) => mail.day)).toEqual(['2019-10-18']);
    const posts = (await postsTo('Cllr Rowan Kestrel', 'ut of Hospital')).filter((post) =>
      post.text.startsWith('Overdue'),
    );
    expect(posts.map((post) => post.day)).toEqual(['2019-10-18']);
    await rowan.goto('/local/slack');
    await expectGoodPage(rowan);
    await rowan.goto(`/local/inbox/${mails[0]?.id}`);
    await rowan.locator(`a[href*="${promise}"]`).first().click();
    await rowan.getByRole('button', { name: 'Sign in as Cllr Rowan Kestrel', exact: true }).click();
    await rowan.waitForURL(`**${promise}*`);
    expect(await text(rowan)).toContain(PROMISE);
  },
  LONG,
);

test(
  'the chair’s home says what is overdue in their committee and for how many working days',
  async () => {
    await rowan.goto('/home');
    await expectGoodPage(rowan);
    const row = rowan.locator('#overdue tr', { hasText: PROMISE });
    expect(await row.locator('td').last().innerText()).toBe('1');
    expect(await row.innerText()).toContain('17 October 2019');
  },
  LONG,
);

test(
  'noted is not closed: the secretary records what was said at the next meeting, then that the Board is satisfied',
  async () => {
    await moveTo(host, '2019-11-27');
    await maya.goto(`${promise}/consider`);
    await expectGoodPage(maya);
    const meeting =
      (await maya.locator('[name="meeting"] option', { hasText: '27 November 2019' }).getAttribute('value')) ?? '';
    await maya.locator('[name="meeting"]').selectOption(meeting);
    await fill(maya, { minute: 'item 6', said: 'The report was noted.' });
    await press(maya, 'Record it');
    await maya.waitForURL('**/close');
    await expectGoodPage(maya);
    await rowan.goto('/home');
    const standing = rowan.locator('#overdue tr', { hasText: PROMISE });
    expect(await standing.count()).toBe(0);
    await maya.locator('[name="answer"][value="yes"]').check();
    await press(maya, 'Save');
    await maya.waitForURL(`**${promise}`);
    expect(await text(maya)).toContain('The Board was satisfied on 27 November 2019 (item 6)');
  },
  LONG,
);

test(
  'its whole story is one page: days, people, messages, and nothing more to come',
  async () => {
    await killAndStart();
    await maya.goto(promise);
    await expectGoodPage(maya);
    const story = await text(maya);
    for (const words of [
      'Promise entered from minutes',
      'Accepted by its owner',
      'Placed on a meeting',
      'Overdue: its last day passed with nothing reported',
      'Considered by the committee',
      'Closed: the committee is satisfied',
      'Owen Sandpiper',
      'Maya Lapwing',
      'Cllr Rowan Kestrel',
      'Nothing more is to be sent.',
    ])
      expect(story).toContain(words);
    await maya.goto(`${promise}/close`);
    await expectGoodPage(maya);
  },
  LONG,
);

test(
  'a second promise is already late, and what was announced “soon” is kept without a date',
  async () => {
    await maya.goto('/minutes/read');
    await fill(maya, {
      text: readFileSync(`${SEEDS}/lancashire-executive-out-of-hospital-strategy.txt`, 'utf8'),
      ...day('day', '2018-09-20'),
    });
    await maya.locator('[name="body"]').selectOption({ label: 'Public Service Partnership Executive' });
    await maya.locator('[name="status"][value="confirmed"]').check();
    await press(maya, 'Read it');
    await maya.waitForURL('**/minutes/readings/*');
    await expectGoodPage(maya);
    const found = await text(maya);
    expect(found).toContain('Chase it, give it a new date, or keep it as history?');
    expect(found).toMatch(/soon/);
    await maya.locator('[name$="-late"][value="chase"]').first().check();
    await press(maya, 'Go on to what will be recorded');
    await maya.waitForURL('**/check');
    await press(maya, 'Accept and put in the register');
    await until('it is entered', async () => {
      await maya.goto(maya.url());
      return (await text(maya)).includes('are in the register');
    });
  },
  LONG,
);

test.each([
  'lancashire-clinical-strategy',
  'lancashire-hosc-ics-five-year-strategy',
  'trafford-pccc-new-models-of-care',
])(
  'the page %s is read without error and what it promises is offered',
  async (name) => {
    await maya.goto('/minutes/read');
    await maya.locator('[name="file"]').setInputFiles(`${SEEDS}/${name}.txt`);
    await fill(maya, day('day', '2019-03-13'));
    await maya.locator('[name="body"]').selectOption('hosb');
    await maya.locator('[name="status"][value="draft"]').check();
    await press(maya, 'Read it');
    await maya.waitForURL('**/minutes/readings/*');
    await expectGoodPage(maya);
    await press(maya, 'Give this text up');
    await maya.waitForURL('**/minutes');
  },
  LONG,
);

test(
  'one minute is typed by hand, published because she says so, and read by anybody',
  async () => {
    await maya.goto('/minutes/type');
    await expectGoodPage(maya);
    await press(maya, 'Go on');
    await expectGoodPage(maya);
    await fill(maya, {
      ...day('day', '2019-11-27'),
      title: 'Winter pressures',
      words: 'The Board considered how the winter would be met.',
      'part-1-words': 'A further report on winter pressures be submitted to the next meeting.',
    });
    await maya.locator('[name="body"]').selectOption('hosb');
    await maya.locator('[name="status"][value="confirmed"]').check();
    await maya.locator('[name="publish"][value="yes"]').check();
    await maya.locator('[name="part-1-outcome"]').selectOption('approved');
    await maya.locator('select[name="part-1-promise"]').selectOption('report-back');
    await press(maya, 'Go on');
    await maya.waitForURL('**/minutes/readings/*');
    await press(maya, 'Go on to what will be recorded');
    await maya.waitForURL('**/check');
    const reading = maya.url().replace(/\/check$/, '');
    await press(maya, 'Accept and put in the register');
    await until('it is entered', async () => {
      await maya.goto(reading);
      return (await text(maya)).includes('are in the register');
    });
    await until('it is published', async () => {
      await anybody.goto('/committees/hosb/meetings/meeting-hosb-2019-11-27');
      return (await text(anybody)).includes('Winter pressures');
    });
    await expectGoodPage(anybody);
    expect(await text(anybody)).not.toContain('Owen Sandpiper');
  },
  LONG,
);

test(
  'in the end every chain of history verifies and every workflow but those that wait for an owner has ended well',
  async () => {
    await host.stop();
    expect(verified(host.data)).toMatch(/ 0 broken$/);
    const { executions, outbox } = await outcomeOf(host.data);
    expect(executions.filter((one) => !/ SUCCEEDED$|^promise-answer RUNNING$/.test(one))).toEqual([]);
    expect(outbox).toBe(0);
  },
  LONG,
);
