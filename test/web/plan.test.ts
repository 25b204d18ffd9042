import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commitmentRoutes } from '../../functions/web/commitments/routes.ts';
import { planRoutes } from '../../functions/web/plan/routes.ts';
import { toCsv } from '../../shared/pages/csv.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { get } from '../../shared/store/record-kind.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
  const kept = [
    aCommitment({ id: 'out-of-hospital' }),
    aCommitment({
      id: 'behind-closed-doors',
      reference: 'HOSB/18/16',
      accessClass: 'private',
      owner: { role: 'Director of place', personId: null, linkOfficerId: null, since: '2019-04-15' },
      subject: 'Settlement of the claim',
    }),
  ];
  await commit(opened.register, {
    commandId: 'plan-test-promises',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: kept.map((record) => change(commitments, { was: null, record, event: 'recorded' })),
  });
});
afterAll(() => opened.close());

const as = (personId: string) => webFor(opened.register, [...commitmentRoutes, ...planRoutes], { personId });
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the kind of a body gives its plan its name', async () => {
  for (const [who, body, name] of [
    ['maya-lapwing', 'hosb', 'Work programme'],
    ['tom-dunnock', 'cabinet', 'Forward plan'],
    ['grace-siskin', 'governing-body', 'Cycle of business'],
  ] as const)
    expect((await (await as(who)).get(`/bodies/${body}/plan`)).html).toContain(
      `<h1 class="govuk-heading-xl">${name}</h1>`,
    );
});

test('a promise on no agenda is at the top, with the meetings inside its window to choose from', async () => {
  const { html } = await (await as('maya-lapwing')).get('/bodies/hosb/plan');
  const offered = html.slice(html.indexOf('action="/commitments/out-of-hospital/place"'));
  const days = [...offered.slice(0, offered.indexOf('</form>')).matchAll(/value="meeting-hosb-([\d-]+)"/g)].map(
    ([, day]) => day,
  );
  expect(days).toEqual(['2019-04-25', '2019-06-12', '2019-07-24', '2019-09-11', '2019-10-09']);
  expect(plain(html)).toContain('5 meetings inside: 25 April, 12 June, 24 July, 11 September, 9 October');
});

test('meetings show when reports are due and the last day to publish', async () => {
  const text = plain((await (await as('maya-lapwing')).get('/bodies/hosb/plan')).html);
  expect(text).toContain('Wednesday 9 October 2019, called');
  expect(text).toContain('Wed 25 Sep 2019 Tue 1 Oct 2019');
});

test('placed from the plan, it is on that meeting and the secretary is back in the plan', async () => {
  const web = await as('maya-lapwing');
  const { location } = await web.post('/commitments/out-of-hospital/place', {
    meeting: 'meeting-hosb-2019-10-09',
    version: '1',
    to: '/bodies/hosb/plan',
  });
  expect(location).toBe('/bodies/hosb/plan?changed=out-of-hospital');
  expect((await get(opened.register, commitments, 'out-of-hospital')).record.placedOn?.day).toBe('2019-10-09');
  const elsewhere = await web.post('/commitments/out-of-hospital/place', {
    meeting: 'meeting-hosb-2019-09-11',
    version: '2',
    to: '//evil.example',
  });
  expect(elsewhere.location).toBe('/commitments/out-of-hospital');
});

test('a promise without a date is at the end and asks for one', async () => {
  const { html } = await (await as('maya-lapwing')).get('/bodies/hwb/plan');
  expect(plain(html)).toContain('More on the workforce strategy “in due course”');
  expect(html).toContain('/commitments/c13-hwb-18-08/date');
});

test('staff read the plan, place nothing, and learn nothing of private business', async () => {
  const { status, html } = await (await as('owen-sandpiper')).get('/bodies/hosb/plan');
  expect(status).toBe(200);
  expect(html).not.toContain('<form method="post" action="/commitments/');
  expect(html).not.toContain('Settlement of the claim');
  expect((await (await as('maya-lapwing')).get('/bodies/hosb/plan')).html).toContain('Settlement of the claim');
});

test('the action log counts and lists only what its reader may know', async () => {
  const secretary = await (await as('maya-lapwing')).get('/bodies/hosb/action-log');
  const linkOfficer = await (await as('nia-redstart')).get('/bodies/hosb/action-log');
  expect(plain(secretary.html)).toContain('9 promises to the Board are open');
  expect(plain(linkOfficer.html)).toContain('8 promises to the Board are open');
  expect(linkOfficer.html).not.toContain('Settlement of the claim');
  expect((await (await as('owen-sandpiper')).get('/bodies/hosb/action-log')).status).toBe(403);
});

test('the action log opens at the promises that were counted', async () => {
  const { html } = await (await as('maya-lapwing')).get('/bodies/hosb/action-log?show=overdue');
  const ids = [...html.matchAll(/<th scope="row"><a class="govuk-link" href="\/commitments\/([\w-]+)"/g)].map(
    ([, id]) => id,
  );
  expect(ids).toEqual(['c01-hosb-18-14', 'c02-hosb-19-03']);
});

test('the action log downloads as CSV with its working days', async () => {
  const web = await as('maya-lapwing');
  const { status, html, headers } = await web.get('/bodies/hosb/action-log.csv');
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('text/csv');
  expect(headers['content-disposition']).toContain('action-log-HOSB-2019-04-15.csv');
  const line = html.split('\r\n').find((one) => one.startsWith('HOSB/18/14'));
  expect(line).toContain(',2019-02-28,,32 working days overdue,32,');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])(
  'a text that begins like a formula, %j, stays text',
  (text) => {
    expect(toCsv([[text]]).replace('\uFEFF', '')).toMatch(/^"?'/);
  },
);

test('a CSV keeps commas, quotation marks and lines inside their cells', () => {
  expect(toCsv([['a,b', 'say "so"', 'x\ny', 3]])).toBe('\uFEFF"a,b","say ""so""","x\ny",3\r\n');
});

test('a body leads on to its plan and action log, its meetings and its members', async () => {
  const { html } = await (await as('rowan-kestrel')).get('/bodies/hosb');
  expect(html).toContain('/bodies/hosb/plan');
  expect(html).toContain('/bodies/hosb/action-log');
  expect(plain(html)).toContain('Cllr Rowan Kestrel Chair On all business');
});

test('everybody is led to the plans they may see, their own committees first', async () => {
  const { html } = await (await as('maya-lapwing')).get('/plan');
  const first = html.slice(html.indexOf('<tbody>'), html.indexOf('</tr>', html.indexOf('<tbody>')));
  expect(first).toContain('/bodies/hwb/plan');
  expect(html).toContain('/bodies/hosb/plan');
});
