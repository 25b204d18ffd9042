import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApiOf } from '../../../functions/api/open-api.ts';
import { operations } from '../../../functions/api/operations/operations.ts';
import { publishedOperations } from '../../../functions/api/operations/published.ts';
import { publishMeeting } from '../../../shared/store/publish.ts';
import { ADDRESS, apiOver, schemaOf } from '../../support/api.ts';
import { loadForApi } from '../../support/api-data.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { testRegister } from '../../support/register.ts';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  security: unknown[];
  parameters: { $ref?: string; name?: string; in?: string; required?: boolean }[];
  requestBody?: { content: { 'application/json': { schema: Json } } };
  responses: Record<string, { content?: { 'application/json'?: { schema: Json } } }>;
};

// What is tested is what the document says: each operation is found in it, and its answer is held against its schema.
const document = openApiOf([...operations, ...publishedOperations], {
  publicAddress: ADDRESS,
  organisationName: 'Brackenford City Council',
});
const every = Object.entries(document['paths'] as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);
type One = (typeof every)[number];

const ids: Record<string, string> = {
  bodyId: 'hosb',
  meetingId: 'api-meeting',
  itemId: 'api-item',
  resolutionId: 'api-resolution',
  minuteId: 'api-minute',
  personId: 'owen-sandpiper',
  writtenResolutionId: 'written-extended-access',
  decisionId: 'api-decision',
};
/** Where an operation needs other records than the usual ones: a change has its own, so that none spoils another's. */
const ownIds: Record<string, Record<string, string>> = {
  listWrittenResolutions: { bodyId: 'governing-body' },
  publishDecision: { decisionId: 'api-decision-to-publish' },
  readPublishedDecision: { decisionId: 'decision-parking-mill-lane' },
  addItem: { meetingId: 'api-agenda-1' },
  moveItem: { meetingId: 'api-agenda-2', itemId: 'api-agenda-2-item-1' },
  takeItemOff: { meetingId: 'api-agenda-3', itemId: 'api-agenda-3-item-1' },
  giveApologies: { meetingId: 'meeting-hosb-2019-06-12' },
  previewAgenda: { meetingId: 'api-agenda-4' },
  publishAgenda: { meetingId: 'api-agenda-5' },
};
const idOfHistory: [RegExp, string][] = [
  [/^\/meetings\//, 'api-meeting'],
  [/^\/items\//, 'api-item'],
  [/^\/resolutions\//, 'api-resolution'],
  [/^\/minutes\//, 'api-minute'],
];

/** A promise of its own for each act, so that none spoils another's. */
const promiseOf = ({ operation }: Pick<One, 'operation'>) => `api-p-${operation.operationId.toLowerCase()}`;

const bodies: Record<string, unknown> = {
  refusePromise: { reason: 'It is for the trust' },
  askMoreTime: { wanted: { sort: 'day', day: '2019-12-04', asSaid: 'by December' }, reason: 'Figures come late' },
  sayPromiseDone: { evidence: 'The report is on the agenda of 12 June' },
  addProgress: { text: 'A draft is with the director' },
  placePromise: { meetingId: 'meeting-hosb-2019-06-12' },
  givePromiseDate: { due: { sort: 'day', day: '2019-07-01', asSaid: '' }, reason: 'The Board asked for July' },
  reassignPromise: { role: null, personId: 'leena-plover', linkOfficerId: null, reason: 'It is hers' },
  recordPromiseConsidered: { meetingId: 'meeting-hosb-2019-03-13', minuteReference: '12', said: 'Noted.' },
  withdrawPromise: { meetingId: 'meeting-hosb-2019-03-13', minuteReference: '12', reason: 'Done elsewhere' },
  closePromise: { meetingId: 'meeting-hosb-2019-03-13', minuteReference: '12' },
  reopenPromise: { due: { sort: 'day', day: '2019-07-01', asSaid: '' }, reason: 'More is wanted' },
  answerMoreTime: { answer: 'agreed', reason: 'The trust asked' },
  answerWrittenResolution: { answer: 'approve', comment: null },
  addItem: {
    title: 'Waiting times at Ironside',
    purpose: 'discussion',
    reportOf: 'Director of operations',
    presenter: null,
    report: 'to-follow',
    toFollowReason: 'The figures of March come on 3 June',
    contactOfficer: null,
    after: null,
  },
  moveItem: { to: 1 },
  takeItemOff: { how: 'defer', reason: 'The trust cannot come' },
  giveApologies: { intention: 'apologies', substituteId: null, reason: null },
  recordDecision: {
    sort: 'officer',
    bodyId: 'cabinet',
    title: 'Lamps in Mill Lane',
    decidedBy: { personId: 'jonah-shelduck', role: 'Director of place', delegation: 'Scheme of delegation, part 4' },
    decidedOn: '2019-04-12',
    text: 'That the lamps be renewed.',
    reasons: 'They are out.',
    alternatives: { sort: 'none' },
    conflicts: { sort: 'none' },
    dispensation: { sort: 'none' },
    report: null,
    backgroundPapers: null,
    key: { sort: 'not-key', why: 'One ward.' },
    callIn: { sort: 'waived', why: 'not-executive', reason: '' },
  },
};
const queries: Record<string, string> = { readPublishBy: '?meetingDay=2019-04-25', listPromises: '?bodyId=hosb' };
const whoMay: Record<string, string> = {
  ...Object.fromEntries(
    ['answerMoreTime', 'givePromiseDate', 'reassignPromise', 'recordPromiseConsidered', 'closePromise'].map((id) => [
      id,
      'maya-lapwing',
    ]),
  ),
  reopenPromise: 'maya-lapwing',
  withdrawPromise: 'maya-lapwing',
  placePromise: 'maya-lapwing',
  listWrittenResolutions: 'grace-siskin',
  readWrittenResolution: 'grace-siskin',
  listAnswers: 'grace-siskin',
  answerWrittenResolution: 'harjit-dunlin',
  addItem: 'maya-lapwing',
  moveItem: 'maya-lapwing',
  publishAgenda: 'maya-lapwing',
  takeItemOff: 'maya-lapwing',
  giveApologies: 'rowan-kestrel',
  readDecision: 'tom-dunnock',
  recordDecision: 'tom-dunnock',
  publishDecision: 'tom-dunnock',
};

const addressOf = (one: One): string => {
  const filled = one.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'commitmentId') return promiseOf(one);
    return (
      ownIds[one.operation.operationId]?.[name] ??
      ids[name] ??
      idOfHistory.find(([pattern]) => pattern.test(one.path))?.[1] ??
      'none'
    );
  });
  return `/api/v1${filled}${queries[one.operation.operationId] ?? ''}`;
};
const isOpen = ({ operation }: One) => operation.security.length === 0;
const personFor = ({ operation, method }: One) =>
  whoMay[operation.operationId] ?? (method === 'POST' ? 'owen-sandpiper' : 'maya-lapwing');

let opened: Awaited<ReturnType<typeof testRegister>>;
let api: ReturnType<typeof apiOver>;

beforeAll(async () => {
  opened = await testRegister(testBlobs());
  await loadForApi(opened.register, every.filter(({ path }) => path.startsWith('/commitments/')).map(promiseOf));
  await publishMeeting(opened.register, aCommand('publish-for-the-api'), 'api-meeting');
  api = apiOver(opened.register);
  const token = await api.tokenFor('maya-lapwing');
  seen = (await api.get('/api/v1/meetings/api-agenda-5/agenda/publication', { token })).json.seen;
});
afterAll(() => opened.close());

const closed = every.filter((one) => !isOpen(one));
const named = (list: One[]): [string, One][] => list.map((one) => [`${one.method} ${one.path}`, one]);

/** Headers and body with which an operation is asked for in earnest. */
/** What would go out of the agenda that is published, as its preview names it. */
let seen = '';
const bodyOf = ({ operation }: One): unknown =>
  operation.operationId === 'publishAgenda' ? { seen } : (bodies[operation.operationId] ?? {});
const earnest = (one: One, key = `contract-${one.operation.operationId}`) =>
  one.method === 'GET' ? {} : { body: bodyOf(one), headers: { 'idempotency-key': key, 'if-match': '"1"' } };

const isProblem = (answer: { status: number; headers: Record<string, string>; json: Json }, status: number) => {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json['status']).toBe(status);
  expect(String(answer.json['type'])).toMatch(new RegExp(`^${ADDRESS}/api/docs/problems/[a-z-]+$`));
  expect(String(answer.json['title'])).not.toBe('');
  expect(JSON.stringify(answer.json)).not.toMatch(/\bat .*\.ts|Error:/);
};

