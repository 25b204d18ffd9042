import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { everyOperation } from '../../../functions/api/areas.ts';
import { commitments } from '../../../shared/store/commitments.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { people } from '../../../shared/store/people.ts';
import { savePerson } from '../../../shared/store/people-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { ADDRESS, apiOver } from '../../support/api.ts';
import { loadForApi } from '../../support/api-data.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';

const operations = await everyOperation();

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let api: ReturnType<typeof apiOver>;
const ids = ['p-key', 'p-match', 'p-cover', 'p-twice', 'p-input', 'p-scope', 'p-crowd'];

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  await loadForApi(opened.register, ids);
  api = apiOver(opened.register);
});
afterAll(() => opened.close());

const problem = (name: string) => `${ADDRESS}/api/docs/problems/${name}`;
const write = (id: string, act = 'accept') => `/api/v1/commitments/${id}/${act}`;

describe('An Idempotency-Key', () => {
  test('does a thing once, however often it is sent, and answers the same', async () => {
    const token = await api.tokenFor('owen-sandpiper');
    const sent = { token, headers: { 'idempotency-key': 'accept-p-key', 'if-match': '"1"' } };
    const first = await api.post(write('p-key'), {}, sent);
    const second = await api.post(write('p-key'), {}, sent);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.headers['etag']).toBe(first.headers['etag']);
    const history = await historyOf(opened.register, 'commitment', 'p-key');
    expect(history.map(({ envelope }) => envelope.event)).toEqual(['recorded', 'accepted']);
  });

  test('does it once when it is sent many times at the same moment', async () => {
    const token = await api.tokenFor('owen-sandpiper');
    const sent = { token, headers: { 'idempotency-key': 'progress-p-crowd', 'if-match': '"1"' } };
    const body = { text: 'A draft is out' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.post(write('p-crowd', 'progress'), body, sent)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await get(opened.register, commitments, 'p-crowd')).record.progress).toHaveLength(1);
  });

  test('of somebody else is another key', async () => {
    const headers = { 'idempotency-key': 'the-same-words', 'if-match': '"1"' };
    const mine = await api.post(write('p-twice'), {}, { token: await api.tokenFor('owen-sandpiper'), headers });
    const theirs = await api.post(write('p-twice'), {}, { token: await api.tokenFor('casper-wryneck'), headers });
    expect(mine.status).toBe(200);
    expect([403, 404]).toContain(theirs.status);
  });

  test.each([
    ['another body', '/progress', { text: 'Something else' }, '"1"'],
    ['another address', '/done', { evidence: 'See the minutes' }, '"1"'],
    ['another version', '/progress', { text: 'One thing' }, '"2"'],
  ])('is refused for %s', async (_, act, body, etag) => {
    const token = await api.tokenFor('owen-sandpiper');
    const key = { 'idempotency-key': 'used-for-one-thing' };
    await api.post(
      '/api/v1/commitments/p-input/progress',
      { text: 'One thing' },
      { token, headers: { ...key, 'if-match': '"1"' } },
    );
    const again = await api.post(`/api/v1/commitments/p-input${act}`, body, {
      token,
      headers: { ...key, 'if-match': etag },
    });
    expect([again.status, again.json.type]).toEqual([422, problem('key-used')]);
  });

  test.each([
    ['is needed', undefined, 'key-needed'],
    ['that is too short is refused', 'short', 'wrong-header'],
    ['with spaces is refused', 'a key of words', 'wrong-header'],
  ])('%s', async (_, key, name) => {
    const token = await api.tokenFor('owen-sandpiper');
    const headers = { 'if-match': '"1"', ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const { status, json } = await api.post(write('p-input'), {}, { token, headers });
    expect([status, json.type]).toEqual([400, problem(name)]);
  });
});

