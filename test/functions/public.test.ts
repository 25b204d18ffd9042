import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgendaItem, unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import type { Minute } from '../../shared/domain/minutes/minute.ts';
import type { Resolution } from '../../shared/domain/resolutions/resolution.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { agendaItems, minutes, resolutions } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { owedTo } from '../../shared/store/commitments.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { publishMeeting } from '../../shared/store/publish.ts';
import { get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { aMeeting, maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { everyPublicPage, publicSite } from '../support/public-site.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  site = await publicSite(opened.endpoint);
}, 60_000);
afterAll(async () => {
  await site.close();
  opened.close();
});

const AT = '2019-04-15T09:00:00.000Z';
const command = (commandId: string) => ({ commandId, actor: maya, at: AT, today: '2019-04-15' });

/** Everything that is stored under keys which the public function may read. */
async function storedInPublic(): Promise<string> {
  const { DynamoDBClient, ScanCommand } = await import('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({
    endpoint: opened.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const found: unknown[] = [];
  let start: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: 'quorate', ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    found.push(...(page.Items ?? []).filter((item) => item['pk']?.S?.startsWith('PUBLISHED#')));
    start = page.LastEvaluatedKey as typeof start;
  } while (start);
  client.destroy();
  return JSON.stringify(found);
}

const item = (overrides: Partial<AgendaItem>): AgendaItem => ({
  ...unarranged,
  id: 'item-x',
  bodyId: 'hosb',
  meetingId: 'leak-meeting',
  number: '1',
  title: 'Better Care Fund',
  purpose: null,
  reportOf: null,
  attendedFor: [],
  mattersRaised: [],
  report: 'oral',
  commitmentId: null,
  state: 'considered',
  published: false,
  accessClass: 'public',
  ...overrides,
});
const minute = (overrides: Partial<Minute>): Minute => ({
  id: 'minute-x',
  bodyId: 'hosb',
  meetingId: 'leak-meeting',
  itemId: 'item-x',
  number: null,
  text: 'The Board heard from the director.',
  status: 'draft',
  recordedOn: '2019-04-01',
  source: 'typed',
  published: false,
  accessClass: 'public',
  ...overrides,
});
const resolution = (overrides: Partial<Resolution>): Resolution => ({
  id: 'resolution-x',
  bodyId: 'hosb',
  meetingId: 'leak-meeting',
  itemId: 'item-x',
  minuteId: null,
  resolvedOn: '2019-04-01',
  limbs: [{ number: '1', text: 'That the plan be noted.', outcome: 'noted' }],
  writtenResolutionId: null,
  votes: [],
  published: false,
  accessClass: 'public',
  ...overrides,
});

test('the committees are listed with their next and last published meetings, those that have ended apart', async () => {
  const { status, html, headers } = await site.get('/committees');
  expect(status).toBe(200);
  expect(html).toContain('<h1 class="govuk-heading-xl">Committees</h1>');
  expect(html).toContain('Thursday 25 April 2019');
  expect(html).toContain('Wednesday 13 March 2019');
  const [current = '', ended = ''] = html.split('Committees that have ended');
  expect(ended).toContain('Scrutiny Board 5 (Health)');
  expect(ended).toContain('until 16 May 2018');
  expect(current).not.toContain('Scrutiny Board 5');
  expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60, must-revalidate');
});

test('a page sets no cookie, asks nobody’s name and carries the content policy', async () => {
  const { cookies, headers, html } = await site.get('/committees/hosb');
  expect(cookies).toEqual([]);
  expect(headers).not.toHaveProperty('set-cookie');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(html).toContain('href="/sign-in"');
  expect(html).not.toContain('csrf');
});

