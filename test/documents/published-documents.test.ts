import { expect, test } from '@jest/globals';
import { documentsOfSnapshot } from '../../shared/documents/published-documents.ts';
import { toPdf } from '../../shared/documents/to-pdf.ts';
import type { ArrangedInPublic, PublishedItem, PublishedMeeting } from '../../shared/domain/meetings/published.ts';
import { tagsOf } from '../support/pdf-tags.ts';
import { wordsInPdf } from '../support/pdf-words.ts';

const LONG = `The commissioning intentions of the partnership ${'for hospital discharge and care at home '.repeat(8)}in 2019/20`;

const arranged = (overrides: Partial<ArrangedInPublic> = {}): ArrangedInPublic => ({
  purpose: 'discussion',
  presenter: 'Dr Amara Whimbrel',
  report: 'attached',
  toFollowReason: null,
  reports: [],
  partPrivate: false,
  keyDecision: false,
  addedBy: 'agenda-1',
  addedOn: '2019-04-15',
  late: null,
  withdrawn: null,
  ...overrides,
});

const report = (id: string, title: string) => ({
  id,
  title,
  bytes: 90_000,
  pages: 12,
  shownBy: 'agenda-1',
  withdrawn: null,
});

/** Forty items, of which one has a title of five lines, one sixty reports, one is late and one withdrawn. */
const items: PublishedItem[] = Array.from({ length: 40 }, (_, at) => ({
  id: `item-${at}`,
  number: String(at + 1),
  title: at === 5 ? LONG : `Business number ${at + 1}`,
  reportOf: 'Director of adult services',
  arranged: arranged({
    ...(at === 8 ? { reports: Array.from({ length: 60 }, (__, n) => report(`r-${n}`, `Appendix ${n + 1}`)) } : {}),
    ...(at === 9 ? { late: { clearDays: 3, needed: 5, route: 'chairs-urgency', reason: 'A late grant.' } } : {}),
    ...(at === 10 ? { withdrawn: { on: '2019-04-16', note: 'It comes in June.' } } : {}),
  }),
  minutes: [],
  limbs: [],
}));

const meeting = (overrides: Partial<PublishedMeeting['sitting']> = {}): PublishedMeeting => ({
  sitting: {
    id: 'meeting-hosb-2019-04-25',
    bodyId: 'hosb',
    bodyName: 'Health Overview and Scrutiny Board',
    day: '2019-04-25',
    time: '14:00',
    venue: 'Committee Room 2',
    sort: 'ordinary',
    cancelled: false,
    minutesStatus: null,
    agendaOut: true,
    movedFrom: null,
    sequence: 1,
    revisedAt: null,
    ...overrides,
  },
  agenda: {
    partTwo: { paragraphs: [3], specialReasons: [], confidential: false },
    publications: [
      { id: 'agenda-1', sort: 'agenda', number: 1, at: '2019-04-15T10:00:00.000Z', day: '2019-04-15', said: null },
    ],
    contact: {
      name: 'Maya Lapwing',
      jobTitle: null,
      telephone: '01632 960101',
      email: 'maya.lapwing@brackenford.example',
    },
  },
  items,
});

const publisher = { organisation: 'Brackenford City Council', publicAddress: 'https://quorate.brackenford.example' };
const made = (from: PublishedMeeting) =>
  new Map(documentsOfSnapshot(from, publisher).map(({ name, document }) => [name, toPdf(document)]));

test('an agenda of forty items with titles of any length says all of them, each under its number, on numbered pages', async () => {
  const agenda = made(meeting()).get('agenda') ?? new Uint8Array();
  const [tags, words] = await Promise.all([tagsOf(agenda), wordsInPdf(agenda)]);
  expect(tags.pages).toBeGreaterThan(3);
  expect(words).toContain(`Page ${tags.pages} of ${tags.pages}`);
  expect(tags.roles.filter((role) => role === 'H3')).toHaveLength(40);
  expect(tags.bookmarks).toContain(`    6. ${LONG}`);
  for (const one of [
    '40. Business number 40',
    'Appendix 60 (12 pages)',
    'May not be considered unless',
    'It comes in June.',
  ])
    expect(words.replaceAll(/\.\s+/g, '. ')).toContain(one);
});

test('the public notice says when and where, what is to be done, and where to read it, as a list with its numbers', async () => {
  const notice = made(meeting()).get('notice') ?? new Uint8Array();
  const [tags, words] = await Promise.all([tagsOf(notice), wordsInPdf(notice)]);
  expect(tags).toMatchObject({ title: 'Public notice, Health Overview and Scrutiny Board', claims: '1', marked: true });
  expect(tags.roles.filter((role) => role === 'Lbl').length).toBeGreaterThanOrEqual(43);
  expect(tags.roles).toContain('Link');
  expect(words).toContain('Thursday 25 April 2019 at 2pm');
  expect(words).toContain('Business number 11 (Withdrawn)');
});

test('of a meeting that is cancelled before its agenda is out there is a notice that says so, and no agenda', async () => {
  const off = made({ ...meeting({ cancelled: true, agendaOut: false }), items: [] });
  expect([...off.keys()]).toEqual(['notice']);
  expect(await wordsInPdf(off.get('notice') ?? new Uint8Array())).toContain('will not be held');
});

test('a meeting that only its minutes tell of has neither', () => {
  expect(made({ ...meeting(), agenda: null })).toEqual(new Map());
});