describe('An If-Match', () => {
  test('that is missing or is no ETag is asked for', async () => {
    const token = await api.tokenFor('owen-sandpiper');
    const missing = await api.post(write('p-match'), {}, { token, headers: { 'idempotency-key': 'no-version' } });
    expect([missing.status, missing.json.type]).toEqual([428, problem('version-needed')]);
    const headers = { 'idempotency-key': 'any-version', 'if-match': '*' };
    expect((await api.post(write('p-match'), {}, { token, headers })).status).toBe(400);
  });

  test('of an older version is refused, with what was changed, by whom, and what the version is now', async () => {
    const token = await api.tokenFor('owen-sandpiper');
    const read = await api.get('/api/v1/commitments/p-match', { token });
    const etag = read.headers['etag'] ?? '';
    const act = (key: string, body: unknown, what = 'progress') =>
      api.post(write('p-match', what), body, { token, headers: { 'idempotency-key': key, 'if-match': etag } });
    expect((await act('first-in-time', { text: 'Begun' })).status).toBe(200);
    const late = await act('too-late-now', { evidence: 'Done' }, 'done');
    expect([late.status, late.json.type]).toEqual([412, problem('changed-meanwhile')]);
    expect(late.headers['etag']).toBe('"2"');
    expect(late.json.changes).toMatchObject([
      { version: 2, event: 'progress noted', by: 'owen-sandpiper', fields: expect.arrayContaining(['progress']) },
    ]);
    const now = await api.post(
      write('p-match', 'done'),
      { evidence: 'Done' },
      {
        token,
        headers: { 'idempotency-key': 'in-time-again', 'if-match': late.headers['etag'] ?? '' },
      },
    );
    expect([now.status, now.json.version]).toEqual([200, 3]);
  });
});

test('what the state of a record does not allow is a problem, not a fault', async () => {
  const token = await api.tokenFor('owen-sandpiper');
  const headers = { 'idempotency-key': 'accept-when-done', 'if-match': '"3"' };
  const { status, json } = await api.post(write('p-match'), {}, { token, headers });
  expect([status, json.type]).toEqual([409, problem('not-possible-now')]);
});

test('whoever covers for the owner answers for them, and the history says so', async () => {
  const found = await get(opened.register, people, 'owen-sandpiper');
  const absence = { from: '2019-04-10', to: '2019-04-20', coverId: 'ken-pipit' };
  await savePerson(opened.register, aCommand('away-owen'), { ...found.record, absence });
  const token = await api.tokenFor('ken-pipit');
  const headers = { 'idempotency-key': 'for-my-colleague', 'if-match': '"1"' };
  expect((await api.post(write('p-cover'), {}, { token, headers })).status).toBe(200);
  const history = await api.get('/api/v1/commitments/p-cover/history', { token });
  expect(history.json.items.at(-1)).toMatchObject({ event: 'accepted', by: 'ken-pipit', onBehalfOf: 'owen-sandpiper' });
});

describe('A cursor', () => {
  const walk = async (address: string, token: string) => {
    const seen: string[] = [];
    let next: string | null = '';
    for (let pages = 0; next !== null && pages < 60; pages += 1) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { status, json } = await api.get(`${address}${cursor}`, { token });
      expect(status).toBe(200);
      seen.push(...json.items.map(({ id }: { id: string }) => id));
      next = json.next;
    }
    return seen;
  };

  test.each(['/api/v1/meetings', '/api/v1/people', '/api/v1/bodies', '/api/v1/bodies/hosb/memberships'])(
    'leads through the whole of %s, each once',
    async (address) => {
      const token = await api.tokenFor('maya-lapwing');
      const bySeven = await walk(`${address}?limit=7`, token);
      const byHundred = await walk(`${address}?limit=100`, token);
      expect(bySeven).toEqual(byHundred);
      expect(new Set(bySeven).size).toBe(bySeven.length);
      expect(bySeven.length).toBeGreaterThan(7);
    },
  );

  test('of another query, another list or another person is refused, and so is one that was made up', async () => {
    const token = await api.tokenFor('maya-lapwing');
    const { json } = await api.get('/api/v1/meetings?limit=2', { token });
    const refused = async (address: string, by = token) => {
      const answer = await api.get(address, { token: by });
      expect([answer.status, answer.json.type]).toEqual([400, problem('wrong-cursor')]);
    };
    expect((await api.get(`/api/v1/meetings?limit=5&cursor=${json.next}`, { token })).status).toBe(200);
    await refused(`/api/v1/meetings?from=2019-01-01&cursor=${json.next}`);
    await refused(`/api/v1/bodies/hosb/meetings?cursor=${json.next}`);
    await refused(`/api/v1/meetings?cursor=${json.next}`, await api.tokenFor('sol-administrator'));
    await refused('/api/v1/meetings?cursor=bWFkZSB1cCBhbmQgbG9uZyBlbm91Z2ggdG8gYmUgb25l');
    await refused(`/api/v1/meetings?cursor=${json.next.slice(0, -2)}AA`);
    expect(Buffer.from(json.next, 'base64url').toString('latin1')).not.toContain('MEETING');
  });

  test.each(['limit=0', 'limit=101', 'limit=ten', 'limit=5&limit=6', 'from=2019-02-30'])(
    '%s is refused',
    async (query) => {
      const token = await api.tokenFor('maya-lapwing');
      const { status, json } = await api.get(`/api/v1/meetings?${query}`, { token });
      expect([status, json.type]).toEqual([400, problem('wrong-parameter')]);
    },
  );

  test('a page is as full for those who may not know of everything: no gap tells of what is hidden', async () => {
    const token = await api.tokenFor('sol-administrator');
    const { json } = await api.get('/api/v1/bodies/hosb/meetings?from=2019-05-01&limit=2', { token });
    expect(json.items).toHaveLength(2);
    expect(JSON.stringify(json)).not.toContain('secret');
  });
});

