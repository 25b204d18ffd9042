import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { everyOperation, operationsAt } from '../../../functions/api/areas.ts';
import { openApiOf } from '../../../functions/api/open-api.ts';
import { publishedOperations } from '../../../functions/api/operations/published.ts';
import { isProblem as isName, problems } from '../../../functions/api/problems.ts';
import { publishMeeting } from '../../../shared/store/publish.ts';
import { ADDRESS, apiOver, schemaOf } from '../../support/api.ts';
import { loadForApi } from '../../support/api-data.ts';
import type { Example } from '../../support/api-examples/example.ts';
import { examples } from '../../support/api-examples/examples.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { testFiles } from '../../support/files.ts';

const operations = await everyOperation();

type Json = Record<string, unknown>;

/** Problems that only a hundred and fifty items, or a failure of the world, would bring about. */
const hardToProvoke = ['agenda-full', 'cannot-be-put', 'no-vote', 'not-in-writing'];
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
const idOfHistory: [RegExp, string][] = [
  [/^\/meetings\//, 'api-meeting'],
  [/^\/items\//, 'api-item'],
  [/^\/resolutions\//, 'api-resolution'],
  [/^\/minutes\//, 'api-minute'],
];

/** A promise of its own for each act, so that none spoils another's. */
const promiseOf = ({ operation }: Pick<One, 'operation'>) => `api-p-${operation.operationId.toLowerCase()}`;

const exampleOf = ({ operation }: Pick<One, 'operation'>): Example => examples[operation.operationId] ?? {};

const addressOf = (one: One, { at = {}, query = '' }: Example = exampleOf(one)): string => {
  const filled = one.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) =>
      at[name] ??
      (name === 'commitmentId' ? promiseOf(one) : undefined) ??
      ids[name] ??
      idOfHistory.find(([pattern]) => pattern.test(one.path))?.[1] ??
      'none',
  );
  return `/api/v1${filled}${query}`;
};
const isOpen = ({ operation }: One) => operation.security.length === 0;
const isVersioned = ({ operation }: One) =>
  operation.parameters.some(({ $ref = '' }) => $ref === '#/components/parameters/IfMatch');
const personFor = (one: One, { who }: Example = exampleOf(one)) =>
  who ?? (one.method === 'POST' ? 'owen-sandpiper' : 'maya-lapwing');

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let storage: Awaited<ReturnType<typeof testFiles>>;
let api: ReturnType<typeof apiOver>;

/** What an example's preparation found out, by example. */
const made = new Map<Example, Example>();
const ready = (example: Example): Example => ({ ...example, ...made.get(example) });
const readied = (one: One): Example => ready(exampleOf(one));

async function prepare(example: Example): Promise<void> {
  if (example.prepare === undefined || made.has(example)) return;
  const { register } = opened;
  let sent = 0;
  const told = await example.prepare({
    register,
    api,
    send: async (who, path, body, version) => {
      sent += 1;
      const headers = {
        'idempotency-key': `prepare-${made.size}-${sent}`,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      };
      const answer = await api.post(`/api/v1${path}`, body, { token: await api.tokenFor(who), headers });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
      return answer.json;
    },
    read: async (who, path) => {
      const answer = await api.get(`/api/v1${path}`, { token: await api.tokenFor(who) });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
      return answer.json;
    },
  });
  made.set(example, told ?? {});
}

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  await loadForApi(opened.register, every.filter(({ path }) => path.startsWith('/commitments/')).map(promiseOf));
  await publishMeeting(opened.register, aCommand('publish-for-the-api'), 'api-meeting');
  storage = await testFiles();
  api = apiOver(opened.register, { files: storage.files });
  for (const one of every) await prepare(exampleOf(one));
}, 60_000);
// A token may make so many requests a minute: each test has a minute of its own.
beforeEach(() => {
  api.time.now += 60_000;
});
afterAll(async () => {
  await storage.close();
  await opened.close();
});

const closed = every.filter((one) => !isOpen(one));
const commandsOf = every.filter(({ method }) => method === 'POST');
const named = (list: One[]): [string, One][] => list.map((one) => [`${one.method} ${one.path}`, one]);

/** Headers and body with which an operation is asked for in earnest. */
const earnest = (one: One, key = `contract-${one.operation.operationId}`, example = readied(one)) =>
  one.method === 'GET'
    ? {}
    : {
        body: example.body ?? {},
        headers: { 'idempotency-key': key, 'if-match': `"${example.version ?? 1}"` },
      };

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
    const answer = await api.call(one.method, addressOf(one, readied(one)), earnest(one));
    isProblem(answer, 401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });
});

describe('With a token of somebody who may not', () => {
  test.each(
    named(closed.filter((one) => (one.path.includes('{') || one.path === '/people') && exampleOf(one).mayNot !== null)),
  )('%s is refused or not there', async (_, one) => {
    const token = await api.tokenFor(exampleOf(one).mayNot ?? 'casper-wryneck');
    const answer = await api.call(one.method, addressOf(one, readied(one)), {
      ...earnest(one, `not-allowed-${one.operation.operationId}`),
      token,
    });
    expect([403, 404]).toContain(answer.status);
    isProblem(answer, answer.status);
  });
});

test.each(named(every))('%s refuses a parameter that it does not know', async (_, one) => {
  const token = isOpen(one) ? undefined : await api.tokenFor(personFor(one));
  const address = addressOf(one, readied(one));
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
    const answer = await api.call('POST', addressOf(one, readied(one)), {
      ...sent,
      token,
      body: { ...(readied(one).body as Json), 'wro/ng': 1 },
    });
    isProblem(answer, 422);
    expect(answer.json['errors']).toEqual([{ pointer: '/wro~1ng', detail: 'No such field' }]);
  },
);

