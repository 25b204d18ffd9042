import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { administrationRoutes } from '../../functions/web/administration/routes.ts';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { procedureOn } from '../../shared/domain/bodies/procedure.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { proceduresOf } from '../../shared/store/bodies.ts';
import { get } from '../../shared/store/record-kind.ts';
import { hiddenValue } from '../support/administration.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

const AUDIT = 'meeting-audit-2019-05-30';
const path = '/administration/bodies/audit/standing-items';
let table: Awaited<ReturnType<typeof demonstrationRegister>>;
let sol: Awaited<ReturnType<typeof webFor>>;

beforeAll(async () => {
  table = await demonstrationRegister();
  sol = await webFor(table.register, administrationRoutes, { personId: 'sol-administrator' });
});
afterAll(() => table.close());

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** What the browser would send of the form on a page. */
function fieldsOn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]*>/g)].map(([tag, name = '']) => [
    name,
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  const selects = [...html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name = '', options = '']) => [name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  );
  return Object.fromEntries([...inputs, ...selects].filter(([name]) => name !== 'csrf'));
}

const from = (day: string, month: string) => ({ 'from-day': day, 'from-month': month, 'from-year': '2019' });
const rulesOn = async (on: string) =>
  procedureOn(
    (await proceduresOf(table.register, 'audit')).map(({ record }) => record),
    'audit',
    on,
  );

test('the page says what stands on each agenda of the body, to which meetings it applies, and how the next one begins', async () => {
  const { html, status } = await sol.get(path);
  expect(status).toBe(200);
  const text = textOf(html);
  expect(text).toContain('Not begun yet: 30 May 2019');
  expect(text).toContain('3 Minutes of 21 March 2019');
  expect(text).toContain('6 The business of the meeting');
  expect(text).toContain('As for the meeting of 30 May 2019');
});

test('items are moved, removed and added by plain buttons, and nothing is saved until it is asked for', async () => {
  const first = await sol.get(path);
  const moved = await sol.post(path, { ...fieldsOn(first.html), act: 'down-0' });
  expect(fieldsOn(moved.html)).toMatchObject({ 'key-0': 'declarations', 'key-1': 'apologies' });
  const less = await sol.post(path, { ...fieldsOn(moved.html), act: 'remove-4' });
  expect(fieldsOn(less.html)['count']).toBe('8');
  expect(less.html).toContain('<option value="public-questions">');
  const more = await sol.post(path, { ...fieldsOn(less.html), act: 'add', add: 'public-questions' });
  expect(fieldsOn(more.html)).toMatchObject({ count: '9', 'key-8': 'public-questions' });
  expect(textOf(more.html)).toContain('Nothing is saved yet.');
  expect((await rulesOn('2019-12-01'))?.agenda.standing[0]?.key).toBe('apologies');
});

test('bad input is refused beside its field with everything kept', async () => {
  const fields = fieldsOn((await sol.get(path)).html);
  const wrong = await sol.post(path, { ...fields, 'title-1': ' ', ...from('1', '1'), act: 'save' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('href="#title-1"');
  expect(textOf(wrong.html)).toContain('Give today or a later day');
  const same = await sol.post(path, { ...fields, act: 'save' });
  expect(textOf(same.html)).toContain('Nothing is different from the rules before it');
  const none = await sol.post(path, { ...fields, act: 'add', add: '' });
  expect(textOf(none.html)).toContain('Choose the kind of item to add');
  const script = await sol.post(path, { ...fields, 'title-0': '<script>alert(1)</script>', act: 'look' });
  expect(script.html).not.toContain('<script>alert(1)');
});

test('only an administrator sees or changes it', async () => {
  const tom = await webFor(table.register, administrationRoutes, { personId: 'tom-dunnock' });
  expect((await tom.get(path)).status).toBe(403);
  expect((await tom.post(path, { act: 'save' })).status).toBe(403);
});

test('saved from a day, agendas begun from that day begin so, and those before it as they did', async () => {
  const { html } = await sol.get(path);
  const up = await sol.post(path, { ...fieldsOn(html), act: 'up-6' });
  const saved = await sol.post(path, {
    ...fieldsOn(up.html),
    'title-1': 'Interests',
    numbering: 'lettered',
    ...from('22', '4'),
    act: 'save',
  });
  expect(saved.status).toBe(303);
  expect((await rulesOn('2019-04-21'))?.agenda.numbering).toBe('plain');
  expect((await rulesOn('2019-04-22'))?.agenda.numbering).toBe('lettered');
  const tom = await webFor(table.register, meetingRoutes, { personId: 'tom-dunnock', today: '2019-04-23' });
  await tom.post(`/meetings/${AUDIT}/agenda/begin`, { commandId: 'begin-lettered' });
  const { slots } = (await get(table.register, agendas, AUDIT)).record;
  expect(slots.map(({ number, title }) => `${number} ${title}`).slice(0, 2)).toEqual([
    'A1 Apologies and substitutes',
    'A2 Interests',
  ]);
  expect(textOf((await sol.get(path)).html)).toContain('Begun already, and not changed: 30 May 2019');
});

test('new rules saved on the procedure page leave the standing items of the body as they are', async () => {
  const address = '/administration/bodies/audit/procedure';
  const { html } = await sol.get(address);
  expect(textOf(html)).toContain('Stands on every agenda 9 items');
  const fields = { ...fieldsOn(html), ...from('1', '6'), quorum: '4', version: hiddenValue(html, 'version') };
  const answer = await sol.post(address, fields);
  expect(answer.status).toBe(303);
  const now = await rulesOn('2019-06-01');
  expect(now?.quorum.number).toBe(4);
  expect(now?.agenda.numbering).toBe('lettered');
  expect(now?.agenda.standing[1]?.title).toBe('Interests');
});
