import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { questionRoutes } from '../../functions/web/questions/routes.ts';
import { publishedQuestionRules } from '../../shared/store/question-rules.ts';
import { find } from '../../shared/store/record-kind.ts';
import { submissions } from '../../shared/store/submissions.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
const id = 'question-hosb-2019-04-09';
const at = `/questions/${id}`;
const as = async (personId: string) => {
  const web = await webFor(table.register, [...questionRoutes, ...homeRoutes], { personId });
  await web.get('/home');
  return web;
};
const now = async () => (await find(table.register, submissions, id))?.record;

beforeAll(async () => {
  table = await demonstrationRegister(testBlobs());
}, 120_000);
afterAll(() => table.close());

test('the secretary finds the question of 9 April on her home, in time, and in the list', async () => {
  const maya = await as('maya-lapwing');
  const home = (await maya.get('/home')).html;
  expect(home).toContain('Question received on 9 April 2019');
  expect(home).toContain(`href="${at}"`);
  expect((await maya.get('/questions')).html).toContain('The walk-in centre at Kiln Lane');
  const page = (await maya.get(at)).html;
  expect(page).toContain('In time');
  expect(page).toContain('noon on Tuesday 16 April 2019');
  expect(page).toContain('iris.firecrest@kilnlane.example');
});

test('the chair reads it without the asker’s address; nobody else learns that it is there', async () => {
  const chair = (await (await as('rowan-kestrel')).get(at)).html;
  expect(chair).toContain('The walk-in centre at Kiln Lane');
  expect(chair).not.toContain('iris.firecrest@');
  expect(chair).not.toContain('action="/questions');
  for (const stranger of ['owen-sandpiper', 'grace-siskin', 'moira-egret', 'des-corncrake'])
    expect((await (await as(stranger)).get(at)).status).toBe(404);
  expect((await (await as('owen-sandpiper')).get('/questions')).status).toBe(403);
  expect((await (await as('rowan-kestrel')).post(`${at}/admit`, { version: '1' })).status).toBe(403);
  expect((await now())?.state).toBe('received');
});

test('a refusal needs a reason of the list and what the asker is told; what was typed is kept', async () => {
  const maya = await as('maya-lapwing');
  const wrong = await maya.post(`${at}/refuse`, { reason: 'because', why: '', version: '1' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Choose a reason');
  const half = await maya.post(`${at}/refuse`, { reason: '', why: 'It is for <b>another</b> body', version: '1' });
  expect(half.html).toContain('It is for &lt;b&gt;another&lt;/b&gt; body');
  expect((await now())?.state).toBe('received');
});

test('admitted, answered, and each once: an older page changes nothing', async () => {
  const maya = await as('maya-lapwing');
  expect((await maya.post(`${at}/reply`, { reply: 'Too soon', version: '1' })).status).toBe(409);
  expect((await maya.post(`${at}/admit`, { version: '1', commandId: 'press-twice' })).status).toBe(303);
  expect((await maya.post(`${at}/admit`, { version: '1', commandId: 'press-twice' })).status).toBe(303);
  expect((await maya.post(`${at}/refuse`, { reason: 'frivolous', why: 'No', version: '1' })).status).toBe(409);
  expect((await maya.post(`${at}/reply`, { reply: '', version: '2' })).status).toBe(422);
  expect((await maya.post(`${at}/reply`, { reply: 'From 1 June.', version: '2' })).status).toBe(303);
  expect(await now()).toMatchObject({ state: 'answered', reply: { text: 'From 1 June.', by: 'maya-lapwing' } });
  expect((await maya.get(at)).html).toContain('From 1 June.');
  expect((await maya.get('/home')).html).not.toContain('Question received on 9 April 2019');
});

const rules = '/questions/rules/hosb';
const typedRules = (more: Record<string, string | readonly string[]> = {}) => ({
  version: '0',
  'from-day': '1',
  'from-month': '5',
  'from-year': '2019',
  sourceOfRule: 'Standing order 14',
  'question-taken': 'yes',
  'question-workingDaysBefore': '3',
  'question-time': '10:00',
  'question-mostWords': '50',
  'question-mostPerPerson': '1',
  'question-mostPerMeeting': '',
  'question-minutes': '2',
  'petition-taken': 'no',
  'deputation-taken': 'no',
  reasons: ['too-late', 'frivolous'],
  monthsKept: '6',
  ...more,
});

test('an administrator gives a body rules of its own from a day on; nobody else may, and wrong ones are said', async () => {
  const sol = await as('sol-administrator');
  expect((await sol.get(rules)).html).toContain('No rules of its own: these come with its kind.');
  expect((await (await as('maya-lapwing')).get(rules)).status).toBe(403);
  const wrong = await sol.post(rules, typedRules({ 'question-time': 'noon', 'from-month': '2', 'from-day': '30' }));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('href="#question-time"');
  expect(wrong.html).toContain('href="#from-day"');
  expect((await sol.post(rules, typedRules({ 'from-year': '2018' }))).html).toContain('Rules begin today or later');
  expect((await sol.post(rules, typedRules({ reasons: [] }))).status).toBe(422);
  expect((await sol.post(rules, typedRules())).status).toBe(303);
  expect((await sol.get(rules)).html).toContain('From 1 May 2019');
  const again = await sol.post(rules, typedRules({ version: '1', commandId: 'second-rules' }));
  expect(again.html).toContain('Rules of this body begin on 1 May 2019 already');
  expect(await publishedQuestionRules(table.register.table, 'hosb')).toMatchObject([
    { from: '2019-05-01', to: null, question: { mostWords: 50, mostPerMeeting: null }, petition: null },
  ]);
});
