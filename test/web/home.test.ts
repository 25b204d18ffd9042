import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

const homeOf = async (personId: string, { today = '2019-04-15', query = '' } = {}) => {
  const web = await webFor(opened.register, homeRoutes, { personId, today });
  const { status, html } = await web.get(`/home${query}`);
  expect(status).toBe(200);
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return {
    main,
    text: main
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll(/\s+/g, ' '),
  };
};

test('the front door leads home when signed in, and to the committees otherwise', async () => {
  const signedIn = await webFor(opened.register, homeRoutes, { personId: 'maya-lapwing' });
  const nobody = await webFor(opened.register, homeRoutes, { personId: null });
  expect((await signedIn.get('/')).location).toBe('/home');
  expect((await nobody.get('/')).location).toBe('/committees');
  expect((await nobody.get('/home')).location).toBe('/sign-in?to=%2Fhome');
});

test('the chair sees the two promises overdue to the Board, the oldest first, and nothing of other committees', async () => {
  const { main, text } = await homeOf('rowan-kestrel');
  expect(text).toContain('2 promises are overdue to your committees. The oldest is 32 working days late.');
  const [air, ambulance] = ['c01-hosb-18-14', 'c02-hosb-19-03'].map((id) => main.indexOf(`/commitments/${id}`));
  expect(air).toBeGreaterThan(0);
  expect(ambulance).toBeGreaterThan(Number(air));
  expect(text).toMatch(/28 February 2019 32/);
  expect(text).toMatch(/29 March 2019 11/);
  expect(text).toContain('The trust says that the figures are with its board.');
  for (const other of ['hwb', 'cab', 'cnl', 'pse', 'pcc', 'gb', 'aud'])
    expect(main).not.toMatch(new RegExp(`/commitments/c\\d\\d-${other}-`));
});

test('the chair sees the next meeting, the report that is to follow and whose it is', async () => {
  const { text } = await homeOf('rowan-kestrel');
  expect(text).toContain('Thursday 25 April 2019');
  expect(text).toContain('Item 8, GP extended access: Director of commissioning');
});

test('a chair to whom nothing is overdue is told so in words', async () => {
  const { text } = await homeOf('adaeze-merlin');
  expect(text).toContain('Nothing is overdue to your committees.');
});

test('the secretary sees what must be published today, with the days counted', async () => {
  const { text } = await homeOf('maya-lapwing');
  expect(text).toContain('1 thing must happen today.');
  expect(text).toContain('Publish the agenda and reports today, by 5pm. It is the last lawful day.');
  expect(text).toContain('Tue 16 Apr, Wed 17 Apr, Thu 18 Apr, Tue 23 Apr, Wed 24 Apr');
});

test('when nothing must happen today the secretary is told what comes next', async () => {
  const { text } = await homeOf('grace-siskin');
  expect(text).toContain(
    'Nothing must happen today. Next: Primary Care Commissioning Committee, Tuesday 7 May 2019, publish by Tuesday 30 April 2019.',
  );
});

test('what only the secretary can settle is asked: not mine, no date, a vacancy', async () => {
  const { text } = await homeOf('maya-lapwing');
  expect(text).toContain('Not mine Map of public defibrillators');
  expect(text).toContain('No date More on the workforce strategy');
  expect(text).toContain('Nobody holds the role Circulate the revised terms of reference');
  expect((await homeOf('grace-siskin')).text).toContain(
    'The owner has left Confirm the list dispersal of a closing practice',
  );
});

test('the counts of promises open the action log at those promises', async () => {
  const { main } = await homeOf('maya-lapwing');
  expect(main).toMatch(/href="\/bodies\/hosb\/action-log\?show=overdue">2</);
  expect(main).toMatch(/href="\/bodies\/hosb\/action-log\?show=unplaced">1</);
});

test('a secretary who covers for another chooses between their own committees, those they cover, and all', async () => {
  const own = await homeOf('tom-dunnock');
  expect(own.main).not.toContain('/bodies/hosb/action-log');
  const covered = await homeOf('tom-dunnock', { query: '?show=cover' });
  expect(covered.main).toContain('/bodies/hosb/action-log');
  expect(covered.main).not.toContain('/bodies/cabinet/action-log');
  const all = await homeOf('tom-dunnock', { query: '?show=all' });
  expect(all.main).toContain('/bodies/hosb/action-log');
  expect(all.main).toContain('/bodies/cabinet/action-log');
});

test('an owner sees what they owe, to which committee and by when, each with its answer', async () => {
  const { main, text } = await homeOf('owen-sandpiper');
  expect(text).toContain('What you owe');
  expect(main).toContain('/commitments/c04-hosb-19-08/answer');
  expect(text).toContain('Performance report of adult social care Health Overview and Scrutiny Board');
});

test('who covers for somebody away, and who is link officer, sees those promises among their own', async () => {
  expect((await homeOf('colin-turnstone')).text).toContain('For Leena Plover');
  expect((await homeOf('colin-turnstone', { today: '2019-04-29' })).text).not.toContain('For Leena Plover');
  expect((await homeOf('nia-redstart')).text).toContain('For Andy Ouzel');
});

test('the administrator is led to people, procedures and messages', async () => {
  const { main } = await homeOf('sol-administrator');
  for (const href of ['/people', '/administration', '/messages']) expect(main).toContain(`href="${href}"`);
});
