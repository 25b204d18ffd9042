import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { writtenRoutes } from '../../functions/web/written-resolutions/routes.ts';
import { extendedAccessId } from '../../infra/local/demonstration/written-resolution.ts';
import { resolutions } from '../../shared/store/business.ts';
import { historyOf } from '../../shared/store/history.ts';
import { find, get } from '../../shared/store/record-kind.ts';
import { voteIdOf, votes, votesOn, writtenResolutions } from '../../shared/store/written-resolutions.ts';
import { hiddenValue } from '../support/administration.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
const page = `/written-resolutions/${extendedAccessId}`;
const vote = `${page}/vote`;

type Web = Awaited<ReturnType<typeof webFor>>;
const visits = new Map<string, Promise<Web>>();
// One visit a person and day: the ids that it gives are its own.
const as = (personId: string, today = '2019-04-15'): Promise<Web> => {
  const begin = async () => {
    const web = await webFor(table.register, [...writtenRoutes, ...homeRoutes], { personId, today });
    await web.get('/home');
    return web;
  };
  const visit = visits.get(`${personId} ${today}`) ?? begin();
  visits.set(`${personId} ${today}`, visit);
  return visit;
};

beforeAll(async () => {
  table = await demonstrationRegister(testBlobs());
}, 120_000);
afterAll(() => table.close());

const record = async (id = extendedAccessId) => (await get(table.register, writtenResolutions, id)).record;

test('the board secretary sees it on her home, and its page shows the sum and who has answered', async () => {
  const grace = await as('grace-siskin');
  const home = await grace.get('/home');
  expect(home.html).toContain('Extended access: variation of the contract');
  const { html, status } = await grace.get(page);
  expect(status).toBe(200);
  expect(html).toContain('11 voting, 1 stands aside: 10 entitled, needs 6; 5 for, 1 abstains, 4 not answered');
  expect(html).toContain('Financial interest: Partner in a practice');
  expect(html).toContain('needs 6 of 10');
});

test('a member who has not answered is told so, and sees who has but not how', async () => {
  const imran = await as('imran-godwit');
  expect((await imran.get('/home')).html).toContain('Waiting for your answer');
  const { html } = await imran.get(page);
  expect(html).toContain('You have not answered yet.');
  expect(html).toContain('Has answered');
  expect(html).toContain('Please make sure that the September report');
  expect(html).not.toMatch(/Approves|Financial interest/);
});

test('somebody who does not sit there learns nothing of it, and cannot vote', async () => {
  const kestrel = await as('rowan-kestrel');
  for (const address of [page, vote]) expect((await kestrel.get(address)).status).toBe(404);
  expect((await kestrel.post(vote, { answer: 'approve', comment: '' })).status).toBe(404);
  const nobody = await webFor(table.register, writtenRoutes, { personId: null });
  expect((await nobody.get(page)).location).toContain('/sign-in');
});

test('the secretary serves and has no vote', async () => {
  const grace = await as('grace-siskin');
  expect((await grace.get(vote)).html).toContain('You have no vote in this');
  const posted = await grace.post(vote, { answer: 'approve', comment: 'For it.' });
  expect([posted.status, (await record()).counts.for]).toEqual([409, 5]);
  expect(posted.html).toContain('For it.');
});

test('an answer must be one of the five, and standing aside needs its interest; what was typed is kept', async () => {
  const imran = await as('imran-godwit');
  const none = await imran.post(vote, { answer: '', comment: 'Thinking about it' });
  expect([none.status, none.html.includes('Choose an answer')]).toEqual([422, true]);
  expect(none.html).toContain('Thinking about it');
  const forged = await imran.post(vote, { answer: 'twice', comment: '' });
  expect(forged.status).toBe(422);
  const aside = await imran.post(vote, { answer: 'stand-aside', comment: '', interestWhat: '' });
  expect(aside.html).toContain('Say what sort of interest it is');
  expect(aside.html).toContain('Say what the interest is');
  const long = await imran.post(vote, { answer: 'approve', comment: 'x'.repeat(4001) });
  expect([long.status, long.html.includes('This is too long')]).toEqual([422, true]);
  expect((await record()).answersTaken).toBe(7);
});

