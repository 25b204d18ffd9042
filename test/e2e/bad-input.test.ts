import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TABLE_NAME } from '../../infra/local/environment.ts';
import { type HostProcess, moveTo, openHostProcess, signIn, until, type Visitor } from '../support/host.ts';
import { hiddenField } from '../support/local/test-browser.ts';
import { itemsOf, outcomeOf, withTable } from '../support/outcome.ts';
import { entered, filled, meetingOf, type Page, promiseAddress, promiseFields, readIn } from '../support/story-acts.ts';

const coventry = readFileSync('test/fixtures/seeds/coventry-board-out-of-hospital-update.txt', 'utf8');
const LONG = 600_000;
const MEGABYTE = 1_000_000;
const SESSION = 'quorate-session';

let host: HostProcess;
let maya: Visitor;
let owen: Visitor;
let promise = '';

beforeAll(async () => {
  host = await openHostProcess();
  [maya, owen] = [await signIn(host, 'maya-lapwing'), await signIn(host, 'owen-sandpiper')];
  const source = { text: coventry, body: 'hosb', day: '2018-10-17', owner: 'owen-sandpiper' };
  const reading = await readIn(maya, source, (work) => work());
  promise = promiseAddress(await until('it is entered', () => entered(maya, reading)));
}, LONG);
afterAll(() => host?.close());

const heading = ({ text }: { text: string }): string => /<h1[^>]*>\s*([^<]+?)\s*</.exec(text)?.[1] ?? '';
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const said = { body: 'hosb', status: 'not-known', publish: 'no', ...meetingOf('2018-11-28') };

/** The form as a browser sends it: in parts, with its file. */
const upload = async (visitor: Visitor, typed: Record<string, string>, file?: Blob): Promise<Page> => {
  const page = await visitor.go('/minutes/read');
  const form = new FormData();
  for (const [name, value] of Object.entries(filled(page, '/minutes/read', typed))) form.set(name, value);
  form.set('file', file ?? new Blob([]), file ? 'minutes.txt' : '');
  return visitor.go('/minutes/read', { method: 'POST', body: form, headers: { origin: host.address } });
};

test(
  'a file of 20 MB is refused by a page that says how much can be taken, and she is still where she was',
  async () => {
    const answer = await upload(maya, said, new Blob([new Uint8Array(20 * MEGABYTE).fill(97)]));
    expect([answer.status, heading(answer)]).toEqual([413, 'That is too large']);
    expect(answer.text).toMatch(/19\.1 MB.*6 MB/);
    expect((await maya.go('/home')).status).toBe(200);
  },
  LONG,
);

test(
  'a paste of 2 MB is refused beside its field and comes back whole',
  async () => {
    const text = 'The Board noted the report. '.repeat((2 * MEGABYTE) / 28);
    const answer = await upload(maya, { ...said, text });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('What you pasted is still here');
    expect(unescaped(answer.text)).toContain(text.trim());
  },
  LONG,
);

test.each([
  ['an empty paste', { text: '  \n ' }, 'Paste the text of the minutes'],
  ['a day that is no day', { text: coventry, ...meetingOf('2019-02-30') }, 'There is no such day'],
  ['a day to come', { text: coventry, ...meetingOf('2030-01-07') }, 'This day has not come yet'],
  ['a body that does not exist', { text: coventry, body: 'nowhere' }, 'There is no such body'],
  ['a status that is none', { text: coventry, status: 'perhaps' }, 'Say whether these minutes are a draft'],
])('%s is said in words beside its field, and the rest stays typed', async (_, typed, words) => {
  const answer = await upload(maya, { ...said, ...typed });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(unescaped(answer.text)).toContain(typed.text.trim());
});

test('a file that is not text is refused', async () => {
  const answer = await upload(maya, said, new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 255, 254, 0])]));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('The file is not plain text or HTML');
});

