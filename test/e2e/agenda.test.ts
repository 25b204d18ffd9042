import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { expectGoodPage, personInBrowser } from '../support/browser-person.ts';
import { type HostProcess, moveTo, openHostProcess, until } from '../support/host.ts';
import { doubled, lostMails, outcomeOf, verified } from '../support/outcome.ts';
import { plainPdf } from '../support/pdf-files.ts';

// The agenda in time and the decision by form, told in order in a real browser: each test goes on where the one before stopped.
const LONG = 600_000;
const BOARD = '/meetings/meeting-hosb-2019-04-25';
const BOARD_PUBLIC = '/committees/hosb/meetings/meeting-hosb-2019-04-25';
const CABINET = '/meetings/meeting-cabinet-2019-04-30';
const CABINET_PUBLIC = '/committees/cabinet/meetings/meeting-cabinet-2019-04-30';
const VARIATION = '/written-resolutions/written-extended-access';
const PARKING = '/decision-records/decision-parking-mill-lane';
const ADDED = 'Weekend closure of the Kiln Lane walk-in centre';
const BID = 'Bid to the pocket parks fund';

let browser: Browser;
let host: HostProcess;
let maya: Page;
let tom: Page;
let rowan: Page;
let farida: Page;
let imran: Page;
let helen: Page;
let anybody: Page;

beforeAll(async () => {
  browser = await startBrowser();
  host = await openHostProcess();
  const person = () => personInBrowser(browser, host.address);
  [maya, tom, rowan, farida, imran, helen, anybody] = await Promise.all([
    person(),
    person(),
    person(),
    person(),
    person(),
    person(),
    person(),
  ]);
}, LONG);
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const text = (page: Page): Promise<string> => page.locator('main').innerText();
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`[name="${name}"][value="${value}"]`).check();
const signIn = async (page: Page, person: string, to: string): Promise<void> => {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator(`form:has(input[name="person"][value="${person}"]) button`).click();
  await page.waitForURL(`**${to}`);
};
const killAndStart = async (): Promise<void> => {
  await host.kill9();
  await host.start();
};
/** To whom mail with a subject went, each message once: after a kill one in doubt is sent again under the same id. */
const told = async (subject: string): Promise<string[]> => {
  const mails = (await host.inbox()).filter((mail) => mail.subject.startsWith(subject));
  return [...new Map(mails.map((mail) => [mail.messageId, mail.to])).values()].sort();
};
const expectToldOnce = async (subject: string, count: number): Promise<void> => {
  const to = await until(`${count} are told: ${subject}`, async () => {
    const found = await told(subject);
    return found.length >= count && found;
  });
  expect(new Set(to).size).toBe(to.length);
  expect(to).toHaveLength(count);
};
/** A row of what was published of a meeting, once it was found where the public looks. */
const verifiedRow = (page: Page, meeting: string, what: string): Promise<string> =>
  until(`${what} of ${meeting} is verified`, async () => {
    await page.goto(meeting);
    const row = page.locator('#publication tbody tr', { hasText: what }).first();
    return (await row.count()) > 0 && /Verified/.test(await row.innerText()) && row.innerText();
  });
const itemOnAgenda = (page: Page, title: string) => page.locator('main [id^="item-"]', { hasText: title }).first();

test(
  'on the last lawful day the check page says so, with its sum',
  async () => {
    await signIn(maya, 'maya-lapwing', '/home');
    expect(await text(maya)).toContain('Publish the agenda and reports today, by 5pm. It is the last lawful day.');
    await press(maya, 'Check and publish');
    await maya.waitForURL(`**${BOARD}/publish`);
    const check = await text(maya);
    expect(check).toContain('Published now, it counts as published on Monday 15 April 2019.');
    expect(check).toContain('In time: the last day is Monday 15 April 2019, 5pm.');
    expect(check).toContain('None of this holds publication up.');
    expect(check).toContain('16 people are told');
    await expectGoodPage(maya);
    await maya.goto(`${BOARD}/publish/preview`);
    await expectGoodPage(maya);
  },
  LONG,
);