test('every operation has a name of its own and says what it answers', () => {
  const names = every.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(document['openapi']).toBe('3.1.0');
  for (const { operation } of every)
    expect(operation.responses['200']?.content?.['application/json']?.schema).toBeDefined();
});

test('the document points to nothing that it does not hold', () => {
  const text = JSON.stringify(document);
  const held = (document['components'] as Record<string, Json>)['schemas'] ?? {};
  const asked = [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name = '']) => name);
  expect(asked.filter((name) => !(name in held))).toEqual([]);
  expect(text).not.toContain('#/$defs/');
});

describe('Without a token', () => {
  test.each(named(closed))('%s answers nobody', async (_, one) => {
    const answer = await api.call(one.method, addressOf(one), earnest(one));
    isProblem(answer, 401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });
});

describe('With a token of somebody who may not', () => {
  test.each(named(closed.filter(({ path }) => path.includes('{') || path === '/people')))(
    '%s is refused or not there',
    async (_, one) => {
      const token = await api.tokenFor('casper-wryneck');
      const answer = await api.call(one.method, addressOf(one), {
        ...earnest(one, `not-allowed-${one.operation.operationId}`),
        token,
      });
      expect([403, 404]).toContain(answer.status);
      isProblem(answer, answer.status);
    },
  );
});

describe('With a token of somebody who may', () => {
  test.each(named(every))('%s answers as the document says', async (_, one) => {
    const token = isOpen(one) ? undefined : await api.tokenFor(personFor(one));
    const sent = { ...earnest(one), ...(token === undefined ? {} : { token }) };
    const answer = await api.call(one.method, addressOf(one), sent);
    expect([answer.status, answer.json]).toEqual([200, answer.json]);
    const schema = one.operation.responses['200']?.content?.['application/json']?.schema;
    expect(schemaOf(document, schema).safeParse(answer.json)).toMatchObject({ success: true });
    if (one.method === 'GET') {
      const items = answer.json['items'];
      if (items !== undefined) expect(items).not.toEqual([]);
      expect(answer.headers['etag']).toMatch(/^"/);
    }
  });

  test.each(named(every.filter(({ method }) => method === 'GET')))(
    '%s is not sent again to whoever has it',
    async (_, one) => {
      const token = isOpen(one) ? undefined : await api.tokenFor(personFor(one));
      const given = token === undefined ? {} : { token };
      const { headers } = await api.get(addressOf(one), given);
      const again = await api.get(addressOf(one), { ...given, headers: { 'if-none-match': headers['etag'] ?? '' } });
      expect([again.status, again.text]).toEqual([304, '']);
    },
  );
});

test.each(named(every))('%s refuses a parameter that it does not know', async (_, one) => {
  const token = isOpen(one) ? undefined : await api.tokenFor(personFor(one));
  const address = addressOf(one);
  const asked = `${address}${address.includes('?') ? '&' : '?'}wrnog=1`;
  const answer = await api.call(one.method, asked, {
    ...earnest(one, `wrong-parameter-${one.operation.operationId}`),
    ...(token === undefined ? {} : { token }),
  });
  isProblem(answer, 400);
  expect(answer.json['errors']).toEqual([{ parameter: 'wrnog', detail: 'No such parameter' }]);
});

test.each(named(every.filter(({ method }) => method === 'POST')))(
  '%s refuses a field that it does not know, and names it',
  async (_, one) => {
    const token = await api.tokenFor(personFor(one));
    const sent = earnest(one, `wrong-field-${one.operation.operationId}`);
    const answer = await api.call('POST', addressOf(one), {
      ...sent,
      token,
      body: { ...(bodyOf(one) as Json), 'wro/ng': 1 },
    });
    isProblem(answer, 422);
    expect(answer.json['errors']).toEqual([{ pointer: '/wro~1ng', detail: 'No such field' }]);
  },
);

test.each(named(every))('%s says which methods there are to whoever uses another', async (_, one) => {
  const answer = await api.call('DELETE', addressOf(one));
  isProblem(answer, 405);
  expect((answer.headers['allow'] ?? '').split(', ')).toContain(one.method);
});

test.each(named(every))('%s names every problem that it answered with in its document', (_, one) => {
  const said = Object.keys(one.operation.responses);
  expect(said).toEqual(expect.arrayContaining(['200', '404', '405', '500', '503']));
  if (!isOpen(one)) expect(said).toEqual(expect.arrayContaining(['401', '403', '429']));
});
