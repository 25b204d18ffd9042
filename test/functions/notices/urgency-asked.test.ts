import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { relay } from '../../../functions/relay/relay.ts';
import { meetingRoutes } from '../../../functions/web/meetings/routes.ts';
import type { Workflows } from '../../../shared/lambda/workflows.ts';
import { buildPlainNotice } from '../../../shared/messages/plain-notice.ts';
import { addNewItem, editAgendaItem, recordRoute } from '../../../shared/store/agenda-acts.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { agendaItems } from '../../../shared/store/business.ts';
import { missedEntries } from '../../../shared/store/outbox.ts';
import { publishAgenda, publishSupplement } from '../../../shared/store/publication-acts.ts';
import { showPublication } from '../../../shared/store/publication-steps.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { brackenford } from '../../support/notices.ts';
import { publicSite } from '../../support/public-site.ts';
import { anItem, HOSB } from '../../support/publication.ts';
import { webFor } from '../../support/web.ts';

const ITEM = 'urgent-item';
const today = '2019-04-16';
const reason = 'The grant must be claimed by 30 April.';
let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  site = await publicSite(opened.endpoint, { today });
  const { register } = opened;
  const late = { at: `${today}T09:00:00.000Z`, today };
  await publishAgenda(register, aCommand('on-time'), HOSB);
  await showPublication(register, { meetingId: HOSB, publicationId: 'agenda-1' }, late);
  const item = anItem({ id: ITEM, bodyId: 'hosb', meetingId: HOSB, title: 'Hospital transport grant' });
  await addNewItem(register, aCommand('late-added', late), HOSB, { item, after: null, motion: null });
  const route = { route: 'chairs-urgency' as const, reason, askedOn: today, minded: null };
  await recordRoute(register, aCommand('late-route', late), HOSB, { itemId: ITEM, route });
  const said = { itemIds: [ITEM], said: 'A grant has been offered.' };
  await publishSupplement(register, aCommand('late-supplement', late), HOSB, said);
  await showPublication(register, { meetingId: HOSB, publicationId: 'supplement-1' }, late);
}, 60_000);
afterAll(async () => {
  await site.close();
  opened.close();
});

const notice = async (personId: string) =>
  noticeKinds['urgency-asked']?.({ recordId: ITEM, personId, person: null, day: today, round: today }, opened);
const publicPage = async () => (await site.get(`/committees/hosb/meetings/${HOSB}`)).html;

test('the chair alone is asked by message about late business, with the reason, and answers on a form', async () => {
  const started: unknown[] = [];
  const workflows: Workflows = {
    start: async (_workflow, _name, input) => {
      started.push(input);
    },
    isRunning: async () => false,
    answer: async () => 'over',
  };
  const entries = await missedEntries(opened.register.table, '2100-01-01T00:00:00.000Z');
  for (const entry of entries.filter((one) => one.entry.topic === 'urgency-asked'))
    await relay(entry, { register: opened.register, workflows });
  expect(started).toEqual([
    { kind: 'urgency-asked', recordId: ITEM, day: today, round: today, personIds: ['rowan-kestrel'] },
  ]);
  const asked = await notice('rowan-kestrel');
  expect(asked?.notice.quotation?.words).toBe(reason);
  expect(asked?.notice.link).toMatchObject({ path: `/meetings/${HOSB}/agenda/chair` });
  expect(asked?.notice.sentence).toContain('the opinion itself is given at the meeting and minuted');
  expect(await notice('moira-egret')).toBeNull();
});

test('the public reads that the chair will be asked, and after the answer what was said beforehand, decided at the meeting', async () => {
  expect(await publicPage()).toContain('The chair will be asked at the meeting to take it as urgent');
  const was = (await get(opened.register, agendaItems, ITEM)).record;
  const edited = { item: { ...was, title: 'Hospital transport grant: refused' }, motion: null };
  await editAgendaItem(opened.register, aCommand('edited-later'), edited);
  const chair = await webFor(opened.register, meetingRoutes, { personId: 'rowan-kestrel', today });
  const form = `/meetings/${HOSB}/agenda/chair`;
  expect((await chair.get(form)).html).toContain('Hospital transport grant');
  const answer = async (said: string) => {
    const version = String((await get(opened.register, agendas, HOSB)).version);
    return chair.post(form, { [`urgent-${ITEM}`]: said, version, commandId: `answer-${said}` });
  };
  expect((await answer('no')).status).toBe(303);
  expect(await publicPage()).toContain('is not minded to take it as urgent. It is decided at the meeting');
  expect((await answer('yes')).status).toBe(303);
  const page = await publicPage();
  expect(page).toContain('is minded to take it as urgent. It is decided at the meeting');
  // Nothing else of the agenda goes out with the answer.
  expect(page).not.toContain('refused');
  expect(await notice('rowan-kestrel')).toBeNull();
});

test('of private business the message says the body, the day and the link, and nothing of the item', async () => {
  const hidden = anItem({
    id: 'urgent-secret',
    bodyId: 'hosb',
    meetingId: HOSB,
    title: 'Secret grant',
    accessClass: 'private',
  });
  await addNewItem(opened.register, aCommand('secret-added'), HOSB, { item: hidden, after: null, motion: null });
  const route = { route: 'chairs-urgency' as const, reason: 'Secret reason', askedOn: today, minded: null };
  await recordRoute(opened.register, aCommand('secret-route'), HOSB, { itemId: 'urgent-secret', route });
  const asked = { recordId: 'urgent-secret', personId: 'rowan-kestrel', person: null, day: today, round: today };
  const said = await noticeKinds['urgency-asked']?.(asked, opened);
  const reader = { addressedAs: 'Councillor Kestrel', answersTo: null };
  const built = said && JSON.stringify(buildPlainNotice(said.notice, reader, brackenford));
  expect(built).toContain('Health Overview and Scrutiny Board');
  for (const secret of ['Secret grant', 'Secret reason']) expect(built).not.toContain(secret);
});
