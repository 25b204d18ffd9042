import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { publicationRoutes } from '../../functions/web/publication/routes.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { historyOf } from '../../shared/store/history.ts';
import { publishAgenda, withdrawItem, withdrawReport } from '../../shared/store/publication-acts.ts';
import { showPublication } from '../../shared/store/publication-steps.ts';
import { publishable } from '../../shared/store/publish.ts';
import { get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { arrangeAgenda, arrangeItem, CABINET } from '../support/publication.ts';
import { webFor } from '../support/web.ts';

const MAY = 'meeting-cabinet-2019-05-28';
const BID = 'item-cabinet-2019-04-30-5';
const MINUTES = 'item-cabinet-2019-04-30-3';
const WHY = 'The figures of the fund are still being checked.';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
const report = (id: string, title: string) => ({
  id,
  title,
  hash: 'a'.repeat(64),
  bytes: 120_000,
  pages: 4,
  accessClass: 'public' as const,
  addedOn: '2019-04-15',
});

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  const { register } = opened;
  const promise = aCommitment({
    id: 'parks-promise',
    bodyId: 'cabinet',
    state: 'open',
    placedOn: { meetingId: CABINET, day: '2019-04-30', since: '2019-04-01' },
  });
  const changes = [change(commitments, { was: null, record: promise, event: 'made' })];
  await commit(register, { commandId: 'promised', actor: maya, at: '2019-04-01T09:00:00.000Z', outcome: {}, changes });
  await arrangeItem(register, BID, {
    commitmentId: 'parks-promise',
    presenter: 'Nia Redstart',
    report: 'attached',
    reports: [report('figures-wrong', 'Figures, first sum'), report('figures', 'Figures')],
  });
  await arrangeAgenda(register, CABINET);
  await publishAgenda(register, aCommand('out'), CABINET);
  const moment = { at: '2019-04-15T10:00:00.000Z', today: '2019-04-15' };
  await showPublication(register, { meetingId: CABINET, publicationId: 'agenda-1' }, moment);
}, 60_000);
afterAll(() => opened.close());

const tom = () =>
  webFor(opened.register, [...meetingRoutes, ...publicationRoutes], { personId: 'tom-dunnock', today: '2019-04-16' });
const chair = () =>
  webFor(opened.register, [...meetingRoutes, ...publicationRoutes], { personId: 'adaeze-merlin', today: '2019-04-16' });
const itemNow = async (id: string) => (await get(opened.register, agendaItems, id)).record;
const agendaNow = async (id: string) => get(opened.register, agendas, id);
const promiseNow = async () => (await get(opened.register, commitments, 'parks-promise')).record;
const rowOf = (html: string, id: string): string => {
  const from = html.indexOf(`id="item-${id}"`);
  return from === -1 ? '' : textOf(html.slice(from, html.indexOf('id="item-', from + 1)));
};
let presses = 0;
const send = async (now: Record<string, string>) => {
  presses += 1;
  const commandId = `put-off-press-${presses}`;
  const version = String((await agendaNow(CABINET)).version);
  return (await tom()).post(`/meetings/${CABINET}/withdraw`, {
    commandId,
    version,
    how: 'withdraw',
    said: WHY,
    ...now,
  });
};

test('a report that was withdrawn is not counted as in force on the page of the agenda', async () => {
  await withdrawReport(opened.register, aCommand('wrong-sum'), CABINET, { reportId: 'figures-wrong', said: 'A slip.' });
  const { html } = await (await tom()).get(`/meetings/${CABINET}`);
  const text = textOf(html);
  expect(text).toContain('Figures, first sum: withdrawn on 15 April 2019. A slip.');
  expect(text).not.toContain('Figures, first sum, 4 pages');
  expect(text).toContain('Figures, 4 pages');
});

test('the row of a published item leads to the page where it is withdrawn or put off to a later meeting', async () => {
  const web = await tom();
  const { html } = await web.get(`/meetings/${CABINET}`);
  const address = `/meetings/${CABINET}/withdraw?which=item%3A${BID}`;
  expect(html).toContain(`href="${address}"`);
  expect((await web.get(`/meetings/${CABINET}/agenda/items/${BID}/off`)).location).toBe(address);
  const page = (await web.get(`/meetings/${CABINET}/withdraw`)).html;
  expect(textOf(page)).toContain('Of an item: what becomes of it?');
  expect(page).toContain(`<option value="${MAY}"`);
});

test('what cannot be put off is refused beside the field: a report alone, words taken away, and no meeting', async () => {
  const to = { after: 'move', meeting: MAY };
  expect((await send({ which: `item:${BID}`, ...to, meeting: '' })).html).toContain('Choose a later meeting of the');
  expect((await send({ which: 'report:figures', ...to })).html).toContain('Only an item can be put off');
  const gone = await send({ which: `item:${BID}`, ...to, how: 'remove' });
  expect(gone.html).toContain('What should never have gone out is not put off');
  const hidden = { itemId: BID, said: WHY, titleShown: false, after: 'defer' as const };
  await expect(withdrawItem(opened.register, aCommand('no'), CABINET, hidden)).rejects.toThrow('defer');
  expect((await itemNow(BID)).meetingId).toBe(CABINET);
});