test('a name like a script or a formula stays words on every page', async () => {
  const text = coventry.replaceAll('Andrea Green', '<script>alert(1)</script> =HYPERLINK("http://evil.example")');
  const page = await upload(maya, { ...said, text });
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('<script>alert(1)');
  expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test(
  'a forged session, one that was signed out, and one that has expired sign nobody in',
  async () => {
    const landsAtSignIn = async (secret: string): Promise<boolean> => {
      const visitor = host.visitor();
      visitor.cookies.set(SESSION, secret);
      return new URL((await visitor.go('/home')).url).pathname.startsWith('/identity/');
    };
    expect(await landsAtSignIn('A'.repeat(43))).toBe(true);
    expect(await landsAtSignIn('../../etc')).toBe(true);

    const leaver = await signIn(host, 'maya-lapwing', '/home');
    const copied = leaver.cookies.get(SESSION) ?? '';
    expect(await landsAtSignIn(copied)).toBe(false);
    const home = await leaver.go('/home');
    await leaver.post('/sign-out', { csrf: hiddenField(home.text, 'csrf') });
    expect(await landsAtSignIn(copied)).toBe(true);

    const late = await signIn(host, 'maya-lapwing', '/home');
    const kept = late.cookies.get(SESSION) ?? '';
    await host.stop();
    const before = new Set([maya, owen].map((visitor) => visitor.cookies.get(SESSION)));
    const items = await itemsOf(host.data);
    await withTable(host.data, async (table) => {
      // Every session ends now; those of the tests that follow begin again.
      for (const item of items.filter(({ pk }) => pk.startsWith('SESSION#')))
        await table.send(new PutCommand({ TableName: TABLE_NAME, Item: { ...item, expiresAt: 1 } }));
    });
    await host.start();
    expect(before.size).toBe(2);
    expect(await landsAtSignIn(kept)).toBe(true);
  },
  LONG,
);

test(
  'a form whose session has ended keeps what was typed, and is sent after signing in again',
  async () => {
    const typed = { text: coventry, ...said };
    const stale = await maya.post('/minutes/read', { ...typed, csrf: 'of a session that ended' });
    expect([stale.status, heading(stale)]).toEqual([403, 'You were signed out']);
    expect(unescaped(stale.text)).toContain('Proactive and Preventative Workstream Update');
    maya = await signIn(host, 'maya-lapwing');
    owen = await signIn(host, 'owen-sandpiper');
    const asked = await maya.post('/minutes/read', filled(stale, '/minutes/read'));
    expect([asked.status, heading(asked)]).toEqual([403, 'Check before this is sent']);
    const sent = await maya.post('/minutes/read', filled(asked, '/minutes/read'));
    expect([sent.status, new URL(sent.url).pathname]).toEqual([200, expect.stringMatching(/^\/minutes\/readings\//)]);
  },
  LONG,
);

test('a stolen session does nothing from another site', async () => {
  const fields = { answer: 'accept' };
  const foreign = await owen.post(`${promise}/answer`, fields, { origin: 'http://evil.example' });
  expect(foreign.status).toBe(403);
  const noToken = await owen.post(`${promise}/answer`, fields);
  expect([noToken.status, heading(noToken)]).toEqual([403, 'Check before this is sent']);
  expect((await owen.go(promise)).text).not.toContain('Accepted by its owner');
});

test('two people who change the same text are shown both versions, and nothing typed is lost', async () => {
  const reading = new URL((await upload(maya, { ...said, text: coventry })).url).pathname;
  const [hers, again] = [await maya.go(reading), await maya.go(reading)];
  const role = `${promiseFields(hers)}-role`;
  const first = await maya.post(reading, filled(hers, reading, { [role]: 'Director of adult services', next: 'stay' }));
  expect(first.status).toBe(200);
  const second = await maya.post(reading, filled(again, reading, { [role]: 'Programme manager', next: 'stay' }));
  expect([second.status, heading(second)]).toEqual([409, 'Someone was faster']);
  expect(second.text).toContain('Director of adult services');
  expect(second.text).toContain('Programme manager');
});

test(
  'an answer to what has been answered is answered kindly, and a promise is closed once',
  async () => {
    await moveTo(host, '2019-04-16');
    const form = await owen.go(`${promise}/answer`);
    const accept = { ...filled(form, `${promise}/answer`), answer: 'accept' };
    expect((await owen.post(`${promise}/answer`, accept)).status).toBe(200);
    const pressedTwice = await owen.post(`${promise}/answer`, accept);
    expect(pressedTwice.status).toBe(200);
    const late = {
      ...accept,
      commandId: 'another-command-of-his',
      answer: 'not-mine',
      whyNot: 'It passed to another team.',
    };
    const closing = ({ text }: Page) => ({
      answer: 'no-longer',
      meeting: /<option value="(meeting-[^"]+)"/.exec(text)?.[1] ?? '',
      minute: 'item 3',
      whyNoLonger: 'The programme has ended.',
    });
    const [page, stale] = [await maya.go(`${promise}/close`), await maya.go(`${promise}/close`)];
    const close = (of: Page) => maya.post(`${promise}/close`, filled(of, `${promise}/close`, closing(of)));
    expect((await close(page)).status).toBe(200);
    expect((await close(stale)).status).toBe(409);
    const tooLate = await owen.post(`${promise}/answer`, late);
    expect([tooLate.status, heading(tooLate)]).toEqual([409, 'There is nothing to answer now']);
    expect(tooLate.text).toContain('It passed to another team.');
  },
  LONG,
);

test('a page, a promise and a body that do not exist are not found, and say nothing of what is private', async () => {
  for (const path of ['/nowhere', '/commitments/none', '/bodies/none/plan', '/minutes/readings/none'])
    expect([path, (await maya.go(path)).status]).toEqual([path, 404]);
});

test('of all this nothing was doubled or half done', async () => {
  await host.stop();
  const { histories, outbox } = await outcomeOf(host.data);
  const events = histories.find((one) => one.includes('withdrawn: no longer wanted')) ?? '';
  expect(events.match(/accepted/g)).toHaveLength(1);
  expect(events.match(/withdrawn/g)).toHaveLength(1);
  expect(outbox).toBe(0);
});