test('whoever stands aside cannot come back by pressing the form again', async () => {
  const ravi = await as('ravi-garganey');
  expect((await ravi.get(vote)).html).toContain('You stand aside');
  const posted = await ravi.post(vote, { answer: 'approve', comment: '' });
  expect([posted.status, posted.html.includes('You stand aside')]).toEqual([409, true]);
});

test('nobody votes for somebody else: a name in the form is not read', async () => {
  const harjit = await as('harjit-dunlin');
  await harjit.post(vote, { answer: 'abstain', comment: '', personId: 'imran-godwit', member: 'imran-godwit' });
  const cast = await votesOn(table.register, extendedAccessId);
  expect(cast.some(({ personId }) => personId === 'imran-godwit')).toBe(false);
  expect(cast.find(({ personId }) => personId === 'harjit-dunlin')?.given.answer).toBe('abstain');
});

test('a member changes their answer: the page says theirs, and both are in its history', async () => {
  const tamsin = await as('tamsin-bittern');
  expect((await tamsin.get(page)).html).toContain('Your answer: Abstains.');
  expect((await tamsin.post(vote, { answer: 'reject', comment: 'On reflection.' })).status).toBe(303);
  const id = voteIdOf(extendedAccessId, 'tamsin-bittern');
  expect((await historyOf(table.register, 'written-vote', id)).map(({ envelope }) => envelope.event)).toEqual([
    'answered',
    'answer changed',
  ]);
});

test('the same form pressed twice is one answer, though it decided it; after that nobody changes theirs', async () => {
  const imran = await as('imran-godwit');
  const { html } = await imran.get(vote);
  const fields = { commandId: hiddenValue(html, 'commandId'), answer: 'approve', comment: 'Affordable.' };
  const taken = (await record()).answersTaken;
  const [first, second] = [await imran.post(vote, fields), await imran.post(vote, fields)];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect([(await record()).state, (await record()).answersTaken]).toEqual(['carried', taken + 1]);
  expect((await find(table.register, votes, voteIdOf(extendedAccessId, 'imran-godwit')))?.version).toBe(1);
  const late = await (await as('nadia-pochard')).post(vote, { answer: 'reject', comment: '' });
  expect([late.status, late.html.includes('It is closed')]).toEqual([409, true]);
  const resolved = (await get(table.register, resolutions, `${extendedAccessId}-resolved`)).record;
  expect(resolved.votes).toHaveLength(11);
});

test('once it has ended every member sees each vote, and the secretary what is to be reported', async () => {
  const { html } = await (await as('priya-goldcrest')).get(page);
  expect(html).toContain('Carried. It stands as a resolution of the Governing Body');
  expect(html).toContain('Each vote');
  expect(html).toContain('Approves');
  expect((await (await as('grace-siskin')).get('/home')).html).toContain('To be reported');
});

const fields = (more: Record<string, string> = {}) => ({
  bodyId: 'governing-body',
  version: '0',
  title: 'Terms of reference of the audit committee',
  text: 'That the terms of reference be amended.\n(b) That they take effect at once.',
  background: '',
  paper: '',
  requestedBy: 'farah-nightjar',
  'requestedOn-day': '15',
  'requestedOn-month': '4',
  'requestedOn-year': '2019',
  'closes-day': '25',
  'closes-month': '4',
  'closes-year': '2019',
  closesTime: '17:00',
  accessClass: 'internal',
  ...more,
});

test.each([
  ['in the past', { 'closes-day': '12' }, 'It would have closed already'],
  ['too soon', { 'closes-day': '18' }, 'Members must have time to answer: the first day is Wednesday 24 April 2019'],
  ['on a bank holiday', { 'closes-day': '6', 'closes-month': '5' }, 'That is no working day'],
  ['on no day', { 'closes-day': '31' }, 'There is no such day'],
  ['at no time', { closesTime: '5pm' }, 'Give a time of day like 17:00'],
  ['without a text', { text: ' ' }, 'Give the text to be resolved'],
  ['at nobody’s request', { requestedBy: 'imran-godwit' }, 'Say whether the chair or the vice-chair asked for it'],
  ['asked for tomorrow', { 'requestedOn-day': '16' }, 'The day on which they asked is still to come'],
])('a draft that closes or was asked for %s is refused with the reason, and kept', async (_, wrong, said) => {
  const grace = await as('grace-siskin');
  const { status, html } = await grace.post('/written-resolutions/new', fields(wrong));
  expect([status, html.includes(said)]).toEqual([422, true]);
  expect(html).toContain('Terms of reference of the audit committee');
});