test(
  'published under a kill and pressed again, the agenda is out once, verified, and everybody is told once',
  async () => {
    const other = await maya.context().newPage();
    await Promise.all([maya.goto(`${BOARD}/publish`), other.goto(`${BOARD}/publish`)]);
    await press(maya, 'Publish the agenda now');
    await killAndStart();
    // The same button on the page that was still open in another window.
    await press(other, 'Publish the agenda now');
    await other.waitForURL(`**${BOARD}`);
    await other.close();
    await verifiedRow(maya, BOARD, 'Agenda');
    expect(await maya.locator('#publication tbody tr').count()).toBe(1);
    await expectGoodPage(maya);
    await expectToldOnce('Agenda: Health Overview and Scrutiny Board', 16);
    const posts = (await host.slack()).filter(
      ({ to, text }) => /Kestrel/.test(to) && text.startsWith('Agenda: Health'),
    );
    expect(posts).toHaveLength(1);
  },
  LONG,
);

test(
  'the members’ mail carries the meeting for their calendars, and the public reads eleven items',
  async () => {
    const mails = readdirSync(join(host.data, 'mail'))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(host.data, 'mail', name), 'utf8'));
    const invitation = mails.find((mail) => /^To:.*cllr\.rowan\.kestrel/m.test(mail) && /^Subject: Agenda/m.test(mail));
    expect(invitation).toMatch(/Content-Type: text\/calendar;[^\n]*method=REQUEST/);
    expect(invitation).toMatch(/UID:meeting-hosb-2019-04-25@/);
    expect(invitation).toMatch(/DTSTART;TZID=Europe\/London:20190425T140000/);
    await anybody.goto(BOARD_PUBLIC);
    await expectGoodPage(anybody);
    expect(await anybody.locator('table').first().locator('tbody tr').count()).toBe(11);
    expect(await text(anybody)).toContain('Agenda. Published at 8');
    await anybody.goto(`${BOARD_PUBLIC}/notice`);
    await expectGoodPage(anybody);
    expect(await text(anybody)).toContain('Health Overview and Scrutiny Board');
  },
  LONG,
);

test(
  'a report is uploaded to an item; what is not a PDF is refused in words',
  async () => {
    await maya.goto('/agenda-items/item-hosb-2019-04-25-8/reports');
    await expectGoodPage(maya);
    const send = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      await maya.locator('[name="file"]').setInputFiles(file);
      await press(maya, 'Send the file');
      await maya.waitForURL('**/reports/check?*');
    };
    const words = { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('A letter, not a PDF.') };
    await send(words);
    expect(await maya.locator('.govuk-error-summary').innerText()).toContain('This is not a PDF.');
    await expectGoodPage(maya);
    await maya.goto('/agenda-items/item-hosb-2019-04-25-8/reports');
    await send({ ...words, buffer: Buffer.from(await plainPdf()) });
    expect(await text(maya)).toContain('PDF, 2 pages');
    await expectGoodPage(maya);
    await maya.locator('[name="title"]').fill('GP extended access: six months on');
    await choose(maya, 'access', 'public');
    await killAndStart();
    await press(maya, 'Add this report');
    await maya.waitForURL('**/reports');
    expect(await text(maya)).toContain('“GP extended access: six months on” was added.');
    await expectGoodPage(maya);
    await maya.goto(BOARD);
    expect(await itemOnAgenda(maya, 'GP extended access').innerText()).toContain('six months on');
    // Kept with the item, and not yet published.
    await anybody.goto(BOARD_PUBLIC);
    expect(await text(anybody)).not.toContain('six months on');
  },
  LONG,
);

test(
  'one more vote carries the written resolution: the sum, each vote, and everybody told once',
  async () => {
    await signIn(imran, 'imran-godwit', '/home');
    expect(await text(imran)).toContain('10 entitled, needs 6; 5 for, 1 abstains, 4 not answered');
    await imran.locator(`a[href="${VARIATION}/vote"]`).click();
    await imran.waitForURL(`**${VARIATION}/vote`);
    await expectGoodPage(imran);
    await choose(imran, 'answer', 'approve');
    await press(imran, 'Give this answer');
    await killAndStart();
    await imran.goto(VARIATION);
    if (!(await text(imran)).includes('Carried')) {
      // The kill came before the answer was kept: he answers again.
      await imran.goto(`${VARIATION}/vote`);
      await choose(imran, 'answer', 'approve');
      await press(imran, 'Give this answer');
      await imran.waitForURL(`**${VARIATION}`);
    }
    const result = await text(imran);
    expect(result).toContain('10 entitled, needs 6; 6 for, 1 abstains, 3 not answered');
    expect(await imran.locator('tr', { hasText: 'Imran Godwit' }).innerText()).toContain('Approves');
    expect(await imran.locator('tr', { hasText: 'Ravi Garganey' }).innerText()).toContain('Financial interest');
    expect(await imran.locator('tr', { hasText: 'Tamsin Bittern' }).innerText()).toContain('Abstains');
    await expectGoodPage(imran);
    await imran.goto(`${VARIATION}/vote`);
    expect(await imran.getByRole('button', { name: 'Give this answer' }).count()).toBe(0);
    // Eleven members and their secretary.
    await expectToldOnce('Carried: Extended access', 12);
  },
  LONG,
);

