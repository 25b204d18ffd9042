import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { londonInstant } from '../../shared/domain/calendar/day.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { publishDecision, saveDecision } from '../../shared/store/decision-acts.ts';
import { recordKeyWay } from '../../shared/store/key-way-acts.ts';
import { meetingsOf } from '../../shared/store/meetings.ts';
import { publishNotice, saveNotice, withdrawNotice } from '../../shared/store/notice-acts.ts';
import { get, type Register } from '../../shared/store/record-kind.ts';
import { aCommand } from '../support/command.ts';
import { aDecision, aNoticeOf } from '../support/decisions.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { publicSite } from '../support/public-site.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let meetingPath = '';
let site: Awaited<ReturnType<typeof publicSite>>;

const privateReason = {
  scheme: 'schedule-12A' as const,
  paragraphs: [3],
  contractTerms: true,
  publicInterest: 'Bidders would learn what others offered.',
};
const published = londonInstant('2019-04-12', '10:00');

beforeAll(async () => {
  opened = await demonstrationRegister();
  const { register } = opened;
  const secret = aDecision({
    id: 'sale-of-land',
    title: 'Sale of the Foundry to Heronsway Limited',
    text: 'That it is sold for three million pounds.',
    reasons: 'Heronsway offered most.',
    alternatives: { sort: 'said', text: 'To sell to Marshgate.' },
    report: { sort: 'said', text: 'Valuation by Tidewell' },
    key: { sort: 'not-key', why: 'Within the Foundry budget.' },
    callIn: { sort: 'waived', why: 'urgent', reason: 'Heronsway withdraws on Friday' },
    privateReason,
    publicWords: 'A disposal of land has been agreed.',
    accessClass: 'private',
  });
  await saveDecision(register, aCommand('save-secret'), secret);
  await publishDecision(register, aCommand('publish-secret', { at: published, today: '2019-04-12' }), 'sale-of-land');
  await saveDecision(register, aCommand('save-draft'), aDecision({ id: 'not-out', title: 'Closing Quayside baths' }));
  await saveNotice(register, aCommand('save-notice'), aNoticeOf({ id: 'not-given', matter: 'Closing Quayside baths' }));
  const gone = aNoticeOf({ id: 'gone', matter: 'A bridge that is not built' });
  await saveNotice(register, aCommand('save-gone'), gone);
  await publishNotice(register, aCommand('publish-gone'), 'gone');
  await withdrawNotice(register, aCommand('withdraw-gone'), 'gone', 'Not now');
  const cabinet = (await meetingsOf(register, 'cabinet')).find(({ record }) => record.day === '2019-04-30')?.record;
  if (!cabinet) throw new Error('The Cabinet of 30 April is not in the demonstration');
  meetingPath = `/committees/cabinet/meetings/${cabinet.id}`;
  await buildOneLateBid(register, cabinet);
  site = await publicSite(opened.endpoint);
});
afterAll(async () => {
  await site.close();
  opened.close();
});

/** The late bid becomes a key decision by special urgency; its notice is published with it. */
async function buildOneLateBid(register: Register, meeting: Meeting) {
  const { slots } = (await get(register, agendas, meeting.id)).record;
  const itemId = slots.find(({ title }) => title === 'Bid to the pocket parks fund')?.itemId ?? '';
  const agreement = {
    agreedBy: 'scrutiny-chair' as const,
    name: 'Cllr Sylvia Wryneck',
    agreedOn: '2019-04-15',
    noScrutinyChair: '',
    noCouncilChair: '',
    whyUrgent: 'The fund closes on 1 May.',
  };
  const way = { keyDecision: true, noticeId: null, keyRoute: { sort: 'special-urgency' as const, agreement } };
  await recordKeyWay(register, aCommand('late-bid'), { itemId, way, meeting, bodyName: 'Cabinet' });
}

test('a key decision by special urgency is announced on the forward plan, and on the pages of its body and meeting', async () => {
  for (const path of ['/forward-plan', '/committees/cabinet', meetingPath]) {
    const { html: body } = await site.get(path);
    for (const words of [
      'Bid to the pocket parks fund',
      'Special urgency',
      'Cllr Sylvia Wryneck',
      'The fund closes on 1 May.',
    ])
      expect([path, body.includes(words)]).toEqual([path, true]);
  }
});

test('the notices of 1 April are on the page of the Cabinet’s meeting of 30 April and on no other meeting’s', async () => {
  expect((await site.get(meetingPath)).html).toContain('whether to change the hours of seven libraries');
  expect((await site.get('/committees/hosb')).html).not.toContain('seven libraries');
});

const surfaces = [
  '/decisions',
  '/decisions/sale-of-land',
  '/decisions/decision-parking-mill-lane',
  '/forward-plan',
  '/committees',
  '/committees/cabinet',
  '/committees/cabinet/feed.atom',
  '/committees/cabinet/meetings.ics',
];
const secrets = [
  'Foundry',
  'Heronsway',
  'Marshgate',
  'Tidewell',
  'three million',
  'Bidders',
  'Leisure',
  'leisure',
  'settlement',
  'Quayside',
  'bridge that is not built',
];

test.each(surfaces)('no word of private or unpublished business is on %s', async (path) => {
  const { status, html: body } = await site.get(path);
  expect(status).toBe(200);
  expect(secrets.filter((word) => body.includes(word))).toEqual([]);
});

test('of a decision taken in private the public reads that it was made, by whom, and the words written for it', async () => {
  const { html: body } = await site.get('/decisions/sale-of-land');
  for (const words of [
    'A decision taken in private',
    'A disposal of land has been agreed.',
    'Cllr Des Corncrake',
    'paragraph 3 of Part 1 of Schedule 12A',
  ])
    expect(body).toContain(words);
});

test('a published decision shows its whole record, and until when it can be called in', async () => {
  const { html: body } = await site.get('/decisions/decision-parking-mill-lane');
  for (const words of [
    'Thursday 18 April 2019, 5pm',
    'Tuesday 23 April 2019',
    'Alternatives considered and rejected',
    'Delegation relied on',
    '9 April 2025',
  ])
    expect(body).toContain(words);
});

test('the forward plan shows each published notice with the fields of the regulation, and nothing that is withdrawn', async () => {
  const { html: body } = await site.get('/forward-plan');
  for (const words of [
    'Library opening hours',
    'A key decision is to be made',
    'Cllr Adaeze Merlin',
    'Equality impact assessment',
    'Tuesday 30 April 2019',
    'To be taken in private',
  ])
    expect(body).toContain(words);
});

test('what is not published is not there, said alike of what does not exist', async () => {
  const [draft, nothing] = [await site.get('/decisions/not-out'), await site.get('/decisions/nothing')];
  expect([draft.status, nothing.status]).toEqual([404, 404]);
  expect(draft.html).toBe(nothing.html);
});

test('no public page about decisions reads anything but what is published', () => {
  expect(site.refused).toEqual([]);
});
