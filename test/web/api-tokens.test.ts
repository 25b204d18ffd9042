import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiTokenRoutes } from '../../functions/web/api-tokens/routes.ts';
import { apiTokens, everyToken, tokenShown } from '../../shared/store/api-tokens.ts';
import { get } from '../../shared/store/record-kind.ts';
import { apiOver } from '../support/api.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

// One browser a person: its ids are numbered.
const browsers = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const web = browsers.get(personId) ?? webFor(opened.register, apiTokenRoutes, { personId });
  browsers.set(personId, web);
  return web;
};
const tokenIn = (html: string): string => /value="(quorate\.[^"]+)"/.exec(html)?.[1] ?? '';
const wanted = { name: 'Spreadsheet of the action log', scope: 'read', days: '90' };

const make = async (personId: string, fields: Record<string, string> = {}) => {
  const web = await as(personId);
  const answer = await web.post('/my/api-tokens', {
    commandId: `make-${Math.random()}`.replace('.', ''),
    ...wanted,
    ...fields,
  });
  return { web, ...answer, token: tokenIn(answer.html) };
};

test('a token is shown once, and lets a program in as its person', async () => {
  const { web, html, headers, token } = await make('maya-lapwing');
  expect(html).toContain('Copy the token now');
  expect(String(headers['cache-control'])).toBe('no-store');
  const { status, json } = await apiOver(opened.register).get('/api/v1/bodies/hosb', { token });
  expect([status, json.code]).toEqual([200, 'HOSB']);
  const again = await web.get('/my/api-tokens');
  expect(again.html).not.toContain(token);
  expect(again.html).toContain('Spreadsheet of the action log');
  expect(again.html).toContain('5 January 2026');
});

test('of the secret nothing is kept but its hash', async () => {
  const { token } = await make('maya-lapwing');
  const secret = token.split('.')[2] ?? 'none';
  const all = await everyToken(opened.register);
  expect(JSON.stringify(all)).not.toContain(secret);
  const record = await tokenShown(opened.register, token);
  expect(record?.secretHash).toMatch(/^[0-9a-f]{64}$/);
  expect(await tokenShown(opened.register, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
});

test('pressing twice makes one token, and says that it was shown', async () => {
  const web = await as('owen-sandpiper');
  const form = { ...wanted, commandId: 'pressed-twice-1' };
  const first = await web.post('/my/api-tokens', form);
  const second = await web.post('/my/api-tokens', form);
  expect(tokenIn(first.html)).not.toBe('');
  expect(tokenIn(second.html)).toBe('');
  expect(second.html).toContain('shown already');
  const own = (await everyToken(opened.register)).filter(({ record }) => record.personId === 'owen-sandpiper');
  expect(own).toHaveLength(1);
});

test.each([
  ['no name', { name: ' ' }, 'Say what it is for'],
  ['a name that is too long', { name: 'x'.repeat(81) }, '80 letters'],
  ['no scope', { scope: '' }, 'Choose what it may do'],
  ['more than a year', { days: '3650' }, 'Choose how long it is to last'],
])('a token with %s is not made, and what was typed is kept', async (_, fields, said) => {
  const { status, html, token } = await make('maya-lapwing', fields);
  expect([status, token]).toEqual([422, '']);
  expect(html).toContain(said);
});

test('a token ends after the days it was made for, and at once when it is revoked', async () => {
  const { web, token } = await make('maya-lapwing', { name: 'To be ended', days: '30' });
  const api = apiOver(opened.register);
  const entered = async () => (await api.get('/api/v1/bodies/hosb', { token })).status;
  expect(await entered()).toBe(200);
  api.time.now += 31 * 24 * 3600 * 1000;
  expect(await entered()).toBe(401);
  api.time.now -= 31 * 24 * 3600 * 1000;
  const id = token.split('.')[1] ?? '';
  const revoked = await web.post(`/my/api-tokens/${id}/revoke`, { commandId: 'end-it-now-1', version: '1' });
  expect([revoked.status, revoked.location]).toEqual([303, '/my/api-tokens']);
  expect(await entered()).toBe(401);
  expect((await web.get('/my/api-tokens')).html).toContain('Revoked');
});

test('nobody sees or ends the tokens of somebody else but an administrator', async () => {
  const { token } = await make('maya-lapwing', { name: 'Of Maya alone' });
  const id = token.split('.')[1] ?? '';
  const other = await as('owen-sandpiper');
  expect((await other.get('/my/api-tokens')).html).not.toContain('Of Maya alone');
  expect((await other.post(`/my/api-tokens/${id}/revoke`, { commandId: 'not-mine-01', version: '1' })).status).toBe(
    404,
  );
  expect((await other.get('/administration/api-tokens')).status).toBe(403);
  const post = { commandId: 'not-mine-02', version: '1' };
  expect((await other.post(`/administration/api-tokens/${id}/revoke`, post)).status).toBe(403);
  const administrator = await as('sol-administrator');
  const { html } = await administrator.get('/administration/api-tokens');
  expect(html).toContain('Of Maya alone');
  expect(html).toContain('Maya Lapwing');
  const ended = await administrator.post(`/administration/api-tokens/${id}/revoke`, {
    commandId: 'lost-0001',
    version: '1',
  });
  expect(ended.status).toBe(303);
  expect((await get(opened.register, apiTokens, id)).record.revoked?.by).toBe('sol-administrator');
});

test('the day of its last use is shown', async () => {
  const { web, token } = await make('grace-siskin', { name: 'Used today' });
  expect((await web.get('/my/api-tokens')).html).toContain('Never');
  await apiOver(opened.register).get('/api/v1/bodies', { token });
  expect((await web.get('/my/api-tokens')).html).not.toContain('Never');
});