test.each(named(every))('%s says which methods there are to whoever uses another', async (_, one) => {
  const answer = await api.call('DELETE', addressOf(one, readied(one)));
  isProblem(answer, 405);
  expect((answer.headers['allow'] ?? '').split(', ')).toContain(one.method);
});

test.each(named(every))('%s names every problem that it answered with in its document', (_, one) => {
  const said = Object.keys(one.operation.responses);
  expect(said).toEqual(expect.arrayContaining(['200', '404', '405', '500', '503']));
  if (!isOpen(one)) expect(said).toEqual(expect.arrayContaining(['401', '403', '429']));
});

type Provoked = { one: One; usual: Example; example: Example };

describe('A command', () => {
  const sendAs = async (one: One, change: { headers?: Record<string, string>; body?: unknown; scope?: 'read' }) => {
    const sent = earnest(one, `refused-${one.operation.operationId}`);
    const token = await api.tokenFor(personFor(one), change.scope === 'read' ? ['read'] : ['read', 'write']);
    return api.call('POST', addressOf(one, readied(one)), {
      token,
      body: change.body ?? sent.body,
      headers: change.headers ?? sent.headers ?? {},
    });
  };
  const typeOf = (answer: { json: Json }) => String(answer.json['type']).split('/').at(-1);

  test.each(named(commandsOf))('%s is refused with a token for reading', async (_, one) => {
    const answer = await sendAs(one, { scope: 'read' });
    isProblem(answer, 403);
    expect(typeOf(answer)).toBe('not-in-scope');
  });

  test.each(named(commandsOf))('%s wants a key, a body that is JSON, and the version', async (_, one) => {
    const noKey = await sendAs(one, { headers: { 'if-match': '"1"' } });
    expect([noKey.status, typeOf(noKey)]).toEqual([400, 'key-needed']);
    const notJson = await sendAs(one, { body: '{ "half":' });
    expect([notJson.status, typeOf(notJson)]).toEqual([400, 'not-json']);
    const text = await sendAs(one, { headers: { 'content-type': 'text/plain', 'idempotency-key': 'as-text-1' } });
    expect([text.status, typeOf(text)]).toEqual([415, 'wrong-content-type']);
    if (!isVersioned(one)) return;
    const noVersion = await sendAs(one, { headers: { 'idempotency-key': `versionless-${one.operation.operationId}` } });
    expect([noVersion.status, typeOf(noVersion)]).toEqual([428, 'version-needed']);
  });

  test.each(named(commandsOf.filter(isVersioned)))(
    '%s changes no version that is not the one of now',
    async (_, one) => {
      const headers = { 'idempotency-key': `stale-${one.operation.operationId}`, 'if-match': '"998"' };
      const answer = await sendAs(one, { headers });
      isProblem(answer, 412);
      expect(answer.json['changes']).toEqual([]);
      expect(answer.headers['etag']).toMatch(/^"\d+"$/);
    },
  );

  const provoked = commandsOf.flatMap((one) => {
    const { refused = {}, prepare: _, ...usual } = examples[one.operation.operationId] ?? {};
    return Object.entries(refused).flatMap(([problem, others]) =>
      [others]
        .flat()
        .map((example): [string, string, Provoked] => [`${one.method} ${one.path}`, problem, { one, usual, example }]),
    );
  });
  test.each(provoked)('%s is refused as %s says', async (_, problem, { one, usual, example }) => {
    await prepare(example);
    const asked = { ...usual, ...made.get(exampleOf(one)), ...ready(example) };
    const answer = await api.call('POST', addressOf(one, asked), {
      ...earnest(one, `provoked-${one.operation.operationId}-${problem}`, asked),
      token: await api.tokenFor(personFor(one, asked)),
    });
    expect([typeOf(answer), answer.status]).toEqual([problem, isName(problem) ? problems[problem].status : 0]);
    expect(one.operation.responses).toHaveProperty(String(answer.status));
  });

  test('is provoked into every problem that it names of its own', () => {
    const named = operations.flatMap(({ id, refuses = {} }) =>
      [...new Set(Object.values(refuses))].map((problem) => `${id} ${problem}`),
    );
    const tried = Object.entries(examples).flatMap(([id, { refused = {} }]) =>
      Object.keys(refused).map((problem) => `${id} ${problem}`),
    );
    expect(named.filter((one) => !tried.includes(one) && !hardToProvoke.includes(one.split(' ')[1] ?? ''))).toEqual([]);
  });
});

describe('With a token of somebody who may', () => {
  test.each(named(every))('%s answers as the document says', async (_, one) => {
    const token = isOpen(one) ? undefined : await api.tokenFor(personFor(one));
    const sent = { ...earnest(one), ...(token === undefined ? {} : { token }) };
    const answer = await api.call(one.method, addressOf(one, readied(one)), sent);
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
      const { headers } = await api.get(addressOf(one, readied(one)), given);
      const again = await api.get(addressOf(one, readied(one)), {
        ...given,
        headers: { 'if-none-match': headers['etag'] ?? '' },
      });
      expect([again.status, again.text]).toEqual([304, '']);
    },
  );
});

test.each(operations.map((one): [string, (typeof operations)[number]] => [one.id, one]))(
  '%s is found in the areas of its address',
  async (_, { id, path }) => {
    const there = await operationsAt(`/api/v1${path.replaceAll(/\{\w+\}/g, 'some-id')}`);
    expect(there.map((one) => one.id)).toContain(id);
  },
);