const secrets = ['Settlement of the claim', 'Terms of the settlement', 'Chamber of secrets', 'settlement of the claim'];
const reading = operations.filter(({ method }) => method === 'GET');
const known: Record<string, readonly string[]> = {
  bodyId: ['hosb'],
  meetingId: ['api-meeting', 'api-secret-meeting'],
  itemId: ['api-item', 'api-secret-item'],
  resolutionId: ['api-resolution', 'api-secret-resolution'],
  minuteId: ['api-minute', 'api-secret-minute'],
  commitmentId: ['api-secret-promise'],
  personId: ['marcus-ruff'],
  decisionId: ['api-secret-decision', 'api-decision'],
  writtenResolutionId: ['written-extended-access'],
};
const idsOf = (path: string, name: string): readonly string[] => {
  const kind = path.split('/')[1]?.replace(/s$/, '') ?? '';
  return name === 'id' ? [`api-${kind}`, `api-secret-${kind}`] : (known[name] ?? []);
};
const addresses = reading.flatMap(({ path }) => {
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  return name === undefined ? [path] : idsOf(path, name).map((id) => path.replace(`{${name}}`, id));
});
const asked = [
  ...addresses.map((path) => (path.endsWith('publish-by') ? `${path}?meetingDay=2019-06-12` : path)),
  '/commitments?bodyId=hosb',
  '/commitments?bodyId=hosb&ended=true',
  '/commitments?ownerId=marcus-ruff',
];

describe.each([
  ['a member of another body', 'casper-wryneck'],
  ['the secretary of another body', 'grace-siskin'],
  ['a co-optee of the body', 'jo-waxwing'],
  ['an officer who owes something else', 'owen-sandpiper'],
  ['a link officer', 'nia-redstart'],
  ['the administrator', 'sol-administrator'],
  ['somebody outside the organisation', 'andy-ouzel'],
])('With the token of %s', (_, personId) => {
  test.each(asked)('nothing of private business is in %s', async (path) => {
    const token = await api.tokenFor(personId, ['read']);
    const { status, text } = await api.get(`/api/v1${path}`, { token });
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(status).toBeLessThan(500);
    // Who has no account has no way in at all.
    if (path.includes('secret')) expect([404, 401]).toContain(status);
  });
});

test('the secretary of the body reads its private business', async () => {
  const token = await api.tokenFor('maya-lapwing');
  const { text } = await api.get('/api/v1/meetings/api-meeting/items', { token });
  expect(text).toContain('Settlement of the claim');
  expect((await api.get('/api/v1/minutes/api-secret-minute', { token })).text).toContain('Settlement of the claim');
});

