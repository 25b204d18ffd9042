import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recomputePage } from '../../functions/meetings/recompute-page.ts';
import { noticeKinds } from '../../functions/notices/kinds.ts';
import { fieldLabel, policyFields } from '../../functions/web/administration/policy-form.ts';
import { administrationRoutes } from '../../functions/web/administration/routes.ts';
import { CALENDAR, shippedRecord } from '../../shared/domain/calendar/calendar-record.ts';
import { policyOn } from '../../shared/domain/messages/reminder-policy.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import { bodies, proceduresOf } from '../../shared/store/bodies.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import { get } from '../../shared/store/record-kind.ts';
import { allPolicies, calendars } from '../../shared/store/settings.ts';
import { enterAll, hiddenValue, officers, offices } from '../support/administration.ts';
import { aBody, aCommitment, aMeeting } from '../support/builders.ts';
import { testRegister } from '../support/register.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof testRegister>>;
const today = '2022-09-10';
const funeral = { day: '2022-09-19', title: 'State Funeral of Queen Elizabeth II' };
const system = { sort: 'system', part: 'test' } as const;
const at = '2022-09-01T09:00:00.000Z';

beforeAll(async () => {
  table = await testRegister();
  const called = aMeeting({ id: 'hosb-2022-09-20', day: '2022-09-20' });
  const later = aMeeting({ id: 'hosb-2022-11-15', day: '2022-11-15' });
  await enterAll(table.register, {
    people: officers,
    bodies: [aBody()],
    memberships: offices,
    meetings: [called, later],
  });
  // Before the proclamation: the day that ships as a bank holiday is not one yet.
  const before = { ...shippedRecord, proclaimed: [{ ...funeral, change: 'removed' as const }] };
  const promise = aCommitment({
    due: { sort: 'window', from: '2022-09-01', to: '2022-11-30', asSaid: 'by the end of November' },
    chasedFrom: '2022-09-01',
    owner: { role: 'programme manager', personId: 'owen-sandpiper', linkOfficerId: null, since: '2022-09-01' },
  });
  const entered = { actor: system, at, outcome: {} };
  await commit(table.register, {
    ...entered,
    commandId: 'calendar-before',
    changes: [
      change(calendars, { was: null, record: before, event: 'entered' }),
      change(commitments, { was: null, record: promise, event: 'entered' }),
    ],
  });
});
afterAll(() => table.close());

const browsers = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const browser = browsers.get(personId) ?? webFor(table.register, administrationRoutes, { personId, today });
  browsers.set(personId, browser);
  return browser;
};

const started = new Map<string, unknown>();
const workflows: Workflows = {
  // As the real ones: a name that was used before starts nothing.
  start: async (workflow, name, input) => {
    if (workflow === 'tell-people' && !started.has(name)) started.set(name, input);
  },
  isRunning: async () => false,
  answer: async () => 'over',
};

async function recompute(changeId: string) {
  const clock = { now: () => `${today}T09:00:00.000Z`, today: () => today };
  const services = { register: table.register, clock, workflows };
  let after: string | null = null;
  for (let page = 0; page < 20; page += 1) {
    const { next } = await recomputePage({ changeId, after }, services);
    if (next === null) return;
    after = next;
  }
}

test('everything of the administration is refused to somebody who is no administrator', async () => {
  const maya = await as('maya-lapwing');
  for (const path of [
    '',
    '/bodies',
    '/bodies/new',
    '/bodies/hosb/procedure',
    '/calendar',
    '/reminders',
    '/reminders/hosb',
  ])
    expect((await maya.get(`/administration${path}`)).status).toBe(403);
  expect((await maya.post('/administration/calendar/closures', { closureTitle: 'x' })).status).toBe(403);
  expect((await maya.post('/administration/reminders/hosb/chasing', { chasing: 'off' })).status).toBe(403);
});

test('an administrator begins where nothing has failed is said in words', async () => {
  const { status, html } = await (await as('sol-administrator')).get('/administration');
  expect(status).toBe(200);
  for (const words of ['Nothing has failed.', 'Nothing is stuck.', 'No round has been finished yet'])
    expect(html).toContain(words);
});

