import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publicationRoutes } from '../../functions/web/publication/routes.ts';
import { documentsOfSnapshot } from '../../shared/documents/published-documents.ts';
import { toPdf } from '../../shared/documents/to-pdf.ts';
import { addNewItem } from '../../shared/store/agenda-acts.ts';
import { agendaItems, businessOf, minutes } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { publishAgenda, publishSupplement } from '../../shared/store/publication-acts.ts';
import { showPublication } from '../../shared/store/publication-steps.ts';
import { publishMeeting } from '../../shared/store/publish.ts';
import { publishedMeetingOf } from '../../shared/store/published.ts';
import { get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { wordsInPdf } from '../support/pdf-words.ts';
import { publicSite } from '../support/public-site.ts';
import { anItem, arrangeAgenda, arrangeItem, CABINET, HOSB } from '../support/publication.ts';
import { webFor } from '../support/web.ts';

const moment = { at: '2019-04-15T09:30:00.000Z', today: '2019-04-15' };
const publisher = { organisation: 'Brackenford City Council', publicAddress: 'https://quorate.example' };
let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;
let checked: string;

const changed = async (commandId: string, changes: Parameters<typeof commit>[1]['changes']) => {
  await commit(opened.register, { commandId, actor: maya, at: moment.at, outcome: {}, changes });
};
const page = async (bodyId: string, id: string) => (await site.get(`/committees/${bodyId}/meetings/${id}`)).html;
const snapshotOf = async (id: string) => {
  const face = await publishedMeetingOf(opened.register.table, id);
  if (!face) throw new Error('nothing is published');
  return face;
};
const agendaPdf = async (id: string): Promise<string> => {
  const [agenda] = documentsOfSnapshot(await snapshotOf(id), publisher);
  if (agenda?.name !== 'agenda') throw new Error('no agenda');
  return (await wordsInPdf(toPdf(agenda.document))).replaceAll(/\s+/g, ' ');
};
const logOf = async (id: string) => {
  const log = (await snapshotOf(id)).items.find(({ arranged }) => arranged?.log)?.arranged?.log;
  if (!log) throw new Error('no action log is published');
  return log;
};
const published = async (id: string) => {
  await publishAgenda(opened.register, aCommand(`out-${id}`), id);
  await showPublication(opened.register, { meetingId: id, publicationId: 'agenda-1' }, moment);
};

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  site = await publicSite(opened.endpoint);
  const secretItem = anItem({ id: 'secret-item', bodyId: 'hosb', meetingId: null, accessClass: 'private' });
  const owed = { bodyId: 'hosb', state: 'open' } as const;
  const { source } = aCommitment();
  const made = [
    aCommitment({
      ...owed,
      id: 'secret-1',
      reference: 'HOSB/19/91',
      subject: 'The Grebe claim',
      accessClass: 'private',
    }),
    aCommitment({
      ...owed,
      id: 'secret-2',
      reference: 'HOSB/19/92',
      subject: 'The Bittern dismissal',
      source: { ...source, itemId: 'secret-item' },
    }),
    aCommitment({
      ...owed,
      id: 'unread-1',
      reference: 'HOSB/19/95',
      subject: 'The Dabchick survey',
      accessClass: 'internal',
      source: { ...source, meetingId: 'meeting-hosb-2019-03-13', minuteId: 'minute-draft' },
    }),
    aCommitment({
      ...owed,
      id: 'read-1',
      reference: 'HOSB/19/96',
      subject: 'The fees of care homes',
      accessClass: 'internal',
      source: { ...source, meetingId: 'meeting-hosb-2019-03-13' },
    }),
    aCommitment({ ...owed, id: 'open-1', reference: 'HOSB/19/93', subject: 'Waiting times at the walk-in centre' }),
  ];
  await changed('promised', [
    change(agendaItems, { was: null, record: secretItem, event: 'typed' }),
    ...made.map((record) => change(commitments, { was: null, record, event: 'recorded' })),
  ]);
  const march = 'meeting-hosb-2019-03-13';
  const [was] = (await businessOf(opened.register, march)).minutes;
  if (!was) throw new Error('nothing is minuted');
  const record = { ...was.record, published: true, accessClass: 'public' as const };
  const draft = { ...was.record, id: 'minute-draft', published: false, accessClass: 'internal' as const };
  await changed('minuted', [
    change(minutes, { was, record, event: 'published' }),
    change(minutes, { was: null, record: draft, event: 'read in' }),
  ]);
  await publishMeeting(opened.register, aCommand('minutes-out'), march);
  for (const item of ['3', '9']) await arrangeItem(opened.register, `item-hosb-2019-04-25-${item}`, { reports: [] });
  await arrangeAgenda(opened.register, CABINET);
  await arrangeAgenda(opened.register, HOSB);
  const web = await webFor(opened.register, publicationRoutes, { personId: 'maya-lapwing', today: moment.today });
  checked = (await web.get(`/meetings/${HOSB}/publish`)).html;
  await published(HOSB);
  await published(CABINET);
}, 60_000);
afterAll(async () => {
  await site.close();
  opened.close();
});

