import { expect, test } from '@jest/globals';
import { buildDigest } from '../../shared/messages/build-digest.ts';
import { buildSlackDigest, buildSlackMessage } from '../../shared/messages/build-slack.ts';
import { aNotice, brackenford, ownMessage, promiseFacts } from '../support/notices.ts';

const maya = { addressedAs: 'Maya Lapwing', answersTo: null };
const digest = (count: number) => ({
  sort: 'digest' as const,
  notices: [
    { section: 'missing' as const, notice: aNotice({ as: 'secretary', what: 'not-placed' }) },
    ...Array.from({ length: count - 1 }, (_, at) => ({
      section: 'clocks' as const,
      notice: aNotice({
        as: 'secretary',
        what: 'report-due-soon',
        target: '2019-05-29',
        promise: promiseFacts({
          id: `access-${at}`,
          subject: 'GP extended access',
          workingDaysOverdue: 0,
          workingDaysLeft: 5,
        }),
      }),
    })),
  ],
  plain: [],
  reader: maya,
  sender: brackenford,
  today: '2019-05-21',
});

test('a digest is called by its first thing, clocks before what is missing', () => {
  const { subject, text } = buildDigest(digest(2));
  expect(subject).toBe('Due soon: GP extended access, and 1 more');
  expect(text.indexOf('CLOCKS')).toBeLessThan(text.indexOf('MISSING'));
  expect(text).toContain('Maya Lapwing, this is how things stand on Tuesday 21 May 2019.');
});

test('a digest of one thing says that thing in its subject', () => {
  expect(buildDigest(digest(1)).subject).toBe('Not yet placed: how the Out of Hospital model is working');
});

test('several urgent things in one say how many, and what the first is', () => {
  expect(buildDigest({ ...digest(3), sort: 'urgent' }).subject).toBe(
    '3 urgent things: Due soon: GP extended access, and 2 more',
  );
});

test('a digest with nothing to say cannot be built', () => {
  expect(() => buildDigest({ ...digest(1), notices: [] })).toThrow(expect.objectContaining({ name: 'NothingToSay' }));
});

test('a Slack message has a header, one section of at most four fields, at most two buttons and a context line', () => {
  const { blocks, text } = buildSlackMessage(ownMessage({ as: 'owner', promise: promiseFacts({ timesMoved: 2 }) }));
  expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'actions', 'context']);
  const [, section, actions] = blocks;
  expect(section?.type === 'section' && section.fields).toHaveLength(4);
  expect(actions?.type === 'actions' && actions.elements.map(({ url }) => url)).toEqual([
    'https://quorate.brackenford.example/commitments/promise-1/answer?about=overdue',
    'https://quorate.brackenford.example/commitments/promise-1',
  ]);
  expect(text).toContain('Overdue: how the Out of Hospital model is working. Overdue by 1 working day.');
});

test('a long digest in Slack shows ten lines and says how many more there are', () => {
  const [, section] = buildSlackDigest(digest(14)).blocks;
  const text = section?.type === 'section' ? section.text.text : '';
  expect(text.split('\n')).toHaveLength(11);
  expect(text).toContain('And 4 more.');
});

test('of two lines about one promise that waited for the same digest only the later is said', () => {
  const line = (what: 'report-due-soon' | 'still-overdue', target: string) => ({
    section: 'clocks' as const,
    notice: aNotice({ as: 'secretary', what, target }),
  });
  const notices = [line('report-due-soon', '2019-09-25'), line('still-overdue', '2019-10-17')];
  const { subject, text } = buildDigest({ ...digest(1), notices });
  expect(subject).toBe('Still overdue: how the Out of Hospital model is working');
  expect(text).not.toContain('is due on');
});

test('a line that waited says how things stand today', () => {
  const said = (workingDaysLeft: number | null, workingDaysOverdue: number) =>
    buildSlackMessage(
      ownMessage({
        as: 'owner',
        what: 'report-due-soon',
        target: '2019-09-25',
        promise: promiseFacts({ workingDaysLeft, workingDaysOverdue }),
      }),
    ).text;
  expect(said(1, 0)).toContain('Due in 1 working day.');
  expect(said(null, 0)).toContain('Was due on Wednesday 25 September 2019.');
  expect(said(null, 3)).toContain('Overdue by 3 working days.');
});