test('the State Funeral proclaimed on 10 September 2022 moves the last day for the meeting of 20 September from the 12th to the 9th', async () => {
  const sol = await as('sol-administrator');
  const page = await sol.get('/administration/calendar');
  expect(page.html).toContain('State Funeral of Queen Elizabeth II');
  const version = hiddenValue(page.html, 'version');
  const sent = await sol.post('/administration/calendar/remove', { of: 'proclaimed', day: funeral.day, version });
  expect(sent.location).toBe('/administration/calendar/changes/2');
  expect((await sol.get(sent.location)).html).toContain('0 of 1 bodies so far.');
  const entries = await missedEntries(table.register.table, '2100-01-01T00:00:00.000Z');
  expect(entries.map(({ entry }) => entry)).toContainEqual({
    topic: 'calendar-changed',
    recordId: CALENDAR,
    word: '2',
  });
  await recompute('calendar-changed:calendar:2');
  const { html } = await sol.get(sent.location);
  expect(html).toContain('1 meeting flips');
  expect(html).toContain('href="/meetings/hosb-2022-09-20"');
  expect(html).toContain('Monday 12 September 2022');
  expect(html).toContain('Friday 9 September 2022');
  expect(html).toContain('Already past');
  expect(html).not.toContain('hosb-2022-11-15');
  expect((await sol.get('/administration')).html).toContain('Meetings whose last day to publish moved: 1');
});

test('its secretaries are told once, however often the deadlines are worked out again', async () => {
  await recompute('calendar-changed:calendar:2');
  expect([...started.keys()]).toEqual(['deadlines-2-hosb']);
  expect(started.get('deadlines-2-hosb')).toMatchObject({ kind: 'deadlines-moved', personIds: ['maya-lapwing'] });
  const asked = { recordId: 'hosb', person: null, day: today, round: '2' };
  const said = await noticeKinds['deadlines-moved']?.({ ...asked, personId: 'maya-lapwing' }, table);
  expect(said?.notice.sentence).toContain('1 meeting of the Health Overview and Scrutiny Board must be published');
  expect(said?.notice.rows).toEqual([
    {
      name: 'Tuesday 20 September',
      value: 'by Friday 9 September (was Monday 12 September), which has passed: its page says what can be done',
    },
  ]);
  expect(await noticeKinds['deadlines-moved']?.({ ...asked, personId: 'sol-administrator' }, table)).toBeNull();
});

test('a closure that touches no meeting flips none, and says so', async () => {
  const sol = await as('sol-administrator');
  const version = hiddenValue((await sol.get('/administration/calendar')).html, 'version');
  const closure = {
    'closure-day': '28',
    'closure-month': '12',
    'closure-year': '2022',
    closureTitle: 'Offices closed',
    version,
  };
  const sent = await sol.post('/administration/calendar/closures', closure);
  expect(sent.location).toBe('/administration/calendar/changes/3');
  await recompute('calendar-changed:calendar:3');
  expect((await sol.get(sent.location)).html).toContain('No meeting flips.');
  expect(started.size).toBe(1);
  const slower = await sol.post('/administration/calendar/closures', { ...closure, 'closure-day': '29' });
  expect(slower.status).toBe(409);
});

test.each([
  ['31', '2', 'There is no such day'],
  ['24', '9', 'This is a Saturday or Sunday'],
  ['26', '12', 'This day is a bank holiday or closure already'],
])('a closure on %s/%s is refused with the reason and kept', async (date, month, words) => {
  const sol = await as('sol-administrator');
  const typed = { 'closure-day': date, 'closure-month': month, 'closure-year': '2022', closureTitle: 'Offices closed' };
  const refused = await sol.post('/administration/calendar/closures', typed);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(words);
  expect(refused.html).toContain('value="Offices closed"');
});

test('every number of the reminder policy is on the page with a name', () => {
  expect(policyFields.filter(({ name }) => fieldLabel(name) === name)).toEqual([]);
});

test('what would be sent in the next 60 days stands in a table by day, with who, how and why', async () => {
  const { html } = await (await as('sol-administrator')).get('/administration/reminders');
  expect(html).toContain('Owen Sandpiper (owner');
  expect(html).toContain('HOSB/18/15');
});