test('put off to 28 May it keeps its number and a note in public, and goes there with its reports and its promise', async () => {
  await (await tom()).post(`/meetings/${MAY}/agenda/begin`, {});
  const before = (await agendaNow(CABINET)).record.slots.map(({ itemId, number }) => [itemId, number]);
  expect(await send({ which: `item:${BID}`, after: 'move', meeting: MAY })).toMatchObject({ status: 303 });
  const { record } = await agendaNow(CABINET);
  expect(record.slots.map(({ itemId, number }) => [itemId, number])).toEqual(before);
  expect(record.slots.find(({ itemId }) => itemId === BID)?.withdrawn).toMatchObject({ note: WHY, titleShown: true });
  const item = await itemNow(BID);
  expect(item).toMatchObject({
    meetingId: MAY,
    state: 'on-agenda',
    presenter: 'Nia Redstart',
    report: 'attached',
    published: false,
    accessClass: 'internal',
    origin: { sort: 'deferred', fromMeetingId: CABINET },
  });
  // What was withdrawn of its reports does not go out a second time.
  expect(item.reports.map(({ id }) => id)).toEqual(['figures']);
  expect((await agendaNow(MAY)).record.slots.map(({ itemId }) => itemId)).toContain(BID);
  expect(await promiseNow()).toMatchObject({ placedOn: { meetingId: MAY } });
});

test('both agendas, the item and its promise say in their history when it was put off, and why', async () => {
  const said = async (type: Parameters<typeof historyOf>[1], id: string) =>
    (await historyOf(opened.register, type, id)).map(({ envelope: { event, reason } }) => [event, reason]);
  expect(await said('agenda', CABINET)).toContainEqual(['item withdrawn and put off', WHY]);
  expect(await said('agenda', MAY)).toContainEqual(['item moved here from another meeting', null]);
  expect(await said('agenda-item', BID)).toContainEqual(['put off to another meeting after publication', WHY]);
  expect(await said('commitment', 'parks-promise')).toContainEqual(['placed on a meeting', WHY]);
});

test('the public reads number 5 with its title and the note, and nothing of the meeting that it went to', async () => {
  const { face, meeting, agenda } = await publishable(opened.register, CABINET, '2019-04-16');
  const shown = face({ ...meeting.record, published: true }, agenda?.record ?? null).items;
  expect(shown.find(({ id }) => id === BID)).toMatchObject({
    number: '5',
    title: 'Bid to the pocket parks fund',
    arranged: { withdrawn: { note: WHY } },
  });
  const may = await publishable(opened.register, MAY, '2019-04-16');
  expect(may.face(may.meeting.record, may.agenda?.record ?? null).items.map(({ id }) => id)).not.toContain(BID);
});

test('the secretary and the chair see the withdrawn row with its number, struck out, with its note and where it went', async () => {
  for (const [who, at] of [
    [await tom(), `/meetings/${CABINET}`],
    [await chair(), `/meetings/${CABINET}/agenda/chair`],
  ] as const) {
    const { html } = await who.get(at);
    const row = rowOf(html, BID);
    expect(html).toContain('<s>Bid to the pocket parks fund</s>');
    for (const words of ['5', 'Withdrawn', WHY, 'Put off to 28 May 2019.']) expect(row).toContain(words);
    expect(html).not.toContain(`which=item%3A${BID}`);
  }
});

test('put off without a meeting it waits: offered to 28 May, and not again to the agenda that it left', async () => {
  expect(await send({ which: `item:${MINUTES}`, after: 'defer' })).toMatchObject({ status: 303 });
  expect(await itemNow(MINUTES)).toMatchObject({ meetingId: null, state: 'deferred' });
  const web = await tom();
  const offers = (html: string) => html.includes(`name="offer" value="${MINUTES}"`);
  expect(offers((await web.get(`/meetings/${CABINET}`)).html)).toBe(false);
  expect(offers((await web.get(`/meetings/${MAY}`)).html)).toBe(true);
});

test('private business that goes to another meeting brings the motion to exclude the public with it, once', async () => {
  const motions = async () => (await agendaNow(MAY)).record.slots.filter(({ standing }) => standing === 'exclusion');
  expect(await motions()).toHaveLength(0);
  const { slots } = (await agendaNow(CABINET)).record;
  const settlement = slots.find(({ accessClass }) => accessClass === 'private')?.itemId ?? '';
  expect(await send({ which: `item:${settlement}`, after: 'move', meeting: MAY })).toMatchObject({ status: 303 });
  expect(await itemNow(settlement)).toMatchObject({ meetingId: MAY, accessClass: 'private' });
  const [motion, ...more] = await motions();
  expect(more).toEqual([]);
  expect(await itemNow(motion?.itemId ?? '')).toMatchObject({ meetingId: MAY });
});

test('withdrawn for good, its promise is free again', async () => {
  const itemId = 'item-cabinet-2019-04-30-1';
  await arrangeItem(opened.register, itemId, { commitmentId: 'parks-promise' });
  const was = await get(opened.register, commitments, 'parks-promise');
  const record = { ...was.record, placedOn: { meetingId: CABINET, day: '2019-04-30', since: '2019-04-16' } };
  const changes = [change(commitments, { was, record, event: 'placed' })];
  await commit(opened.register, {
    commandId: 'placed-again',
    actor: maya,
    at: '2019-04-16T09:00:00.000Z',
    outcome: {},
    changes,
  });
  expect(await send({ which: `item:${itemId}`, after: 'for-good' })).toMatchObject({ status: 303 });
  expect(await itemNow(itemId)).toMatchObject({ meetingId: CABINET, state: 'withdrawn' });
  expect((await promiseNow()).placedOn).toBeNull();
});