test(
  'the parking decision’s call-in runs over Easter, and a request by too few is refused with its reason',
  async () => {
    await signIn(farida, 'farida-linnet', PARKING);
    const standing = await text(farida);
    expect(standing).toContain('Fri 12 Apr, Mon 15 Apr, Tue 16 Apr, Wed 17 Apr, Thu 18 Apr');
    expect(standing).toMatch(/Call-in closes\s+Thursday 18 April 2019, 5pm/);
    expect(standing).toMatch(/May take effect\s+Tuesday 23 April 2019/);
    await expectGoodPage(farida);
    await press(farida, 'Ask for it to be called in');
    await farida.waitForURL(`**${PARKING}/call-in`);
    await press(farida, 'Send the request');
    await expectGoodPage(farida);
    await farida.locator('[name="grounds"]').fill('The survey was made in January, when nobody parks there.');
    await choose(farida, 'named', 'gwyn-twite');
    await press(farida, 'Send the request');
    await farida.waitForURL('**/call-ins/*');
    await expectGoodPage(farida);
    const request = new URL(farida.url()).pathname;
    await signIn(helen, 'helen-curlew', request);
    expect(await text(helen)).toContain(
      '1 signature counts. Asked for: 5 members who are not of the executive, or the scrutiny chair with 2 others.',
    );
    // What the procedure finds against cannot be judged valid.
    expect(await helen.locator('[name="judgement"]').count()).toBe(1);
    await choose(helen, 'judgement', 'not-valid');
    await helen.locator('[name="reason"]').fill('One signature of the five that standing orders ask for.');
    await press(helen, 'Record the judgement');
    await expectGoodPage(helen);
    await farida.goto(request);
    expect(await text(farida)).toContain('One signature of the five that standing orders ask for.');
    await expectGoodPage(farida);
  },
  LONG,
);

test(
  'the Cabinet’s three refusals are said in words',
  async () => {
    await signIn(tom, 'tom-dunnock', CABINET);
    await expectGoodPage(tom);
    const library = await itemOnAgenda(tom, 'Library opening hours').innerText();
    expect(library).toContain('Its full equality impact assessment waits for the equality lead to sign it off.');
    expect(library).toContain('Cannot be published yet');
    expect(library).toContain('Key decision notice given 1 April');
    const leisure = await itemOnAgenda(tom, 'Leisure contract settlement').innerText();
    expect(leisure).toContain('Private: paragraph 3');
    expect(leisure).toContain('Further private notice due by 18 April');
    expect(leisure).not.toContain('May not be taken in private');
    await tom.getByText('The sum, day by day, and the rule').click();
    await tom.getByText('If something is late').click();
    const clock = await text(tom);
    expect(clock).toContain('This kind of body has no route of its own for late business.');
    expect(clock).toContain('Not chair’s urgency');
    expect(clock).toContain('Good Friday');
    expect(clock).toContain('To Tuesday 28 May 2019');
  },
  LONG,
);

