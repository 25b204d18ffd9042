import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decisionRoutes } from '../../functions/web/decisions/routes.ts';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { meetingsOf } from '../../shared/store/meetings.ts';
import { publishedWays } from '../../shared/store/published-decisions.ts';
import { get } from '../../shared/store/record-kind.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { fieldsOfForm } from '../support/forms.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let meetingId: string;
let slots: readonly { itemId: string; title: string }[];
beforeAll(async () => {
  opened = await demonstrationRegister();
  const all = await meetingsOf(opened.register, 'cabinet');
  meetingId = all.find(({ record }) => record.day === '2019-04-30')?.record.id ?? '';
  slots = (await get(opened.register, agendas, meetingId)).record.slots;
});
afterAll(() => opened.close());

const routes = [...decisionRoutes, ...homeRoutes, ...meetingRoutes];
// One browser for each person, so that no two forms have the same ids.
const visits = new Map<string, ReturnType<typeof visit>>();
async function visit(personId: string) {
  const web = await webFor(opened.register, routes, { personId, today: '2019-04-15' });
  await web.get('/home');
  return web;
}
const as = (personId: string) => {
  const made = visits.get(personId) ?? visit(personId);
  visits.set(personId, made);
  return made;
};
const itemOf = (title: string) => slots.find((slot) => slot.title === title)?.itemId ?? '';
const pathOf = (title: string) => `/key-decisions/on-agenda/${meetingId}/${itemOf(title)}`;
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

test('the library hours have exactly 28 clear days by their notice of 1 April, with the sum drawn', async () => {
  const { html } = await (await as('tom-dunnock')).get(pathOf('Library opening hours'));
  const text = textOf(html);
  expect(text).toContain('Its notices are in order');
  expect(html).toContain('href="/key-decisions/notice-library-opening-hours"');
  expect(text).toContain('Notice published Monday 1 April 2019: 28 of 28 clear days.');
  expect(text).toContain('A notice published today counts as Monday 15 April 2019’s; after five clear days, from');
});

test('a late bid that is a key decision may not be considered until the general exception is whole and in time', async () => {
  const tom = await as('tom-dunnock');
  const path = pathOf('Bid to the pocket parks fund');
  const form = async () => fieldsOfForm((await tom.get(path)).html, path);
  // Ticked as a key decision without a notice: too late for 28 clear days.
  await tom.post(path, { ...(await form()), isKey: 'yes', notice: '', way: 'notice' });
  expect(textOf((await tom.get(path)).html)).toContain('It may not be considered yet.');
  expect(textOf((await tom.get(`/meetings/${meetingId}`)).html)).toContain(
    'May not be considered: key decision without',
  );
  // Regulation 10, with what it lacks named.
  const exception = {
    isKey: 'yes',
    way: 'general-exception',
    geInformed: 'Cllr Sylvia Wryneck',
    geWhy: 'The fund opened on 12 April.',
  };
  await tom.post(path, { ...(await form()), ...exception });
  const lacking = textOf((await tom.get(path)).html);
  expect(lacking).toContain('The day on which they were told in writing (regulation 10)');
  expect(lacking).toContain('A notice that has been published');
  expect(await publishedWays(opened.register.table)).toEqual([]);
  const told = { 'geToldOn-day': '15', 'geToldOn-month': '4', 'geToldOn-year': '2019' };
  const available = { 'geDay-day': '15', 'geDay-month': '4', 'geDay-year': '2019' };
  await tom.post(path, { ...(await form()), ...exception, ...told, ...available });
  const whole = textOf((await tom.get(path)).html);
  expect(whole).toContain('Its notices are in order');
  // 16, 17, 18, 23 and 24 April: Good Friday and Easter Monday are not counted.
  expect(whole).toContain(
    'Notice available Monday 15 April 2019; after five clear days, from Thursday 25 April 2019. In time for this meeting.',
  );
  expect(await publishedWays(opened.register.table)).toMatchObject([
    {
      matter: 'Bid to the pocket parks fund',
      on: '2019-04-30',
      way: { sort: 'general-exception', availableOn: '2019-04-15' },
    },
  ]);
});

test('special urgency follows its chain with a reason for each step, and takes the place of what was published before', async () => {
  const tom = await as('tom-dunnock');
  const path = pathOf('Bid to the pocket parks fund');
  const form = async () => fieldsOfForm((await tom.get(path)).html, path);
  const urgency = {
    isKey: 'yes',
    way: 'special-urgency',
    suBy: 'council-vice-chair',
    suName: 'Cllr Osprey',
    suWhy: 'It closes on 1 May.',
    'suDay-day': '16',
    'suDay-month': '4',
    'suDay-year': '2019',
  };
  await tom.post(path, { ...(await form()), ...urgency, suNoScrutiny: 'Ill.' });
  const text = textOf((await tom.get(path)).html);
  expect(text).toContain('It may not be considered yet.');
  expect(text).toContain('Why the chair of the council could not be asked');
  await tom.post(path, { ...(await form()), ...urgency, suNoScrutiny: 'Ill.', suNoCouncil: 'Abroad.' });
  expect(textOf((await tom.get(path)).html)).toContain('Its notices are in order');
  expect(await publishedWays(opened.register.table)).toMatchObject([
    { way: { sort: 'special-urgency', name: 'Cllr Osprey' } },
  ]);
  await tom.post(path, { ...(await form()), isKey: 'no' });
  expect(await publishedWays(opened.register.table)).toEqual([]);
});

test('of private business nothing but words written for the public is published, and without them the way is not whole', async () => {
  const tom = await as('tom-dunnock');
  const path = pathOf('Leisure contract settlement');
  const form = async () => fieldsOfForm((await tom.get(path)).html, path);
  const urgency = {
    isKey: 'yes',
    way: 'special-urgency',
    suBy: 'scrutiny-chair',
    suName: 'Cllr Wryneck',
    suWhy: 'Court date.',
    'suDay-day': '15',
    'suDay-month': '4',
    'suDay-year': '2019',
    suNoScrutiny: '',
    suNoCouncil: '',
  };
  await tom.post(path, { ...(await form()), ...urgency });
  expect(textOf((await tom.get(path)).html)).toContain('the matter, in words that the public may read');
  expect(await publishedWays(opened.register.table)).toEqual([]);
  await tom.post(path, { ...(await form()), ...urgency, matter: 'A claim by a contractor.' });
  const shown = await publishedWays(opened.register.table);
  expect(shown).toMatchObject([{ matter: 'A claim by a contractor.' }]);
  expect(JSON.stringify(shown)).not.toContain('Leisure');
});

test('a form that is wrong is shown again with all that was typed, and nobody else reaches the page', async () => {
  const tom = await as('tom-dunnock');
  const path = pathOf('Bid to the pocket parks fund');
  const typed = fieldsOfForm((await tom.get(path)).html, path);
  const wrong = {
    isKey: 'yes',
    way: 'general-exception',
    geInformed: 'Cllr Wryneck',
    'geDay-day': '31',
    'geDay-month': '2',
    'geDay-year': '2019',
  };
  const answer = await tom.post(path, { ...typed, ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('There is no such day');
  expect(answer.html).toContain('value="Cllr Wryneck"');
  expect((await (await as('owen-sandpiper')).get(path)).status).toBe(403);
});