describe('A token', () => {
  test('made for reading changes nothing', async () => {
    const token = await api.tokenFor('owen-sandpiper', ['read']);
    const headers = { 'idempotency-key': 'only-reading', 'if-match': '"1"' };
    const { status, json } = await api.post(write('p-scope'), {}, { token, headers });
    expect([status, json.type]).toEqual([403, problem('not-in-scope')]);
    expect((await get(opened.register, commitments, 'p-scope')).version).toBe(1);
  });

  test.each(['', 'Bearer', 'Basic abc', 'Bearer quorate.nobody.x', `Bearer quorate.nobody.${'A'.repeat(43)}`])(
    'spelled %p lets nobody in, and says no more than that',
    async (authorization) => {
      const { status, json } = await api.get('/api/v1/bodies', { headers: { authorization } });
      expect([status, json]).toEqual([
        401,
        { type: problem('token-needed'), title: 'A valid token is needed', status: 401 },
      ]);
    },
  );

  test('of somebody who has left lets nobody in', async () => {
    const token = await api.tokenFor('lewis-brambling');
    expect((await api.get('/api/v1/bodies', { token })).status).toBe(200);
    const found = await get(opened.register, people, 'lewis-brambling');
    await savePerson(opened.register, aCommand('lewis-leaves'), { ...found.record, lastDay: '2019-04-14' });
    expect((await api.get('/api/v1/bodies', { token })).status).toBe(401);
  });

  test('may ask 300 times a minute, and is told how long to wait', async () => {
    const token = await api.tokenFor('ines-dabchick');
    const { register } = opened;
    const id = token.split('.')[1] ?? '';
    const { countUse } = await import('../../../shared/store/api-tokens.ts');
    for (let use = 0; use < 300; use += 1) await countUse(register.table, id, api.time.now);
    const { status, headers, json } = await api.get('/api/v1/bodies', { token });
    expect([status, json.type]).toEqual([429, problem('too-many')]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    api.time.now += 60_000;
    expect((await api.get('/api/v1/bodies', { token })).status).toBe(200);
    api.time.now -= 60_000;
  });
});

describe('A body', () => {
  const post = async (body: string, contentType: string) => {
    const headers = { 'content-type': contentType, 'idempotency-key': 'a-bad-body', 'if-match': '"1"' };
    return api.post(write('p-input', 'progress'), body, { token: await api.tokenFor('owen-sandpiper'), headers });
  };
  test.each([
    ['that is a form', 'text=x', 'application/x-www-form-urlencoded', 415],
    ['that is not JSON', '{"text":', 'application/json', 400],
    ['of more than 1 MB', JSON.stringify({ text: 'x'.repeat(1_000_001) }), 'application/json', 413],
    ['that is a list', '[]', 'application/json', 422],
    ['with an empty text', '{"text":"  "}', 'application/json; charset=utf-8', 422],
    ['with a text of 4,001 letters', JSON.stringify({ text: 'x'.repeat(4001) }), 'application/json', 422],
  ])('%s is refused', async (_, body, contentType, status) => {
    expect((await post(body, contentType)).status).toBe(status);
  });

  test('points at the field inside of a field that is wrong', async () => {
    const headers = { 'idempotency-key': 'wrong-inside', 'if-match': '"1"' };
    const body = { reason: 'Late', wanted: { sort: 'day', day: '2019-02-30', asSaid: '' } };
    const token = await api.tokenFor('owen-sandpiper');
    const { status, json } = await api.post(write('p-input', 'more-time'), body, { token, headers });
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ pointer: '/wanted/day' }]);
  });

  test('that asks for a day gone by, or a meeting of another body, is refused', async () => {
    const headers = { 'idempotency-key': 'wrong-meaning', 'if-match': '"1"' };
    const wanted = { sort: 'day', day: '2019-04-14', asSaid: '' };
    const owner = { token: await api.tokenFor('owen-sandpiper'), headers };
    const gone = await api.post(write('p-input', 'more-time'), { wanted, reason: 'Late' }, owner);
    expect([gone.status, gone.json.errors]).toMatchObject([422, [{ pointer: '/wanted' }]]);
    const secretary = { token: await api.tokenFor('maya-lapwing'), headers };
    const body = { meetingId: 'meeting-cabinet-2019-06-18' };
    const elsewhere = await api.post(write('p-input', 'place'), body, secretary);
    expect([elsewhere.status, elsewhere.json.errors]).toMatchObject([422, [{ pointer: '/meetingId' }]]);
  });
});

test.each([
  '/api/v1',
  '/api/v1/',
  '/api/v1/nothing',
  '/api/v2/bodies',
  '/api/v1/bodies/HOSB!',
  '/api/v1/bodies//meetings',
])('there is nothing at %s', async (address) => {
  const { status, json } = await api.get(address, { token: await api.tokenFor('maya-lapwing') });
  expect([status, json.type]).toEqual([404, problem('not-found')]);
});

test('the plan and the deadline are those of the pages', async () => {
  const token = await api.tokenFor('maya-lapwing');
  const by = await api.get('/api/v1/bodies/hosb/publish-by?meetingDay=2019-04-25', { token });
  // demonstration.md A4: five clear working days over Easter.
  expect(by.json).toMatchObject({ day: '2019-04-15', rule: 'notice', statutory: true });
  expect(by.json.sum.filter(({ part }: { part: string }) => part === 'counted')).toHaveLength(5);
  const plan = await api.get('/api/v1/bodies/hosb/plan', { token });
  expect(plan.json.meetings.length).toBeGreaterThan(3);
});

test.each(['1000-01-01', '2016-01-04', '2050-06-01', '9999-12-31'])(
  'a meeting on %s has a deadline, or a problem that says why not, and never a fault',
  async (meetingDay) => {
    const token = await api.tokenFor('maya-lapwing');
    const { status } = await api.get(`/api/v1/bodies/hosb/publish-by?meetingDay=${meetingDay}`, { token });
    expect([200, 400]).toContain(status);
  },
);