test(
  'the Cabinet’s agenda goes out without what may not be published yet',
  async () => {
    await tom.goto(`${CABINET}/agenda/items/item-cabinet-2019-04-30-5`);
    await expectGoodPage(tom);
    await tom.locator('[name="blockedBy"]').fill('Its figures are being checked.');
    await press(tom, 'Save');
    await tom.waitForURL(({ pathname }) => pathname === CABINET);
    await tom.goto('/key-decisions/notice-cabinet-2019-04-30-private');
    await expectGoodPage(tom);
    await choose(tom, 'received', 'none');
    await press(tom, 'Publish the further notice');
    expect(await text(tom)).toContain('Further notice published on Monday 15 April 2019');
    await tom.goto(`${CABINET}/publish`);
    await expectGoodPage(tom);
    const check = await text(tom);
    expect(check).toContain('In time: the last day is Thursday 18 April 2019, 5pm.');
    expect(check).toMatch(/4\. Library opening hours\s+Its full equality impact assessment/);
    expect(check).toMatch(/5\. Bid to the pocket parks fund\s+Its figures are being checked/);
    expect(check).toMatch(/7\. Leisure contract settlement\s+Report\s+Nothing but Part II and the paragraph/);
    await press(tom, 'Publish the agenda now');
    await verifiedRow(tom, CABINET, 'Agenda');
    await expectToldOnce('Agenda: Cabinet', 7);
    await anybody.goto(CABINET_PUBLIC);
    await expectGoodPage(anybody);
    const seen = await text(anybody);
    expect(seen).toContain('Part II: items likely to be taken in private');
    expect(seen).toContain('Paragraph 3: information relating to the financial or business affairs');
    // As an item: the notice of the key decision, which the law asks for, names it on the same page.
    expect(seen).not.toContain('4. Library opening hours');
    expect(seen).not.toContain(BID);
  },
  LONG,
);

test(
  'the title and the words of the private item are on nothing that the public can read',
  async () => {
    const surfaces = [
      '/committees',
      '/committees/cabinet',
      '/committees/cabinet/feed.atom',
      '/committees/cabinet/meetings.ics',
      CABINET_PUBLIC,
      `${CABINET_PUBLIC}/notice`,
      `${CABINET_PUBLIC}/meeting.ics`,
      '/decisions',
      '/forward-plan',
      '/ask/cabinet',
      '/api/v1/public/bodies',
      '/api/v1/public/bodies/cabinet',
      '/api/v1/public/bodies/cabinet/meetings',
      '/api/v1/public/meetings/meeting-cabinet-2019-04-30',
      '/api/v1/public/decisions',
      '/api/v1/public/forward-plan',
    ];
    const read = await Promise.all(
      surfaces.map(async (at) => {
        const answer = await fetch(`${host.address}${at}`);
        const private_ = /leisure|settlement|sums are agreed/i.exec(await answer.text());
        return { at, status: answer.status, private: private_?.[0] ?? '' };
      }),
    );
    expect(read).toEqual(surfaces.map((at) => ({ at, status: 200, private: '' })));
    // Nor does the secretary’s own print for the public have them; the members’ has.
    await tom.goto('/print/agendas/meeting-cabinet-2019-04-30');
    expect(await tom.content()).not.toMatch(/leisure|settlement/i);
    await tom.goto('/print/agendas/meeting-cabinet-2019-04-30?for=members');
    expect(await tom.content()).toContain('Leisure contract settlement');
  },
  LONG,
);

