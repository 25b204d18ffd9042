import { expect, test } from '@jest/globals';
import { memberships } from '../../infra/local/demonstration/memberships.ts';
import { people } from '../../infra/local/demonstration/people.ts';
import { actionLogDocument } from '../../shared/documents/action-log-document.ts';
import { agendaDocument } from '../../shared/documents/agenda-document.ts';
import { attendanceDocument } from '../../shared/documents/attendance-document.ts';
import type { MeetingPrinted } from '../../shared/documents/meeting-facts.ts';
import { noticeDocument } from '../../shared/documents/notice-document.ts';
import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { toPdf } from '../../shared/documents/to-pdf.ts';
import type { AgendaItem } from '../../shared/domain/agenda-items/agenda-item.ts';
import { unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../../shared/domain/agendas/agenda.ts';
import { procedurePresets } from '../../shared/domain/bodies/procedure-presets.ts';
import { calendarFromRecord, shippedRecord } from '../../shared/domain/calendar/calendar-record.ts';
import { aBody, aCommitment, aMeeting } from '../support/builders.ts';
import { tagsOf } from '../support/pdf-tags.ts';

const SECRET = 'Kingfisher Street settlement of 40000 pounds';

const anItem = (overrides: Partial<AgendaItem>): AgendaItem => ({
  ...unarranged,
  id: 'item',
  bodyId: 'hosb',
  meetingId: 'hosb-2019-10-09',
  number: '1',
  title: 'Item',
  purpose: null,
  reportOf: null,
  attendedFor: [],
  mattersRaised: [],
  report: 'oral',
  toFollowReason: null,
  commitmentId: null,
  state: 'on-agenda',
  published: false,
  accessClass: 'public',
  ...overrides,
});

const report = { hash: 'a'.repeat(64), bytes: 1000, addedOn: '2019-09-01' } as const;
const items = [
  anItem({ id: 'apologies', number: '1', title: 'Apologies', origin: { sort: 'standing', key: 'apologies' } }),
  anItem({
    id: 'model',
    number: '2',
    title: 'Out of Hospital model',
    purpose: 'discussion',
    reportOf: 'Director of Public Health',
    presenter: 'Dr Amara Whimbrel',
    report: 'attached',
    reports: [
      { ...report, id: 'r1', title: 'How it is working', pages: 12, accessClass: 'public' },
      { ...report, id: 'r2', title: `Appendix: ${SECRET}`, pages: 3, accessClass: 'private' },
    ],
  }),
  anItem({
    id: 'winter',
    number: '3',
    title: 'Winter plan',
    report: 'to-follow',
    toFollowReason: 'Figures of September',
  }),
  anItem({ id: 'eia', number: '4', title: 'Held back with its assessment', blockedBy: 'The EIA is not signed off' }),
  anItem({
    id: 'settlement',
    number: '5',
    title: SECRET,
    accessClass: 'private',
    reportOf: `Solicitor, on ${SECRET}`,
    attendedFor: [{ named: `Witness of ${SECRET}`, personId: null, at: null }],
    privateReason: { scheme: 'schedule-12A', paragraphs: [3, 5], contractTerms: false, publicInterest: SECRET },
  }),
];

const emptyAgenda: Agenda = {
  id: 'hosb-2019-10-09',
  bodyId: 'hosb',
  numbering: 'plain',
  firstNumber: 1,
  series: '19',
  slots: [],
  chairsAgreement: { askedOn: null, answer: null, said: null, on: null },
  posted: [],
  publications: [],
  accessClass: 'internal',
};

const printed = (overrides: Partial<MeetingPrinted> = {}): MeetingPrinted => ({
  meeting: aMeeting(),
  agenda: null,
  items: new Map(items.map((item) => [item.id, item])),
  body: aBody(),
  procedure: {
    ...procedurePresets.scrutiny,
    id: 'p',
    bodyId: 'hosb',
    from: '2018-05-17',
    to: null,
    quorum: { number: 3, including: null },
  },
  memberships,
  persons: new Map(people.map((person) => [person.id, person])),
  organisation: 'Brackenford City Council',
  publicHref: 'http://localhost:3000/committees/hosb/meetings/hosb-2019-10-09',
  ...overrides,
});

const log = (promises = [aCommitment()]): PrintDocument =>
  actionLogDocument({
    body: aBody(),
    organisation: 'Brackenford City Council',
    promises,
    persons: printed().persons,
    calendar: calendarFromRecord(shippedRecord),
    today: '2019-04-15',
  });

const everyDocument: [string, () => PrintDocument][] = [
  ['the public’s agenda', () => agendaDocument(printed(), 'public')],
  ['the members’ agenda', () => agendaDocument(printed(), 'members')],
  ['an agenda with nothing on it', () => agendaDocument(printed({ items: new Map() }), 'public')],
  ['the public notice', () => noticeDocument(printed())],
  ['the attendance sheet', () => attendanceDocument(printed(), 'public')],
  ['the action log', () => log()],
  ['an action log of nothing', () => log([])],
  [
    'a long action log',
    () => log(Array.from({ length: 120 }, (_, at) => aCommitment({ id: `p-${at}`, reference: `HOSB/18/${at}` }))),
  ],
];

test.each(everyDocument)('%s is a tagged PDF that claims PDF/UA-1, in English, with its title', async (_, make) => {
  const document = make();
  const tags = await tagsOf(toPdf(document));
  expect(tags).toMatchObject({
    title: `${document.title}, ${document.caption}`,
    language: 'en-GB',
    marked: true,
    showsTitle: true,
    claims: '1',
  });
});

test.each(everyDocument)('%s has one first heading, and no heading goes down by more than one', async (_, make) => {
  const { roles } = await tagsOf(toPdf(make()));
  const levels = roles.flatMap((role) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels[0]).toBe(1);
  for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
});

test.each(everyDocument)('%s has a header cell over each column of each table', async (_, make) => {
  const document = make();
  const { roles } = await tagsOf(toPdf(document));
  const tables = document.blocks.filter((block) => block.sort === 'table');
  expect(roles.filter((role) => role === 'Table')).toHaveLength(tables.length);
  expect(roles.filter((role) => role === 'TH')).toHaveLength(tables.flatMap(({ head }) => head).length);
  expect(roles.filter((role) => role === 'THead')).toHaveLength(tables.length);
});

test.each(everyDocument)('%s is the same to the byte when it is made again', (_, make) => {
  expect(Buffer.from(toPdf(make())).equals(Buffer.from(toPdf(make())))).toBe(true);
});

test('the public’s agenda carries nothing private: that there is such business, its paragraphs, and no word more', async () => {
  const document = agendaDocument(printed(), 'public');
  const text = JSON.stringify(document);
  expect(text).not.toContain('Kingfisher');
  expect(text).not.toContain('Held back');
  expect(text).toContain('paragraph 3: information relating to the financial or business affairs');
  expect(text).toContain('paragraph 5:');
  expect(text).toContain('A part of the report is not for publication.');
  const { bookmarks } = await tagsOf(toPdf(document));
  expect(bookmarks).toEqual([
    'Agenda',
    '  The meeting',
    '  Part 1: business in public',
    '    1. Apologies',
    '    2. Out of Hospital model',
    '    3. Winter plan',
    '  Part 2: business likely to be taken in private',
  ]);
});

test('neither the notice nor the attendance sheet for the public names private business', () => {
  for (const document of [noticeDocument(printed()), attendanceDocument(printed(), 'public')])
    expect(JSON.stringify(document)).not.toContain('Kingfisher');
  expect(JSON.stringify(noticeDocument(printed()))).toContain('may be excluded for a part');
});

test('an item withdrawn because it should never have gone out is printed by its number and note alone', () => {
  const slot = (titleShown: boolean) => ({
    itemId: 'model',
    number: '2',
    title: 'Out of Hospital model',
    accessClass: 'public' as const,
    standing: null,
    publishedOn: '2019-10-01',
    route: null,
    withdrawn: { on: '2019-10-02', note: 'Withdrawn by the Director.', titleShown },
  });
  const print = (titleShown: boolean, to: 'public' | 'members') =>
    JSON.stringify(agendaDocument(printed({ agenda: { ...emptyAgenda, slots: [slot(titleShown)] } }), to));
  for (const to of ['public', 'members'] as const) {
    expect(print(false, to)).toContain('"number":"2","text":"Item withdrawn"');
    expect(print(false, to)).toContain('Withdrawn by the Director.');
    expect(print(false, to)).not.toContain('Out of Hospital');
    expect(print(true, to)).toContain('"number":"2","text":"Out of Hospital model"');
  }
});

test('the members’ agenda has the private business, and says at the top whose copy it is', () => {
  const { blocks } = agendaDocument(printed(), 'members');
  expect(blocks[0]).toEqual({
    sort: 'marked',
    text: 'For members of the body only: it holds business that is not for publication.',
  });
  expect(blocks).toContainEqual({
    sort: 'heading',
    level: 3,
    number: '5',
    text: SECRET,
    id: 'item-settlement',
  });
});

test('the agenda says when, where, who sits and who is to be asked, and of each item its report', () => {
  const { blocks } = agendaDocument(printed(), 'public');
  const facts = blocks.flatMap((block) => (block.sort === 'facts' ? block.rows : []));
  expect(facts.slice(0, 3)).toEqual([
    { term: 'When', text: 'Wednesday 9 October 2019 at 2pm' },
    { term: 'Where', text: 'Committee Room 2' },
    { term: 'Chair', text: 'Cllr Rowan Kestrel' },
  ]);
  expect(facts.at(-1)?.text).toContain('Maya Lapwing');
  const said = blocks.flatMap((block) => (block.sort === 'paragraph' ? [block.text] : []));
  expect(said).toContain('Discussion. Report: Director of Public Health. Presented by Dr Amara Whimbrel');
  expect(said).toContain('Reports: How it is working (12 pages)');
  expect(said).toContain('To follow: Figures of September');
});

test('an NHS body’s agenda gives the special reason that its resolution will state', () => {
  const nhs = anItem({
    accessClass: 'private',
    privateReason: { scheme: '1960-act', specialReason: 'A named patient' },
  });
  const { blocks } = agendaDocument(printed({ items: new Map([['item', nhs]]) }), 'public');
  expect(blocks).toContainEqual({ sort: 'list', items: ['A named patient'] });
});

test('the notice says by which rule it is given, and has room to say where it was put up', () => {
  const { blocks } = noticeDocument(printed());
  expect(JSON.stringify(blocks)).toContain('Notice by Local Government Act 1972 ss.100A(6)(a)');
  expect(blocks.at(-1)).toMatchObject({ sort: 'table', rows: [[''], [''], ['']].map(() => ['', '', '', '']) });
});

test('a cancelled meeting is said to be cancelled on every sheet', () => {
  const off = printed({ meeting: aMeeting({ state: 'cancelled' }) });
  for (const document of [agendaDocument(off, 'public'), noticeDocument(off), attendanceDocument(off, 'public')])
    expect(JSON.stringify(document)).toContain('cancelled');
});

test('the attendance sheet has a row to sign for each member and substitute', () => {
  const { blocks } = attendanceDocument(printed(), 'public');
  const [members, substitutes] = blocks.flatMap((block) => (block.sort === 'table' ? [block] : []));
  expect(members?.head).toEqual(['Name', 'Seat', 'Group', 'Signature']);
  expect(members?.rows).toHaveLength(10);
  expect(members?.rows[0]).toEqual(['Cllr Rowan Kestrel', 'Chair', 'Orchard Group', '']);
  expect(substitutes?.rows).toHaveLength(3);
});

test('text that looks like markup is printed as it stands', async () => {
  const title = '#read("/etc/passwd") *bold* $x$ <label> @ref';
  const odd = anItem({ title });
  const { bookmarks } = await tagsOf(toPdf(agendaDocument(printed({ items: new Map([['item', odd]]) }), 'public')));
  expect(bookmarks).toContain(`    1. ${title}`);
});
