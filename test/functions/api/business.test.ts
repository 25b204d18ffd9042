import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADDRESS, apiOver } from '../../support/api.ts';
import { loadForApi } from '../../support/api-data.ts';
import { testBlobs } from '../../support/blobs.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let api: ReturnType<typeof apiOver>;

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  await loadForApi(opened.register);
  api = apiOver(opened.register);
});
afterAll(() => opened.close());

const problem = (name: string) => `${ADDRESS}/api/docs/problems/${name}`;
const written = '/api/v1/written-resolutions/written-extended-access';
const keyed = async (personId: string, key: string, etag?: string) => ({
  token: await api.tokenFor(personId),
  headers: { 'idempotency-key': key, ...(etag === undefined ? {} : { 'if-match': etag }) },
});

describe('A decision in writing', () => {
  const answers = async (personId: string) =>
    (await api.get(`${written}/answers`, { token: await api.tokenFor(personId) })).json;

  test('shows members who has answered, and the secretary alone how', async () => {
    const [member, secretary] = [await answers('harjit-dunlin'), await answers('grace-siskin')];
    expect(member.items).toHaveLength(7);
    expect(member.items.every(({ given }: { given: unknown }) => given === null)).toBe(true);
    expect(secretary.items.every(({ given }: { given: unknown }) => given !== null)).toBe(true);
  });

  test('shows a member their own answer', async () => {
    const { items } = await answers('una-smew');
    const shown = items.filter(({ given }: { given: unknown }) => given !== null);
    expect(shown).toMatchObject([{ personId: 'una-smew', given: { answer: 'approve' } }]);
  });

  test.each(['maya-lapwing', 'owen-sandpiper', 'sol-administrator'])(
    'is not there for %s, of another body',
    async (who) => {
      const token = await api.tokenFor(who);
      const asked = [await api.get(written, { token }), await api.get(`${written}/answers`, { token })];
      expect(asked.map(({ status }) => status)).toEqual([404, 404]);
      const answer = await api.post(
        `${written}/answer`,
        { answer: 'reject', comment: null },
        await keyed(who, 'not-my-vote'),
      );
      expect(answer.status).toBe(404);
    },
  );

  test('takes no answer from the secretary, who has no vote, nor from a member who stood aside', async () => {
    const body = { answer: 'approve', comment: null };
    const secretary = await api.post(`${written}/answer`, body, await keyed('grace-siskin', 'no-vote-here'));
    expect([secretary.status, secretary.json.type]).toEqual([403, problem('not-allowed')]);
    const aside = await api.post(`${written}/answer`, body, await keyed('ravi-garganey', 'stood-aside'));
    expect([aside.status, aside.json.type]).toEqual([409, problem('stood-aside')]);
  });

  test('is carried by the answer that decides it, and the same key answers the same afterwards', async () => {
    const body = { answer: 'approve', comment: null };
    const sent = await keyed('harjit-dunlin', 'the-deciding-vote');
    const first = await api.post(`${written}/answer`, body, sent);
    const again = await api.post(`${written}/answer`, body, sent);
    expect([first.status, again.text]).toEqual([200, first.text]);
    const { json } = await api.get(written, { token: await api.tokenFor('grace-siskin') });
    expect(json.state).toBe(first.json.outcome.state);
  });

  test('takes an interest with standing aside, and only then', async () => {
    const bad = await api.post(
      `${written}/answer`,
      { answer: 'stand-aside', comment: null },
      await keyed('una-smew', 'no-interest'),
    );
    expect([bad.status, bad.json.errors]).toMatchObject([422, [{ pointer: '/interest' }]]);
  });
});

