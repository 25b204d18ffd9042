import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decisionRoutes } from '../../functions/web/decisions/routes.ts';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { printRoutes } from '../../functions/web/print/routes.ts';
import { publishDecision, saveDecision } from '../../shared/store/decision-acts.ts';
import { aCommand } from '../support/command.ts';
import { aDecision } from '../support/decisions.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
const agreement = {
  agreedBy: 'council-chair' as const,
  name: 'Cllr Osprey',
  agreedOn: '2019-04-09',
  noScrutinyChair: 'The office is vacant.',
  noCouncilChair: '',
  whyUrgent: 'The bridge is not safe.',
};
beforeAll(async () => {
  opened = await demonstrationRegister();
  const { register } = opened;
  const urgent = aDecision({
    id: 'bridge',
    title: 'Repair of Dyers Bridge',
    key: { sort: 'key', ground: 'money', why: 'Over the threshold.' },
    keyRoute: { sort: 'special-urgency', agreement },
  });
  await saveDecision(register, aCommand('save-bridge'), urgent);
  await publishDecision(register, aCommand('publish-bridge', { today: '2019-04-12' }), 'bridge');
});
afterAll(() => opened.close());

const as = (personId: string) =>
  webFor(opened.register, [...decisionRoutes, ...homeRoutes, ...printRoutes], { personId, today: '2019-04-15' });

test('the secretary has the year’s decisions by special urgency, each with who agreed and why, and prints them for the council', async () => {
  const tom = await as('tom-dunnock');
  expect((await tom.get('/decision-records')).html).toContain('/decision-records/special-urgency');
  const { html } = await tom.get('/decision-records/special-urgency');
  for (const words of [
    '1 May 2018 to 30 April 2019',
    'Repair of Dyers Bridge',
    'Cllr Osprey, 9 April 2019',
    'The bridge is not safe.',
  ])
    expect(html).toContain(words);
  expect(html).not.toContain('Parking charges');
  const paper = await tom.get('/print/special-urgency/cabinet-2018');
  for (const words of ['2018/19', 'regulation 19', 'Repair of Dyers Bridge', 'Chair of the council: Cllr Osprey'])
    expect(paper.html).toContain(words);
});

test('a year without one says so, and only those who serve the executive have the list', async () => {
  const tom = await as('tom-dunnock');
  const { html } = await tom.get('/decision-records/special-urgency?body=cabinet&year=2017');
  expect(html).toContain('No key decision was made by special urgency in this time.');
  const owen = await as('owen-sandpiper');
  expect((await owen.get('/decision-records/special-urgency')).status).toBe(403);
  expect((await owen.get('/print/special-urgency/cabinet-2018')).status).toBe(404);
});

test('an officer is asked one question at a time whether a decision needs a record, and is told why', async () => {
  const owen = await as('owen-sandpiper');
  const page = '/decision-records/needs-record';
  expect((await owen.get(page)).html).toContain('On whose behalf did the officer decide?');
  const unchosen = await owen.get(`${page}?asked=onBehalfOf`);
  expect([unchosen.status, unchosen.html.includes('Choose one answer')]).toEqual([422, true]);
  const executive = await owen.get(`${page}?onBehalfOf=executive`);
  expect(executive.html).toContain('It needs a record.');
  expect(executive.html).toContain('reg 13(4)');
  const general = `${page}?onBehalfOf=council&delegated=yes&recordedElsewhere=no&authorisation=general`;
  expect((await owen.get(general)).html).toContain('What does it do?');
  expect((await owen.get(`${general}&effect=none`)).html).toContain('It needs no record.');
  expect((await owen.get(`${general}&effect=contract`)).html).toContain('/decision-records/new?sort=officer');
});
