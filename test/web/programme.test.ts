import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { programmeRoutes } from '../../functions/web/programme/routes.ts';
import { meetingsOf } from '../../shared/store/meetings.ts';
import { enterProgramme } from '../../shared/store/programme-acts.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
}, 60_000);
afterAll(() => opened.close());

// One browser a person: the ids it makes are counted, and a command's id is used once.
const browsers = new Map<string, ReturnType<typeof webFor>>();
const as = (personId: string) => {
  const browser = browsers.get(personId) ?? webFor(opened.register, programmeRoutes, { personId });
  browsers.set(personId, browser);
  return browser;
};
const daysOf = async (bodyId: string) => (await meetingsOf(opened.register, bodyId)).map(({ record }) => record.day);

test('the secretary sees every deadline of a programme before anything is entered, then enters it as a whole, once', async () => {
  const tom = await as('tom-dunnock');
  const meetings =
    'Tue 14 April 2020, 16:00, Council Chamber, City Hall\nTue 12 May 2020, 16:00, Council Chamber, City Hall';
  const before = await daysOf('cabinet');
  const shown = await tom.post('/programmes/cabinet', { meetings, state: 'called' });
  expect(shown.status).toBe(200);
  // Good Friday is 10 April and Easter Monday 13 April 2020; VE day, 8 May, is a holiday that year.
  expect(shown.html).toContain('Thu 2 Apr 2020');
  expect(shown.html).toContain('Fri 1 May 2020');
  expect(shown.html).toContain('Mon 16 Mar 2020');
  expect(await daysOf('cabinet')).toEqual(before);
  const adopted = await tom.post('/programmes/cabinet/adopt', { meetings, state: 'called' });
  expect(adopted.status).toBe(303);
  const id = adopted.location.split('/').at(-1) ?? '';
  expect((await tom.get(adopted.location)).html).toContain('0 of 2 entered');
  await Promise.allSettled([enterProgramme(opened.register, id), enterProgramme(opened.register, id)]);
  await enterProgramme(opened.register, id);
  expect((await tom.get(adopted.location)).html).toContain('All the meetings are entered');
  expect((await daysOf('cabinet')).filter((day) => !before.includes(day))).toEqual(['2020-04-14', '2020-05-12']);
});

test('one wrong line stops the whole programme, each problem beside its line, and what was written is kept', async () => {
  const maya = await as('maya-lapwing');
  const meetings = [
    'Wed 15 April 2020, 14:00, Committee Room 2',
    'Thu 22 April 2020, 14:00, Committee Room 2',
    '31 June 2020, 14:00, Committee Room 2',
    '10 April 2019, 14:00, Committee Room 2',
    'Wed 6 May 2020, fourteen, Committee Room 2',
    'Wed 6 May 2020, 14:00',
    '25 April 2019, 14:00, Committee Room 2',
    'Wed 15 April 2020, 14:00, Elsewhere, Abbey',
    '=1+1, 14:00, Elsewhere',
  ].join('\n');
  const before = await daysOf('hosb');
  const wrong = await maya.post('/programmes/hosb', { meetings });
  expect(wrong.status).toBe(422);
  for (const said of [
    'Line 2, Day: The weekday and the date do not agree',
    'Line 3, Day: There is no such day',
    'Line 4, Day: The day is past',
    'Line 5, Time: This is no time',
    'Line 6, Place: The place is missing',
    'Line 7, Day: The body has a meeting on that day at that time already',
    'Line 8, Day: The same meeting stands on two lines',
    'Line 9, Day: It begins like a formula',
  ])
    expect(wrong.html).toContain(said);
  expect(wrong.html).toContain('Wed 6 May 2020, fourteen');
  expect((await maya.post('/programmes/hosb/adopt', { meetings, seen: 'yes' })).status).toBe(422);
  expect(await daysOf('hosb')).toEqual(before);
});

test('holidays, shut offices, passed notice and clashes are marked, and adopted only by somebody who says they looked', async () => {
  const maya = await as('maya-lapwing');
  const meetings = [
    'Fri 19 April 2019, 10:00, Committee Room 2',
    'Tue 30 April 2019, 16:00, Council Chamber, City Hall',
    'Fri 27 December 2019, 10:00, Abbey Hall',
  ].join('\n');
  const shown = await maya.post('/programmes/hosb', { meetings });
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('The offices are shut: Good Friday');
  expect(shown.html).toContain('it would be at shorter notice');
  expect(shown.html).toContain('The Cabinet is in that room then');
  const unseen = await maya.post('/programmes/hosb/adopt', { meetings });
  expect(unseen.status).toBe(422);
  expect(unseen.html).toContain('Say that you have looked at what is marked');
  expect((await maya.post('/programmes/hosb/adopt', { meetings, seen: 'yes' })).status).toBe(303);
});

test('only a secretary of the body may put in its programme', async () => {
  const [owen, grace] = [await as('owen-sandpiper'), await as('grace-siskin')];
  expect((await owen.get('/programmes/hosb')).status).toBe(403);
  expect((await grace.post('/programmes/hosb/adopt', { meetings: '6 May 2020, 14:00, Hall' })).status).toBe(403);
  expect((await grace.get('/programmes/governing-body')).status).toBe(200);
});