test('a draft is known to those who may put it only, until it is put to the members', async () => {
  const grace = await as('grace-siskin');
  expect((await grace.get('/written-resolutions/new?body=governing-body')).html).toContain('at least 5 working days');
  const saved = await grace.post('/written-resolutions/new', fields());
  const address = saved.location;
  expect((await (await as('imran-godwit')).get(address)).status).toBe(404);
  const draft = await grace.get(address);
  expect(draft.html).toContain('11 members have a vote');
  const version = hiddenValue(draft.html, 'version');
  expect((await grace.post(`${address}/put`, { version })).status).toBe(303);
  expect((await grace.post(`${address}/put`, { version })).status).toBe(409);
  expect((await (await as('imran-godwit')).get(address)).html).toContain('You have not answered yet.');
  expect((await record(address.split('/').at(-1))).parts.map(({ number }) => number)).toEqual(['1', 'b']);
});

test('two who change the same draft: the slower is shown both', async () => {
  const grace = await as('grace-siskin');
  const { location } = await grace.post('/written-resolutions/new', fields({ title: 'First words' }));
  const change = `${location}/change`;
  const version = hiddenValue((await grace.get(change)).html, 'version');
  expect((await grace.post(change, fields({ title: 'Her words', version }))).status).toBe(303);
  const slower = await grace.post(change, fields({ title: 'His words', version }));
  expect([slower.status, slower.html.includes('choose-title')]).toEqual([409, true]);
});

test('a draft whose time has run short is not put, and says why', async () => {
  const grace = await as('grace-siskin');
  const { location } = await grace.post('/written-resolutions/new', fields());
  const later = await as('grace-siskin', '2019-04-24');
  const version = hiddenValue((await later.get(location)).html, 'version');
  const { status, html } = await later.post(`${location}/put`, { version, commandId: 'put-too-late' });
  expect([status, html.includes('Its closing time leaves members too little time')]).toEqual([422, true]);
});

test.each(['council', 'cabinet', 'scc', 'audit'])('%s is refused with the reason of the statute', async (bodyId) => {
  const tom = await as('tom-dunnock');
  const { html } = await tom.get(`/written-resolutions/new?body=${bodyId}`);
  expect(html).toContain('Schedule 12, paragraph 39');
  expect(html).toContain('Call a meeting');
  const posted = await tom.post('/written-resolutions/new', fields({ bodyId }));
  expect([posted.status, posted.html.includes('Schedule 12, paragraph 39')]).toEqual([422, true]);
});

test('whoever serves no body that may, or another body, cannot ask', async () => {
  const maya = await as('maya-lapwing');
  expect((await maya.post('/written-resolutions/new', fields())).status).toBe(403);
  expect((await maya.get('/written-resolutions/new')).html).toContain('Public Service Partnership Executive');
  expect((await (await as('imran-godwit')).get('/written-resolutions/new')).status).toBe(403);
});

test('it is withdrawn with a reason, and not without', async () => {
  const grace = await as('grace-siskin');
  const { location } = await grace.post('/written-resolutions/new', fields());
  const version = hiddenValue((await grace.get(`${location}/withdraw`)).html, 'version');
  expect((await grace.post(`${location}/withdraw`, { version, why: ' ' })).html).toContain('Say why it is withdrawn');
  expect((await grace.post(`${location}/withdraw`, { version, why: 'Not needed.' })).status).toBe(303);
  expect((await record(location.split('/').at(-1))).state).toBe('withdrawn');
});

test('private business is not named to those who may not know of it', async () => {
  const grace = await as('grace-siskin');
  const { location } = await grace.post(
    '/written-resolutions/new',
    fields({ accessClass: 'private', title: 'Exit payment' }),
  );
  const version = hiddenValue((await grace.get(location)).html, 'version');
  await grace.post(`${location}/put`, { version });
  expect((await (await as('rowan-kestrel')).get(location)).status).toBe(404);
  for (const who of ['rowan-kestrel', 'maya-lapwing'])
    expect((await (await as(who)).get('/written-resolutions')).html).not.toContain('Exit payment');
  expect((await (await as('imran-godwit')).get('/written-resolutions')).html).toContain('Exit payment');
});