test('a number of the policy is changed from today on, the old policy keeps its days, and a wrong one is refused', async () => {
  const sol = await as('sol-administrator');
  const page = await sol.get('/administration/reminders/hosb');
  const typed: Record<string, string> = {};
  for (const { name } of policyFields)
    typed[name] =
      new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page.html)?.[1] ??
      new RegExp(`name="${name}"[\\s\\S]*?<option value="([^"]*)" selected`).exec(page.html)?.[1] ??
      '';
  typed['version'] = '0';
  const refused = await sol.post('/administration/reminders/hosb', { ...typed, 'action-digestBefore': 'soon' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Action: in the digest, before the due day: give a whole number');
  expect(refused.html).toContain('value="soon"');
  expect((await sol.post('/administration/reminders/hosb', { ...typed, 'action-digestBefore': '7' })).status).toBe(303);
  const all = (await allPolicies(table.register)).map(({ record }) => record);
  expect(policyOn(all, 'hosb', today).action.digestBefore).toBe(7);
  expect(policyOn(all, 'hosb', '2022-09-09').action.digestBefore).toBe(5);
});

test('chasing is switched off for one body, and then nothing would be sent', async () => {
  const sol = await as('sol-administrator');
  const version = hiddenValue((await sol.get('/administration/reminders/hosb')).html, 'version');
  expect((await sol.post('/administration/reminders/hosb/chasing', { chasing: 'off', version })).status).toBe(303);
  const { html } = await sol.get('/administration/reminders/hosb');
  expect(html).toContain('Nothing is sent about promises to this body.');
  expect(html).toContain('Nothing would be sent.');
});

const aScc = {
  name: 'Scrutiny Coordination Committee',
  code: 'scc',
  shortName: 'Committee',
  kind: 'scrutiny',
  'firstDay-day': '1',
  'firstDay-month': '9',
  'firstDay-year': '2022',
};

test('a new body begins with chasing off, and its code is its own', async () => {
  const sol = await as('sol-administrator');
  await sol.get('/administration/bodies/new');
  const sent = await sol.post('/administration/bodies/new', aScc);
  expect(sent.status).toBe(303);
  const id = sent.location.split('/')[3] ?? '';
  expect((await get(table.register, bodies, id)).record.code).toBe('SCC');
  expect(
    policyOn(
      (await allPolicies(table.register)).map(({ record }) => record),
      id,
      today,
    ).chasing,
  ).toBe(false);
  const taken = await sol.post('/administration/bodies/new', { ...aScc, code: 'HOSB', name: 'Another' });
  expect(taken.status).toBe(422);
  expect(taken.html).toContain('Another body has this code');
});

test('two administrators editing one body: the slower sees both versions', async () => {
  const [sol, ruth] = [await as('sol-administrator'), await as('ruth-avocet')];
  const version = hiddenValue((await sol.get('/administration/bodies/hosb')).html, 'version');
  await ruth.get('/administration/bodies/hosb');
  const hosb = { ...aScc, code: 'HOSB', version, published: 'yes' };
  expect((await ruth.post('/administration/bodies/hosb', { ...hosb, name: 'Health Scrutiny Board' })).status).toBe(303);
  const slower = await sol.post('/administration/bodies/hosb', { ...hosb, name: 'Health Overview Board' });
  expect(slower.status).toBe(409);
  expect(slower.html).toContain('choose-name');
});

test('new rules begin on a day and never overwrite those in force; statute is not typed away', async () => {
  const sol = await as('sol-administrator');
  const page = await sol.get('/administration/bodies/hosb/procedure');
  expect(page.html).toContain('No procedure is entered for today');
  const rules = (day: string, quorum: string, version: string) => ({
    'from-day': day,
    'from-month': '9',
    'from-year': '2022',
    preset: 'scrutiny',
    quorum,
    reportsToSecretary: '10',
    chairsBriefing: '8',
    clearancesComplete: '7',
    publishTarget: '6',
    apologies: '5',
    closeTime: '17:00',
    writtenResolutions: 'yes',
    version,
  });
  const path = '/administration/bodies/hosb/procedure';
  expect((await sol.post(path, rules('1', '3', '0'))).status).toBe(303);
  expect((await sol.get(path)).html).toContain('5 clear working days');
  expect((await sol.post(path, rules('1', '4', '1'))).html).toContain(
    'There are rules from 1 September 2022 on already',
  );
  expect((await sol.post(path, rules('12', 'many', '1'))).html).toContain('Give the number of members');
  expect((await sol.post(path, rules('12', '4', '1'))).status).toBe(303);
  const all = (await proceduresOf(table.register, 'hosb')).map(({ record }) => record);
  expect(all.map(({ from, to, quorum, writtenResolutions }) => [from, to, quorum.number, writtenResolutions])).toEqual([
    ['2022-09-01', '2022-09-11', 3, null],
    ['2022-09-12', null, 4, null],
  ]);
});
