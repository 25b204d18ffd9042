import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { publicationRoutes } from '../../functions/web/publication/routes.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { get } from '../../shared/store/record-kind.ts';
import { hiddenValue } from '../support/administration.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { CABINET, HOSB } from '../support/publication.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
});
afterAll(() => opened.close());

const as = (personId: string, today = '2019-04-15') =>
  webFor(opened.register, [...meetingRoutes, ...publicationRoutes], { personId, today });
const agendaOf = async (id: string) => (await get(opened.register, agendas, id)).record;
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('a meeting is moved neither into the past nor onto a holiday: the holiday is named, what was typed is kept', async () => {
  const tom = await as('tom-dunnock');
  const at = `/meetings/${CABINET}/move`;
  const version = hiddenValue((await tom.get(at)).html, 'version');
  const to = (day: string, month: string) => ({
    'day-day': day,
    'day-month': month,
    'day-year': '2019',
    time: '14:00',
    venue: 'Committee room 2',
    said: 'The chamber is flooded.',
    version,
  });
  for (const [day, month, words] of [
    ['1', '4', 'past'],
    ['19', '4', 'Good Friday'],
    ['22', '4', 'Easter Monday'],
    ['27', '4', 'weekend'],
    ['31', '4', 'day'],
  ] as const) {
    const refused = await tom.post(at, to(day, month));
    expect([refused.status, textOf(refused.html).toLowerCase()]).toEqual([
      422,
      expect.stringContaining(words.toLowerCase()),
    ]);
    expect(refused.html).toContain('The chamber is flooded.');
  }
  expect((await get(opened.register, meetings, CABINET)).record.day).toBe('2019-04-30');
});

test('nothing is built for a meeting that has been, and the page says so', async () => {
  const maya = await as('maya-lapwing', '2019-04-26');
  const before = await agendaOf(HOSB);
  for (const [path, fields] of [
    ['begin', {}],
    ['add', { title: 'Too late', access: 'open', report: 'oral' }],
    ['move', { up: before.slots[2]?.itemId ?? '', version: '1' }],
  ] as const) {
    const answer = await maya.post(`/meetings/${HOSB}/agenda/${path}`, { commandId: `late-${path}`, ...fields });
    expect([answer.status, answer.location]).toEqual([303, `/meetings/${HOSB}`]);
  }
  expect(await agendaOf(HOSB)).toEqual(before);
});

test('two secretaries who reorder at the same moment: one order stands, the other is shown beside it, no item is lost', async () => {
  const [maya, tom] = [await as('maya-lapwing'), await as('tom-dunnock')];
  // A page of each, whose forms carry the token of their session.
  await Promise.all([maya.get(`/meetings/${HOSB}`), tom.get(`/meetings/${HOSB}`)]);
  const { record, version } = await get(opened.register, agendas, HOSB);
  const ids = record.slots.map(({ itemId }) => itemId);
  const looked = { version: String(version) };
  const answers = await Promise.all([
    maya.post(`/meetings/${HOSB}/agenda/move`, { up: ids[6] ?? '', commandId: 'at-once-maya', ...looked }),
    tom.post(`/meetings/${HOSB}/agenda/move`, { down: ids[3] ?? '', commandId: 'at-once-tom', ...looked }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect(answers.find(({ status }) => status === 409)?.html).toContain('choose-order');
  const now = await agendaOf(HOSB);
  expect(now.slots.map(({ itemId }) => itemId).toSorted()).toEqual(ids.toSorted());
  expect(now.slots.map(({ number }) => number)).toEqual(ids.map((_, at) => String(at + 1)));
});

test('publish pressed twice, at once and once more, publishes once', async () => {
  const maya = await as('maya-lapwing');
  const { html } = await maya.get(`/meetings/${HOSB}/publish`);
  const fields = (commandId: string) => ({
    commandId,
    version: hiddenValue(html, 'version'),
    seen: hiddenValue(html, 'seen'),
  });
  const press = (commandId: string) => maya.post(`/meetings/${HOSB}/publish/agenda`, fields(commandId));
  const answers = await Promise.all([press('press-one'), press('press-one'), press('press-two')]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect((await press('press-three')).status).toBe(303);
  const { publications } = await agendaOf(HOSB);
  expect(publications.map(({ id }) => id)).toEqual(['agenda-1']);
});

test('each row of the builder that may have reports leads to them', async () => {
  const { html } = await (await as('maya-lapwing')).get(`/meetings/${HOSB}`);
  for (const number of [6, 7, 8]) expect(html).toContain(`href="/agenda-items/item-hosb-2019-04-25-${number}/reports"`);
  expect(html).not.toContain('href="/agenda-items/item-hosb-2019-04-25-1/reports"');
});