test(
  'a supplement the day after says what changed; its new item may not be considered until it has a lawful route',
  async () => {
    await moveTo(host, '2019-04-16');
    await maya.goto(`${BOARD}/agenda/add`);
    await expectGoodPage(maya);
    await maya.locator('[name="title"]').fill(ADDED);
    await choose(maya, 'report', 'oral');
    await choose(maya, 'access', 'open');
    await press(maya, 'Add the item');
    await maya.waitForURL(({ pathname }) => pathname === BOARD);
    const item = () => itemOnAgenda(maya, ADDED);
    expect(await item().innerText()).toMatch(/^12\s/);
    expect(await item().innerText()).toContain('May not be considered: 4 clear days');
    await maya.goto(`${BOARD}/publish/supplement`);
    await press(maya, 'Publish');
    await expectGoodPage(maya);
    for (const box of await maya.locator('[name="which"]').all()) await box.check();
    await maya.locator('[name="said"]').fill('Item 8 has its report. Item 12 is added.');
    await press(maya, 'Publish');
    await killAndStart();
    await maya.goto(`${BOARD}/publish/supplement`);
    const boxes = await maya.locator('[name="which"]').all();
    if (boxes.length > 0) {
      // The kill came before it was kept: she does it again.
      for (const box of boxes) await box.check();
      await maya.locator('[name="said"]').fill('Item 8 has its report. Item 12 is added.');
      await press(maya, 'Publish');
    }
    await verifiedRow(maya, BOARD, 'Supplement 1');
    await expectToldOnce('Supplement 1: Health Overview', 15);
    await anybody.goto(BOARD_PUBLIC);
    await expectGoodPage(anybody);
    const rows = await anybody.locator('table').first().locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => Number.parseInt(row, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(rows[7]).toContain('GP extended access: six months on (Supplement 1)');
    expect(rows[11]).toContain('It was open to the public for 4 clear days of the 5 that the law asks for.');
    expect(rows[11]).toContain('May not be considered');
    expect(await text(anybody)).toContain('Item 8 has its report. Item 12 is added.');
    const report = await anybody.getByRole('link', { name: /six months on/ }).getAttribute('href');
    const file = await fetch(`${host.address}${report}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  },
  LONG,
);

test(
  'the chair is asked beforehand and is minded to take it; that is for the meeting to confirm and minute',
  async () => {
    await maya.goto(BOARD);
    await itemOnAgenda(maya, ADDED).locator('a[href$="/route"]').click();
    await maya.waitForURL('**/route');
    await expectGoodPage(maya);
    await press(maya, 'Ask the chair');
    expect(await maya.locator('.govuk-error-summary').count()).toBe(1);
    await maya.locator('[name="reason"]').fill('The trust announced it on 15 April; it takes effect on 27 April.');
    await press(maya, 'Ask the chair');
    await maya.waitForURL(({ pathname }) => pathname === BOARD);
    expect(await itemOnAgenda(maya, ADDED).innerText()).toMatch(
      /May not be considered[\s\S]*the chair has not answered/,
    );
    await signIn(rowan, 'rowan-kestrel', '/home');
    expect(await text(rowan)).toContain('1 late item that you are asked about');
    await rowan.goto(`${BOARD}/agenda/chair`);
    await expectGoodPage(rowan);
    await rowan.locator('[name^="urgent-"][value="yes"]').check();
    await choose(rowan, 'answer', 'agree');
    await press(rowan, 'Send');
    await maya.goto(BOARD);
    const now = await itemOnAgenda(maya, ADDED).innerText();
    expect(now).toContain('Chair minded to take it as urgent: to be confirmed at the meeting and minuted');
    expect(now).not.toContain('May not be considered');
  },
  LONG,
);

test(
  'a document and an item are withdrawn, each with a note in its place, and every number stays',
  async () => {
    const withdraw = async (what: string | RegExp, note: string) => {
      await maya.goto(`${BOARD}/withdraw`);
      await maya.getByLabel(what).check();
      await choose(maya, 'how', 'withdraw');
      await maya.locator('[name="said"]').fill(note);
      await press(maya, 'Publish');
    };
    await anybody.goto(BOARD_PUBLIC);
    const report = await anybody.getByRole('link', { name: /six months on/ }).getAttribute('href');
    // Where storage itself shows it for a minute, as somebody may have kept it.
    const { headers } = await fetch(`${host.address}${report}`, { redirect: 'manual' });
    const kept = headers.get('location') ?? '';
    expect((await fetch(kept)).status).toBe(200);
    await maya.goto(`${BOARD}/withdraw`);
    await press(maya, 'Publish');
    await expectGoodPage(maya);
    await withdraw(/Report: .*six months on/, 'It named a patient. A corrected report follows.');
    await verifiedRow(maya, BOARD, 'Withdrawal 1');
    expect((await fetch(`${host.address}${report}`)).status).toBe(404);
    expect([403, 404]).toContain((await fetch(kept)).status);
    const agenda = await fetch(`${host.address}${BOARD_PUBLIC}/agenda.pdf`);
    expect([agenda.status, agenda.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await withdraw('Item 9. Work programme', 'It comes to the meeting of 12 June.');
    await verifiedRow(maya, BOARD, 'Withdrawal 2');
    await anybody.goto(BOARD_PUBLIC);
    await expectGoodPage(anybody);
    const rows = await anybody.locator('table').first().locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(12);
    expect(rows[7]).toContain('withdrawn on 16 April 2019. It named a patient. A corrected report follows.');
    expect(rows[8]).toMatch(/^9\. Work programme\s+Withdrawn on 16 April 2019\. It comes to the meeting of 12 June\./);
    expect(rows[9]).toMatch(/^10\. Urgent business/);
    expect(await anybody.getByRole('link', { name: /six months on/ }).count()).toBe(0);
  },
  LONG,
);

test(
  'after Easter the parking decision may take effect: said once to whoever made it and serves the body',
  async () => {
    await moveTo(host, '2019-04-23');
    await killAndStart();
    await expectToldOnce('May take effect: Parking charges, Mill Lane', 2);
    await anybody.goto('/decisions');
    await expectGoodPage(anybody);
    await anybody.getByRole('link', { name: /Parking charges/ }).click();
    await anybody.waitForURL('**/decisions/*');
    await expectGoodPage(anybody);
    expect(await text(anybody)).toContain('May be carried out');
  },
  LONG,
);

test(
  'a call-in with enough signatures, a working day late, is refused as late',
  async () => {
    await farida.goto(`${PARKING}/call-in`);
    expect(await text(farida)).toContain('Call-in closed on Thursday 18 April 2019.');
    await farida.locator('[name="grounds"]').fill('The survey was made in January.');
    await press(farida, 'Send the request');
    await farida.waitForURL('**/call-ins/*');
    const request = new URL(farida.url()).pathname;
    await helen.goto(request);
    for (const signed of ['gwyn-twite', 'hema-gannet', 'leonie-serin', 'olu-puffin']) {
      await helen.locator('[name="paper"]').selectOption(signed);
      await press(helen, 'Record the signature');
    }
    const found = await text(helen);
    expect(found).toContain('5 signatures count, which is enough');
    expect(found).toContain('1 working day after call-in closed on Thursday 18 April 2019, 5pm');
    expect(await helen.locator('[name="judgement"][value="valid"]').count()).toBe(0);
    await choose(helen, 'judgement', 'not-valid');
    await helen.locator('[name="reason"]').fill('It came on 23 April; call-in closed on 18 April.');
    await press(helen, 'Record the judgement');
    await expectGoodPage(helen);
    await anybody.reload();
    expect(await text(anybody)).toContain('May be carried out');
  },
  LONG,
);

test(
  'the bid is late now: a Cabinet has no urgency to offer, and the item is moved to 28 May',
  async () => {
    await tom.goto(CABINET);
    await itemOnAgenda(tom, BID).locator('a[href$="/route"]').click();
    await tom.waitForURL('**/route');
    await expectGoodPage(tom);
    const doors = await text(tom);
    expect(doors).toContain('It has 4 clear days before the meeting.');
    expect(doors).toContain('This kind of body has no route of its own for late business.');
    expect(doors).toContain('Part VA of the 1972 Act does not apply to an executive');
    expect(await tom.getByRole('button', { name: 'Ask the chair' }).count()).toBe(0);
    await tom.getByRole('link', { name: 'Move this item to another meeting' }).click();
    await tom.waitForURL('**/off?how=move');
    await expectGoodPage(tom);
    await tom.locator('[name="meeting"]').selectOption('meeting-cabinet-2019-05-28');
    await tom.locator('[name="reason"]').fill('Its figures came after the last day.');
    await press(tom, 'Take it off');
    await tom.waitForURL(({ pathname }) => pathname === CABINET);
    expect(await text(tom)).toContain(`${BID} is moved to Tuesday 28 May 2019.`);
    expect(await itemOnAgenda(tom, BID).count()).toBe(0);
    await tom.goto('/meetings/meeting-cabinet-2019-05-28');
    await press(tom, 'Begin the agenda');
    await tom.waitForLoadState();
    const moved = await itemOnAgenda(tom, BID).innerText();
    expect(moved).not.toContain('May not be considered');
    await expectGoodPage(tom);
  },
  LONG,
);

test(
  'in the end every chain verifies, no workflow failed, and no mail came twice or was lost',
  async () => {
    const mails = host.mails();
    await host.stop();
    expect(verified(host.data)).toMatch(/ 0 broken$/);
    const { executions, outbox, log } = await outcomeOf(host.data);
    expect(executions.filter((one) => !/ (SUCCEEDED|RUNNING)$/.test(one))).toEqual([]);
    expect(outbox).toBe(0);
    expect(doubled(mails, log)).toEqual([]);
    // What the demonstration tells of the days before it opens was never sent.
    expect(lostMails(mails, log).filter((one) => / 2019-04-(1[5-9]|2\d) /.test(one))).toEqual([]);
  },
  LONG,
);
