import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Membership, ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { readConfiguration } from '../../../shared/lambda/configuration.ts';
import { visitorOf } from '../../../shared/lambda/visitor.ts';
import { change, commit } from '../../../shared/store/commit.ts';
import { membershipCopy, people } from '../../../shared/store/people.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import { beginSession } from '../../../shared/store/sessions.ts';
import { watchedTable } from '../../bench/watched-table.ts';
import { maya } from '../../support/builders.ts';
import { testRegister } from '../../support/register.ts';

const NOW = Date.parse('2026-01-05T10:00:00Z');
let opened: Awaited<ReturnType<typeof testRegister>>;
let secret: string;

const aPerson = (id: string, name: string): Person => ({
  id,
  name,
  email: null,
  emailConfirmed: false,
  slackUserId: null,
  channel: 'email',
  weeklyDay: 1,
  dailyDigest: false,
  jobTitle: null,
  directorate: null,
  organisation: null,
  lineManagerId: null,
  accountless: false,
  councillor: null,
  absence: null,
  lastDay: null,
});

const held: Membership = {
  id: 'ada-administers',
  bodyId: ORGANISATION,
  personId: 'ada-heron',
  role: 'administrator',
  votes: 'none',
  group: null,
  from: '2025-01-01',
  to: null,
};

beforeAll(async () => {
  opened = await testRegister();
  const entered = [aPerson('olu-finch', 'Olu Finch'), aPerson('ada-heron', 'Ada Heron')];
  await commit(opened.register, {
    commandId: 'enter-people',
    actor: maya,
    at: '2026-01-05T09:00:00.000Z',
    outcome: {},
    changes: entered.map((record) => change(people, { was: null, record, event: 'entered' })),
    also: [membershipCopy(held)],
  });
  const cookie = await beginSession(opened.register.table, { personId: 'olu-finch', idToken: null, realNow: NOW });
  secret = cookie.split('.')[0] ?? '';
});
afterAll(() => opened.close());

const whoIs = (cookie: string, register: Register = opened.register) =>
  visitorOf(
    { 'quorate-session': cookie },
    {
      configuration: readConfiguration({
        TABLE_NAME: 'quorate',
        PUBLIC_ADDRESS: 'http://localhost:3000',
        ORGANISATION_NAME: 'Brackenford City Council',
      }),
      register,
      clock: { now: () => '2026-01-05T10:00:00.000Z', today: () => '2026-01-05' },
      realNow: () => NOW,
    },
  );

test('a session cookie that names somebody else signs in whose session it is, with their own roles alone', async () => {
  const visitor = await whoIs(`${secret}.ada-heron`);
  expect(visitor?.person.id).toBe('olu-finch');
  expect(visitor?.memberships).toEqual([]);
});

test.each([
  ['nobody has the secret', `${'A'.repeat(43)}.ada-heron`],
  ['there is no secret', '.ada-heron'],
  ['only a name is sent', 'ada-heron'],
])('a session cookie that names an administrator signs nobody in where %s', async (_, cookie) => {
  expect(await whoIs(cookie)).toBeNull();
});

test('a session whose cookie names nobody, or no identifier, is still that person’s', async () => {
  for (const cookie of [secret, `${secret}.`, `${secret}.no-such-person`, `${secret}.SESSION#x`])
    expect((await whoIs(cookie))?.person.id).toBe('olu-finch');
});

test('who is signed in is known after one wait for the table', async () => {
  const watched = watchedTable(opened.register.table);
  watched.begin();
  const visitor = await whoIs(`${secret}.olu-finch`, { ...opened.register, table: watched.table });
  expect(visitor?.person.name).toBe('Olu Finch');
  expect(watched.waited().trips).toBe(1);
});