test('a committee says what it is by its kind, the next meeting first and those held from the newest', async () => {
  const { html } = await site.get('/committees/cabinet');
  expect(html).toContain('The council’s executive.');
  const days = [...html.matchAll(/meetings\/meeting-cabinet-([\d-]+)"/g)].map(([, day]) => day ?? '');
  const [coming, held] = [days.filter((day) => day > '2019-04-15'), days.filter((day) => day < '2019-04-15')];
  expect([coming.length, held.length].every((count) => count > 2)).toBe(true);
  expect(days).toEqual([...coming.toSorted(), ...held.toSorted().toReversed()]);
});

test('a committee without published meetings says so, and whom to ask', async () => {
  const { status, html } = await site.get('/committees/partnership');
  expect(status).toBe(200);
  expect(html).toContain('No meetings of Public Service Partnership Executive are published.');
  expect(html).toContain('mailto:governance@brackenford.example');
});

test('a meeting shows its items, what was decided part by part with the outcome, and its minutes', async () => {
  const { html } = await site.get('/committees/hosb/meetings/meeting-hosb-2018-11-28');
  expect(html).toContain('Wednesday 28 November 2018');
  expect(html).toContain('Minutes confirmed');
  expect(html).toContain('6. Air quality and childhood asthma');
  expect(html).toMatch(/\(1\)<\/span><span>That the report be noted\. <b>Noted<\/b>/);
  expect(html).toContain('Members noted that monitoring near schools was confined to Dyers Row');
});

test('draft minutes are said to be draft', async () => {
  const { html } = await site.get('/committees/hosb/meetings/meeting-hosb-2019-03-13');
  expect(html).toContain('Draft minutes: not yet confirmed');
});

test.each([
  '/committees/no-such-body',
  '/committees/HOSB',
  '/committees/..%2f..%2fetc',
  '/committees/hosb/meetings/none',
  '/committees/hosb/meetings/PUBLISHED%23BODIES',
  '/committees/cabinet/meetings/meeting-hosb-2018-11-28',
  '/committees/partnership/meetings/meeting-partnership-2019-03-21',
  '/committees/hosb/elsewhere',
  '/about/nothing',
  '/about/constructor',
  '/about/help/nobody',
])('there is no page at %s, and nothing says why', async (path) => {
  const { status, html, headers } = await site.get(path);
  expect(status).toBe(404);
  expect(html).toContain('There is nothing published at this address.');
  expect(headers['cache-control']).toBe('no-cache');
});

test('an agenda that is not published is not shown, whatever its day', async () => {
  const { html } = await site.get('/committees/hosb/meetings/meeting-hosb-2019-04-25');
  expect(html).toContain('The agenda of this meeting is not published yet.');
  expect(html).not.toContain('Dental access');
});

test('pages are only read: HEAD is answered like GET, a post is no page', async () => {
  expect((await site.ask('HEAD', '/committees')).status).toBe(200);
  expect((await site.ask('POST', '/committees')).status).toBe(404);
});

test('every page that the public site links to is there, and no page asks for more than what is published', async () => {
  const pages = await everyPublicPage(site.get);
  expect(pages.size).toBeGreaterThan(60);
  expect(site.refused).toEqual([]);
});

test('no promise is on the public site: no reference, no owner, no state', async () => {
  const bodyIds = (
    await Promise.all(
      ['hosb', 'cabinet', 'council', 'scc', 'hwb', 'audit', 'partnership', 'governing-body', 'pccc'].map((id) =>
        owedTo(opened.register, id),
      ),
    )
  ).flat();
  expect(bodyIds.length).toBeGreaterThan(15);
  const shown = [...(await everyPublicPage(site.get)).values()].join('\n') + (await storedInPublic());
  for (const { record } of bodyIds) {
    expect([record.reference, record.id].filter((one) => shown.includes(one))).toEqual([]);
  }
});

test('private business is on no public page and under no public key, not a word of it, published or published again', async () => {
  const settlement = (await get(opened.register, agendaItems, 'item-cabinet-2019-04-30-6')).record;
  expect(settlement.accessClass).toBe('private');
  const shownNow = async () => [...(await everyPublicPage(site.get)).values()].join('\n') + (await storedInPublic());
  const before = await shownNow();
  await publishMeeting(opened.register, command('publish-cabinet-1'), 'meeting-cabinet-2019-04-30');
  await publishMeeting(opened.register, command('publish-cabinet-2'), 'meeting-cabinet-2019-04-30');
  const after = await shownNow();
  expect(after.includes('PUBLISHED#FEED#cabinet')).toBe(true);
  // "contract" is a word of public business too: what was not there before must not come.
  const words = settlement.title.split(' ').filter((one) => !before.includes(one));
  expect(words).toEqual(['Leisure', 'settlement']);
  expect([...words, settlement.title, settlement.id].filter((one) => after.includes(one))).toEqual([]);
});

const word = fc.string({ unit: fc.constantFrom(...'bcdfghjkmnpqrtvwxyz'), minLength: 12, maxLength: 16 });
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const access = fc.constantFrom('public' as const, 'internal' as const, 'private' as const);

test('of a meeting that is published just the public business is shown, whatever else it holds', async () => {
  let run = 0;
  const business = fc.record({
    item: text,
    itemAccess: access,
    report: text,
    minute: text,
    minuteAccess: access,
    limb: text,
    limbAccess: access,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(business, { minLength: 1, maxLength: 3 }), async (all) => {
      run += 1;
      const meetingId = `leak-${run}`;
      const day = `2017-01-${String(run).padStart(2, '0')}`;
      const meeting = aMeeting({ id: meetingId, day, state: 'held', minutesStatus: 'draft' });
      const records = all.flatMap((one, at) => {
        const ids = { meetingId, itemId: `${meetingId}-item-${at}` };
        return [
          change(agendaItems, {
            was: null,
            event: 'made',
            record: item({
              id: ids.itemId,
              meetingId,
              number: String(at),
              title: one.item,
              reportOf: one.report,
              accessClass: one.itemAccess,
            }),
          }),
          change(minutes, {
            was: null,
            event: 'made',
            record: minute({
              id: `${meetingId}-minute-${at}`,
              ...ids,
              text: one.minute,
              accessClass: one.minuteAccess,
            }),
          }),
          change(resolutions, {
            was: null,
            event: 'made',
            record: resolution({
              id: `${meetingId}-resolution-${at}`,
              ...ids,
              limbs: [{ number: null, text: one.limb, outcome: 'noted' }],
              accessClass: one.limbAccess,
            }),
          }),
        ];
      });
      const made = { commandId: `make-${meetingId}`, actor: maya, at: AT, outcome: {} };
      await commit(opened.register, {
        ...made,
        changes: [change(meetings, { was: null, event: 'made', record: meeting }), ...records],
      });
      const address = `/committees/hosb/meetings/${meetingId}`;
      expect((await site.get(address)).status).toBe(404);
      await publishMeeting(opened.register, command(`publish-${meetingId}`), meetingId);
      const { html } = await site.get(address);
      for (const one of all) {
        const open = one.itemAccess === 'public';
        const expected: [string, boolean][] = [
          [one.item, open],
          [one.report, open],
          [one.minute, open && one.minuteAccess === 'public'],
          [one.limb, open && one.limbAccess === 'public'],
        ];
        for (const [words, seen] of expected)
          for (const part of words.split(' ')) expect(html.includes(part)).toBe(seen);
      }
    }),
    { numRuns: 20 },
  );
  const stored = await storedInPublic();
  expect(stored).not.toContain('"private"');
  expect(stored).not.toContain('"internal"');
}, 60_000);

test('a meeting of a body that is not shown is not shown either', async () => {
  const { record } = await get(opened.register, bodies, 'hosb');
  const hidden = { ...record, id: 'working-group', code: 'WG', name: 'Working group', published: false };
  const meeting = aMeeting({ id: 'wg-1', bodyId: 'working-group', day: '2019-01-10' });
  await commit(opened.register, {
    ...command('make-working-group'),
    outcome: {},
    changes: [
      change(bodies, { was: null, event: 'made', record: hidden }),
      change(meetings, { was: null, event: 'made', record: meeting }),
    ],
  });
  await publishMeeting(opened.register, command('publish-wg'), 'wg-1');
  expect((await site.get('/committees/working-group')).status).toBe(404);
  expect((await site.get('/committees/working-group/meetings/wg-1')).status).toBe(404);
});

test('a minute of any length and any script is shown as it was written', async () => {
  const long = `${'a'.repeat(119_990)}${'🏛️🩺'.repeat(40)}<script>alert(1)</script>\n\nSecond paragraph`;
  await commit(opened.register, {
    ...command('make-long'),
    outcome: {},
    changes: [
      change(meetings, { was: null, event: 'made', record: aMeeting({ id: 'long-1', day: '2016-01-11' }) }),
      change(agendaItems, { was: null, event: 'made', record: item({ id: 'long-item', meetingId: 'long-1' }) }),
      change(minutes, {
        was: null,
        event: 'made',
        record: minute({ id: 'long-minute', meetingId: 'long-1', itemId: 'long-item', text: long }),
      }),
    ],
  });
  await publishMeeting(opened.register, command('publish-long'), 'long-1');
  const { html } = await site.get('/committees/hosb/meetings/long-1');
  expect(html).toContain(`${'🏛️🩺'.repeat(40)}&lt;script&gt;alert(1)&lt;/script&gt;</p>`);
  expect(html).toContain('<p class="govuk-body">Second paragraph</p>');
});

test('a fault is a page with a reference, and nothing of the fault', async () => {
  const closed = await publicSite('http://127.0.0.1:9', {});
  const { status, html, headers } = await closed.get('/committees');
  expect(status).toBe(500);
  expect(html).toContain('Something went wrong here');
  expect(headers['cache-control']).toBe('no-store');
  await closed.close();
});
