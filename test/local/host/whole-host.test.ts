import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Host } from '../../../infra/local/host.ts';
import { startTestHost } from '../../support/local/start-test-host.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';
import { hiddenField, testBrowser } from '../../support/local/test-browser.ts';

const folder = temporaryFolder();
const notes = join(folder.path, 'notes.txt');
let host: Host;

beforeAll(async () => {
  process.env['QUORATE_TEST_NOTES'] = notes;
  host = await startTestHost(folder.path);
  await host.moved;
}, 30_000);
afterAll(async () => {
  await host.close();
  folder.remove();
});

const browser = () => testBrowser(host.publicAddress);
const lines = (word: string) =>
  readFileSync(notes, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(word));

test('the first day’s round has run when the host has started, and its outbox item was relayed', () => {
  expect(lines('round')).toEqual(['round 2019-04-15T07:00']);
  expect(lines('relayed')).toEqual(['relayed round-2019-04-15']);
});

test('moving time runs each day’s round in order at 08:00 in London and shows what each sent', async () => {
  const page = await browser().go('/local/time');
  expect(page.text).toContain('Today is Monday 15 April 2019');
  const moved = await browser().post('/local/time', {
    token: hiddenField(page.text, 'token'),
    by: 'day',
    day: '2019-04-18',
  });
  expect(moved.url).toBe(`${host.publicAddress}/local/time`);
  await host.time.finish();
  expect(lines('round')).toEqual([
    'round 2019-04-15T07:00',
    'round 2019-04-16T07:00',
    'round 2019-04-17T07:00',
    'round 2019-04-18T07:00',
  ]);
  const after = await browser().go('/local/time');
  expect(after.text).toContain('3 days have passed');
  expect(after.text).toContain('Round of 2019-04-17');
  expect(host.sent.sentOn('2019-04-16')).toMatchObject([
    { sort: 'email', to: 'b@brackenford.example', subject: 'Round of 2019-04-16' },
  ]);
});

test('time is not moved back, to no day, too far, or by a form from elsewhere', async () => {
  const token = hiddenField((await browser().go('/local/time')).text, 'token');
  const problem = async (day: string) => (await browser().post('/local/time', { token, by: 'day', day })).text;
  expect(await problem('2019-04-01')).toContain('time never goes back');
  expect(await problem('2019-02-30')).toContain('Enter a real day');
  expect(await problem('2099-01-01')).toContain('Enter a day no later than');
  const foreign = await browser().post('/local/time', { token, by: 'week' }, { origin: 'http://evil.example' });
  expect(foreign.status).toBe(403);
  expect((await browser().post('/local/time', { token: 'forged', by: 'week' })).status).toBe(403);
  expect(host.clock.today()).toBe('2019-04-18');
});

test('the inbox lists what was sent, and a message opens with links to follow and nothing that runs', async () => {
  const list = await browser().go('/local/inbox');
  const [, href = ''] = /href="(\/local\/inbox\/[\w-]+)">Round of 2019-04-16</.exec(list.text) ?? [];
  const mail = await browser().go(href);
  expect(mail.text).toContain('<a class="govuk-link" href="http://localhost:3000/home?day=2019-04-16">');
  const body = await fetch(`${host.publicAddress}${href}/body`);
  expect(body.headers.get('content-security-policy')).toContain('sandbox');
  expect(await body.text()).toContain('<base target="_top">');
  expect((await browser().go('/local/inbox/nothing')).status).toBe(404);
});

test('the public function reads published keys only and is told no secret of others', async () => {
  const asked = async (pk: string) => JSON.parse((await browser().go(`/committees?pk=${encodeURIComponent(pk)}`)).text);
  expect(await asked('PUBLISHED#bodies')).toEqual({ word: 'read', secrets: [] });
  expect(await asked('COMMITMENT#1')).toEqual({ word: 'AccessDeniedException', secrets: [] });
});

test('Slack’s method needs its token, and a post is shown', async () => {
  const api = (token: string) =>
    fetch(`${process.env['SLACK_API_URL']}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: '#health', text: 'A public fact' }),
    }).then((answer) => answer.json());
  expect(await api('wrong')).toEqual({ ok: false, error: 'invalid_auth' });
  expect(await api(process.env['SLACK_TOKEN'] ?? '')).toMatchObject({ ok: true });
  expect((await browser().go('/local/slack')).text).toContain('A public fact');
});

test('a second host on the same folder is refused', async () => {
  await expect(startTestHost(folder.path)).rejects.toThrow(/in use by a running host/);
});

test('after a stop and a start the day, the mail and what was sent are there, and a day before is refused', async () => {
  await host.close();
  await expect(startTestHost(folder.path, { today: '2019-04-16' })).rejects.toThrow(/time never goes back/);
  host = await startTestHost(folder.path, { today: '2019-04-19' });
  await host.moved;
  expect(host.clock.today()).toBe('2019-04-19');
  expect(lines('round').at(-1)).toBe('round 2019-04-19T07:00');
  expect((await browser().go('/local/inbox')).text).toContain('Round of 2019-04-16');
  expect(host.sent.sentOn('2019-04-16')).toHaveLength(1);
}, 30_000);