test('the action log goes out with the agenda: what was promised, by which role, by when and how it stood', async () => {
  const html = await page('hosb', HOSB);
  const log = html.slice(html.indexOf('id="action-log"'));
  expect(html).toMatch(/href="#action-log">Action log of 15 April 2019: \d+ promises</);
  for (const words of [
    'HOSB/19/93',
    'Waiting times at the walk-in centre',
    'Overdue',
    'as it stood on Monday 15 April 2019',
  ])
    expect(log).toContain(words);
  const words = await agendaPdf(HOSB);
  expect(words).toContain('HOSB/19/93');
  expect(words).toContain('as it stood on Monday 15 April 2019');
});

test('no private promise, none made in private business and no owner’s name is in what the public reads', async () => {
  const face = await snapshotOf(HOSB);
  const log = await logOf(HOSB);
  const text = JSON.stringify(face) + (await page('hosb', HOSB));
  for (const secret of ['HOSB/19/91', 'Grebe', 'HOSB/19/92', 'Bittern']) expect(text).not.toContain(secret);
  expect(Object.keys(log.rows[0] ?? {})).toEqual(['reference', 'subject', 'role', 'from', 'to', 'standing']);
  expect(JSON.stringify(log)).not.toMatch(/Whimbrel|Lapwing|Ouzel|Dunlin/);
});

test('a promise is in the public log once what it was made in is published, and not because its minutes were read in', async () => {
  const text = JSON.stringify(await snapshotOf(HOSB)) + (await page('hosb', HOSB));
  expect(text).toContain('The fees of care homes');
  expect(text).not.toContain('Dabchick');
});

test('the page before the button says which of the system’s own reports go out', () => {
  expect(checked).toMatch(/Action log of 15 April 2019: \d+ promises/);
  expect(checked).toContain('None goes out: the public must ask for it');
});

test('the log stays as it went out, and a promise that has become private since leaves it', async () => {
  const { register } = opened;
  const before = await logOf(HOSB);
  const late = aCommitment({ id: 'late-1', bodyId: 'hosb', reference: 'HOSB/19/94', subject: 'Made since' });
  const was = await get(register, commitments, 'open-1');
  await changed('since', [
    change(commitments, { was: null, record: late, event: 'recorded' }),
    change(commitments, { was, record: { ...was.record, accessClass: 'private' as const }, event: 'made private' }),
  ]);
  const item = anItem({ id: 'added', bodyId: 'hosb', meetingId: HOSB, title: 'Added' });
  await addNewItem(register, aCommand('added'), HOSB, { item, after: null, motion: null });
  await publishSupplement(register, aCommand('supplement'), HOSB, { itemIds: ['added'], said: 'Added.' });
  await showPublication(register, { meetingId: HOSB, publicationId: 'supplement-1' }, moment);
  const after = await logOf(HOSB);
  expect(after).toEqual({ ...before, rows: before.rows.filter(({ reference }) => reference !== 'HOSB/19/93') });
});

test('the public reads the whole motion to exclude it, by numbers and grounds, and no title of what is private', async () => {
  const motion =
    'That under regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 the press and public be excluded from the meeting for item 7, on the grounds that it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A';
  const html = await page('cabinet', CABINET);
  expect(html).toContain(motion);
  const words = await agendaPdf(CABINET);
  expect(words).toContain('excluded from the meeting for item 7');
  for (const secret of ['Leisure contract', 'against the contractor', 'Director of law']) {
    expect(JSON.stringify(await snapshotOf(CABINET))).not.toContain(secret);
    expect(html + words).not.toContain(secret);
  }
});

test('apologies, declarations and the next meeting need no report and no purpose, and none is said to be missing', async () => {
  const html = await page('cabinet', CABINET);
  for (const title of ['1. Apologies', '2. Declarations of interest']) {
    const row = html.slice(html.indexOf(title), html.indexOf('</tr>', html.indexOf(title)));
    expect(row).not.toMatch(/Not given|Oral/);
  }
  expect(html).not.toContain('Not given');
});

test('the minutes are read at the page of their meeting, once they are there', async () => {
  const address = '/committees/hosb/meetings/meeting-hosb-2019-03-13';
  expect(checked).toContain('Minutes of 13 March 2019</td>');
  expect(await page('hosb', HOSB)).toContain(`href="${address}">Minutes of 13 March 2019</a>`);
  expect(await agendaPdf(HOSB)).toContain(
    'The minutes of 13 March 2019 are read at https://quorate.example/committees',
  );
});