describe('A decision by one person', () => {
  test('is not there while it is a draft, but for those who work on it', async () => {
    const read = async (who: string) =>
      (await api.get('/api/v1/decisions/api-decision', { token: await api.tokenFor(who) })).status;
    expect(await read('tom-dunnock')).toBe(200);
    expect([await read('maya-lapwing'), await read('owen-sandpiper')]).toEqual([404, 404]);
    const { text } = await api.get('/api/v1/decisions?limit=100', { token: await api.tokenFor('owen-sandpiper') });
    expect(text).not.toContain('api-decision"');
    expect(text).toContain('decision-parking-mill-lane');
  });

  test('is begun by its maker or the secretary, published once whole, and then runs its window', async () => {
    const read = await api.get('/api/v1/decisions/api-decision-to-publish', {
      token: await api.tokenFor('tom-dunnock'),
    });
    const etag = read.headers['etag'] ?? '';
    const path = '/api/v1/decisions/api-decision-to-publish/publish';
    const other = await api.post(path, {}, await keyed('owen-sandpiper', 'not-for-owen', etag));
    expect(other.status).toBe(404);
    const done = await api.post(path, {}, await keyed('tom-dunnock', 'publish-parking', etag));
    expect([done.status, done.json.outcome.state]).toEqual([200, 'call-in-open']);
    const { json } = await api.get('/api/v1/public/decisions/api-decision-to-publish');
    expect(json.window.closesOn).toBe('2019-04-24');
    const twice = await api.post(path, {}, await keyed('tom-dunnock', 'publish-again', done.headers['etag'] ?? ''));
    expect([twice.status, twice.json.type]).toEqual([409, problem('decision-over')]);
  });

  test('by somebody who may not decide so is refused', async () => {
    const body = {
      sort: 'individual',
      bodyId: 'cabinet',
      title: 'Lamps',
      decidedBy: { personId: 'owen-sandpiper', role: 'Manager', delegation: 'None' },
      decidedOn: null,
      text: '',
      reasons: '',
      alternatives: null,
      conflicts: null,
      dispensation: null,
      report: null,
      backgroundPapers: null,
      key: null,
      callIn: { sort: 'applies' },
    };
    const { status, json } = await api.post('/api/v1/decisions', body, await keyed('tom-dunnock', 'not-a-decider'));
    expect([status, json.errors]).toMatchObject([422, [{ pointer: '/decidedBy/personId' }]]);
  });

  test('of private business shows the public nothing but the words written for them', async () => {
    const { text } = await api.get('/api/v1/public/decisions?limit=100');
    expect(text).not.toContain('ettlement of the claim');
  });
});

describe('An agenda that is not out', () => {
  const agenda = '/api/v1/meetings/api-agenda-2/agenda';

  test('is there for those who build and agree it, and for nobody else', async () => {
    const read = async (who: string) => (await api.get(agenda, { token: await api.tokenFor(who) })).status;
    expect([await read('maya-lapwing'), await read('rowan-kestrel'), await read('sol-administrator')]).toEqual([
      200, 200, 200,
    ]);
    expect([await read('owen-sandpiper'), await read('casper-wryneck')]).not.toContain(200);
  });

  test('is put in another order by its secretary, by the version looked at', async () => {
    const token = await api.tokenFor('maya-lapwing');
    const { headers } = await api.get(agenda, { token });
    const move = (key: string) =>
      api.post(
        `${agenda}/items/api-agenda-2-item-1/move`,
        { to: 1 },
        {
          token,
          headers: { 'idempotency-key': key, 'if-match': headers['etag'] ?? '' },
        },
      );
    const done = await move('move-it-down');
    expect([done.status, done.json.version]).toEqual([200, 2]);
    const { json } = await api.get(agenda, { token });
    expect(json.slots.map(({ itemId, number }: { itemId: string; number: string }) => [number, itemId])).toEqual([
      ['1', 'api-agenda-2-item-2'],
      ['2', 'api-agenda-2-item-1'],
    ]);
    const stale = await move('move-it-again');
    expect([stale.status, stale.json.changes]).toMatchObject([412, [{ event: 'item moved', by: 'maya-lapwing' }]]);
  });

  test('takes no item of another meeting, and none for a meeting that has been', async () => {
    const elsewhere = await api.post(
      `${agenda}/items/api-agenda-3-item-1/move`,
      { to: 0 },
      await keyed('maya-lapwing', 'not-on-this', '"2"'),
    );
    expect(elsewhere.status).toBe(404);
    const past = await api.post(
      '/api/v1/meetings/api-meeting/agenda/items/api-item/move',
      { to: 0 },
      await keyed('maya-lapwing', 'has-been-held', '"1"'),
    );
    expect([past.status, past.json.type]).toEqual([409, problem('meeting-over')]);
  });

  test('asks why a report is to follow', async () => {
    const body = {
      title: 'Late figures',
      purpose: null,
      reportOf: null,
      presenter: null,
      report: 'to-follow',
      toFollowReason: null,
      contactOfficer: null,
      after: null,
    };
    const { status, json } = await api.post(
      `${agenda}/items`,
      body,
      await keyed('maya-lapwing', 'why-to-follow', '"2"'),
    );
    expect([status, json.errors]).toMatchObject([422, [{ pointer: '/toFollowReason' }]]);
  });

  test('keeps what is added to it inside until it is published', async () => {
    const token = await api.tokenFor('maya-lapwing');
    const body = {
      title: 'Street lamps',
      purpose: null,
      reportOf: null,
      presenter: null,
      report: 'oral',
      toFollowReason: null,
      contactOfficer: null,
      after: null,
    };
    const etag = (await api.get(agenda, { token })).headers['etag'] ?? '';
    expect((await api.post(`${agenda}/items`, body, await keyed('maya-lapwing', 'add-lamps', etag))).status).toBe(200);
    const { json } = await api.get('/api/v1/meetings/api-agenda-2/items?limit=100', { token });
    const added = json.items.find(({ title }: { title: string }) => title === 'Street lamps');
    expect(added.accessClass).toBe('internal');
  });
});

