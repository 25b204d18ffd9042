import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { quorate, Refused } from '../../../docs/examples/client.ts';
import { type HostProcess, openHostProcess, signIn } from '../../support/host.ts';
import { hiddenField } from '../../support/local/test-browser.ts';
import { plainPdf } from '../../support/pdf-files.ts';

let host: HostProcess;
let token = '';

/** A token as a person makes one: on the page, by its form. */
const tokenOf = async (person: string): Promise<string> => {
  const visitor = await signIn(host, person, '/my/api-tokens');
  const { text } = await visitor.go('/my/api-tokens');
  const form = { name: 'A test', scope: 'write', days: '30' };
  const fields = {
    csrf: hiddenField(text, 'csrf'),
    commandId: hiddenField(text.slice(text.indexOf('action="/my/api-tokens"')), 'commandId'),
  };
  const made = await visitor.post('/my/api-tokens', { ...form, ...fields });
  return /value="(quorate\.[^"]+)"/.exec(made.text)?.[1] ?? '';
};

beforeAll(async () => {
  host = await openHostProcess();
  token = await tokenOf('maya-lapwing');
}, 180_000);
afterAll(() => host.close());

const all = async <Item>(list: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
};

test('the client of the documentation reads the bodies and what is overdue to one', async () => {
  const client = quorate(host.address, token);
  const bodies = await all(client.bodies());
  expect(bodies.map(({ code }) => code)).toContain('HOSB');
  for (const promise of await all(client.overdueTo('hosb'))) expect(promise.overdue).toBe(true);
});

test('the client sends a report past the API to storage, and it stands with its item', async () => {
  const client = quorate(host.address, token);
  const meeting = 'meeting-hosb-2019-04-25';
  const list = await fetch(`${host.address}/api/v1/meetings/${meeting}/items?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await list.json()) as { items: { id: string; state: string }[] };
  const { id = '' } = items.find(({ state }) => state === 'on-agenda') ?? {};
  const { etag } = await client.item(id);
  const pdf = new Blob([Buffer.from(await plainPdf(3))], { type: 'application/pdf' });
  await client.addReport(id, { etag, title: 'Figures of March', pdf });
  const { reports } = (await client.item(id)).value;
  expect(reports).toContainEqual(expect.objectContaining({ title: 'Figures of March', pages: 3 }));
  const again = client.addReport(id, { etag, title: 'Figures of March', pdf });
  await expect(again).rejects.toMatchObject({ problem: { status: 412 } });
});

test('a wrong token is a problem that says what to do, at an address that can be read', async () => {
  const refused = await quorate(host.address, 'quorate.nobody.x')
    .promise('anything')
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  const { type, status } = (refused as Refused).problem;
  expect(status).toBe(401);
  expect((await fetch(type)).status).toBe(200);
});

test('what was done just before a kill is done once, and answered when it is sent again', async () => {
  const owner = await tokenOf('owen-sandpiper');
  const list = await fetch(`${host.address}/api/v1/commitments?limit=1`, {
    headers: { authorization: `Bearer ${owner}` },
  });
  const { items } = (await list.json()) as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  const client = quorate(host.address, owner);
  const { etag } = await client.promise(id);
  const before = await client.promise(id);
  await host.restart('gateway:after-handler:1');
  const sent = { etag, text: 'A draft is with the director', key: 'a-draft-is-with-the-director' };
  await expect(client.addProgress(id, sent)).rejects.toThrow();
  expect(await host.wasKilled()).toBe(true);
  await host.start();
  const done = await client.addProgress(id, sent);
  const again = await client.addProgress(id, sent);
  expect(again).toEqual(done);
  const history = await fetch(`${host.address}/api/v1/commitments/${id}/history`, {
    headers: { authorization: `Bearer ${owner}` },
  });
  const entries = ((await history.json()) as { items: { event: string }[] }).items;
  expect(entries.filter(({ event }) => event === 'progress noted')).toHaveLength(1);
  expect((await client.promise(id)).etag).not.toBe(before.etag);
}, 180_000);
