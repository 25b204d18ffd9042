import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { problems } from '../../../functions/api/problems.ts';
import { startTableProxy } from '../../../infra/local/table/proxy.ts';
import { allowsPublished } from '../../../infra/local/table/published-only.ts';
import { publishMeeting } from '../../../shared/store/publish.ts';
import { openTable } from '../../../shared/store/table.ts';
import { ADDRESS, apiOver } from '../../support/api.ts';
import { loadForApi } from '../../support/api-data.ts';
import { testBlobs } from '../../support/blobs.ts';
import { startBrowser } from '../../support/browser.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { faultsShown } from '../../support/shown-page.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let guard: Awaited<ReturnType<typeof startTableProxy>>;
let dynamo: DynamoDBClient;
let api: ReturnType<typeof apiOver>;
let browser: Browser;
const refused: string[] = [];

beforeAll(async () => {
  [opened, browser] = await Promise.all([demonstrationRegister(testBlobs()), startBrowser()]);
  await loadForApi(opened.register);
  await publishMeeting(opened.register, aCommand('publish-for-the-api'), 'api-meeting');
  // The public part over the guard of the one-machine host: every key but a published one is refused.
  guard = await startTableProxy({
    target: opened.endpoint,
    faultFor: ({ operation, body }) => {
      if (allowsPublished(operation, body)) return undefined;
      refused.push(operation);
      return 'refuse';
    },
  });
  const credentials = { accessKeyId: 'public', secretAccessKey: 'public' };
  dynamo = new DynamoDBClient({ endpoint: guard.address, region: 'eu-west-2', credentials });
  api = apiOver(opened.register, { published: openTable('quorate', DynamoDBDocumentClient.from(dynamo)) });
}, 120_000);
afterAll(async () => {
  await browser.close();
  dynamo.destroy();
  await guard.close();
  opened.close();
});

const every = [
  '/api/v1/public/bodies?limit=100',
  '/api/v1/public/bodies/hosb',
  '/api/v1/public/bodies/hosb/meetings?limit=100',
  '/api/v1/public/meetings/api-meeting',
  '/api/v1/public/decisions?limit=100',
  '/api/v1/public/forward-plan?limit=100',
  '/api/v1/openapi.json',
  '/api/docs',
];

describe('The public part', () => {
  test.each(every)('%s reads published keys and nothing else, and holds nothing private', async (address) => {
    const { status, text, headers } = await api.get(address);
    expect([status, refused]).toEqual([200, []]);
    expect(text).not.toMatch(/ettlement of the claim|Chamber of secrets/);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('knows nobody: a token makes no difference', async () => {
    const token = await api.tokenFor('maya-lapwing');
    const [with_, without] = [await api.get(every[3] ?? '', { token }), await api.get(every[3] ?? '')];
    expect(with_.text).toBe(without.text);
    expect(without.text).toContain('Winter pressures');
  });

  test.each([
    '/api/v1/public/meetings/api-secret-meeting',
    '/api/v1/public/bodies/nobody',
    '/api/v1/public/decisions/api-decision',
  ])('there is nothing at %s', async (address) => {
    const { status, headers } = await api.get(address);
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  test('leads through a list by its own cursors, and refuses those of another', async () => {
    const first = await api.get('/api/v1/public/bodies?limit=3');
    const second = await api.get(`/api/v1/public/bodies?limit=3&cursor=${first.json.next}`);
    const ids = [...first.json.items, ...second.json.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(6);
    const other = await api.get(`/api/v1/public/decisions?cursor=${first.json.next}`);
    expect([other.status, other.json.title]).toEqual([400, 'The cursor is not of this list']);
  });

  test('links each body and meeting to its page, its calendar and its feed', async () => {
    const { json } = await api.get('/api/v1/public/bodies/hosb');
    expect(json.links).toEqual({
      page: `${ADDRESS}/committees/hosb`,
      calendar: `${ADDRESS}/committees/hosb/meetings.ics`,
      feed: `${ADDRESS}/committees/hosb/feed.atom`,
    });
  });
});

describe('The page to read', () => {
  test.each(Object.keys(problems))('says what %s means and what to do', async (name) => {
    const { status, text } = await api.get(`/api/docs/problems/${name}`);
    expect(status).toBe(200);
    expect(text).toContain('<h1');
  });

  test('answers nothing for a problem that there is not', async () => {
    expect((await api.get('/api/docs/problems/nothing')).status).toBe(404);
    expect((await api.call('POST', '/api/docs', { body: {} })).status).toBe(404);
  });

  for (const width of [1280, 320])
    test.each([
      '/api/docs',
      '/api/docs/of/meetings-and-agendas',
      '/api/docs/problems/changed-meanwhile',
      '/api/docs/nothing',
    ])(`%s is accessible at ${width} px and needs no sideways scroll`, async (address) => {
      expect(await faultsShown(browser, (await api.get(address)).text, { width })).toEqual([]);
    });

  test('names every operation of the document, and leads to what each takes', async () => {
    const [{ text }, { json }] = [await api.get('/api/docs'), await api.get('/api/v1/openapi.json')];
    for (const path of Object.keys(json.paths)) expect(text).toContain(`/api/v1${path}`);
    const links = [...text.matchAll(/href="(\/api\/docs\/of\/[a-z-]+)#(\w+)"/g)];
    expect(links.length).toBeGreaterThan(100);
    const pages = new Map(
      await Promise.all(
        [...new Set(links.map(([, page = '']) => page))].map(
          async (page) => [page, (await api.get(page)).text] as const,
        ),
      ),
    );
    for (const [, page = '', id = ''] of links) expect(pages.get(page)).toContain(`id="${id}"`);
    for (const shown of [text, ...pages.values()]) {
      const anchors = [...shown.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
      expect(anchors.filter((id) => !shown.includes(`id="${id}"`))).toEqual([]);
    }
  });

  test('answers nothing for a group that there is not', async () => {
    expect((await api.get('/api/docs/of/nothing')).status).toBe(404);
  });
});