test('an agenda is published as it was previewed, and not once anything has changed since', async () => {
  const path = '/api/v1/meetings/api-agenda-5/agenda/publication';
  const token = await api.tokenFor('maya-lapwing');
  const { json, headers } = await api.get(path, { token });
  const send = async (seen: string, key: string) =>
    api.post(path, { seen }, await keyed('maya-lapwing', key, headers['etag']));
  const other = await send('what-somebody-else-saw', 'not-what-i-saw');
  expect([other.status, other.json.type]).toEqual([412, problem('changed-meanwhile')]);
  const done = await send(json.seen, 'as-i-saw-it-now');
  expect([done.status, done.json.outcome.day]).toEqual([200, json.day]);
  expect((await api.get(path, { token })).status).toBe(404);
  expect(
    (await api.post(path, { seen: json.seen }, await keyed('owen-sandpiper', 'not-mine-to-say', '"2"'))).status,
  ).toBe(403);
});

describe('Apologies', () => {
  const path = '/api/v1/meetings/meeting-hosb-2019-06-12/attendance';
  const body = { intention: 'apologies', substituteId: null, reason: 'On jury service' };

  test('are given by members for themselves, changed, and refused to others as if there were no meeting', async () => {
    const first = await api.post(path, body, await keyed('farida-linnet', 'cannot-come-1'));
    expect([first.status, first.json.outcome.intention]).toEqual([200, 'apologies']);
    const changed = await api.post(
      path,
      { ...body, intention: 'attending' },
      await keyed('farida-linnet', 'can-come-after-all'),
    );
    expect([changed.status, changed.json.outcome.intention]).toEqual([200, 'attending']);
    expect((await api.post(path, body, await keyed('owen-sandpiper', 'no-seat-there'))).status).toBe(404);
  });

  test('name a substitute exactly where one is sent, and one who may come', async () => {
    const named = await api.post(
      path,
      { ...body, substituteId: 'owen-sandpiper' },
      await keyed('farida-linnet', 'named-in-vain'),
    );
    const none = await api.post(
      path,
      { ...body, intention: 'substitute' },
      await keyed('farida-linnet', 'nobody-named'),
    );
    const wrong = { ...body, intention: 'substitute', substituteId: 'owen-sandpiper' };
    const stranger = await api.post(path, wrong, await keyed('farida-linnet', 'a-stranger'));
    for (const { status, json } of [named, none, stranger])
      expect([status, json.errors]).toMatchObject([422, [{ pointer: '/substituteId' }]]);
  });
});

test('What the public has seen is made private only with a note for them that does not name it', async () => {
  const path = '/api/v1/meetings/api-agenda-1/agenda';
  const token = await api.tokenFor('maya-lapwing');
  const { json } = await api.get(`${path}/publication`, { token });
  const out = await api.post(
    `${path}/publication`,
    { seen: json.seen },
    await keyed('maya-lapwing', 'out-first', '"1"'),
  );
  expect(out.status).toBe(200);
  const item = 'api-agenda-1-item-1';
  const privateReason = { scheme: 'confidential', forbiddenBy: 'The Secretary of State' };
  const send = async (body: object, key: string) => {
    const { headers } = await api.get(`/api/v1/items/${item}`, { token });
    return api.post(`${path}/items/${item}`, body, await keyed('maya-lapwing', key, headers['etag'] ?? ''));
  };
  const unmeant = await send({ privateReason }, 'closed-unmeant');
  const naming = await send({ privateReason, closedNote: 'Business 1 is private' }, 'closed-naming');
  for (const { status, json: said } of [unmeant, naming])
    expect([status, said.errors]).toMatchObject([422, [{ pointer: '/closedNote' }]]);
  expect((await send({ privateReason, closedNote: 'Taken in private.' }, 'closed-meant')).status).toBe(200);
  const seen = await api.get(`/api/v1/items/${item}`, { token: await api.tokenFor('owen-sandpiper') });
  expect(seen.status).toBe(404);
});
