import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readingSchema } from '../../shared/minutes/find.ts';
import { toGoldShape } from '../../shared/minutes/gold-shape.ts';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { checkSource } from '../../shared/minutes/source.ts';
import { findsOf, folded, modelledPairs, seedText } from './fixture.ts';

const sayings = [
  'RESOLVED that:',
  '(1) The report be noted.',
  '(2) A further report be submitted in six months time.',
  'Minutes of the Board held on 31st January 2024',
  'ACTION: Clerk to write to the Trust by 30 February',
  'Action | Lead | Due',
  '| Bring the report to the Board | Clerk | 31 June 2024 |',
  '<p>It was agreed that <b>',
  '</li><script>alert(1)</script>',
  '=HYPERLINK("x")',
  'Supporting documents:',
  'matters raised included:',
  '- whether it was so      JS',
  'within 999 years',
  'For (9): Councillors A, B',
  '1. Apologies',
  '\u0000\ud800',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...sayings), fc.string({ maxLength: 40 })), { maxLength: 25 })
    .chain((parts) => fc.constantFrom('\n', '\n\n', ' ').map((joint) => parts.join(joint))),
);
const anyDay = fc.option(fc.constantFrom('1000-01-01', '2018-10-17', '2024-02-29', '9999-12-31'), { nil: undefined });

test('any text at all is read without an error, and each find stands where it says', () => {
  fc.assert(
    fc.property(anyText, anyDay, (text, meetingDate) => {
      const reading = readMinutes(text, { meetingDate });
      expect(readingSchema.safeParse(reading).success).toBe(true);
      for (const { start, end, text: words } of [...reading.finds, ...reading.leftOut]) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(reading.source.length);
        expect(folded(reading.source.slice(start, end))).toBe(folded(words));
      }
      toGoldShape(reading, 'any.txt');
    }),
    { numRuns: 400 },
  );
});

test('finds are numbered in the order of the text, and links lead to finds', () => {
  for (const { text } of modelledPairs()) {
    const { finds } = readMinutes(text);
    expect(finds.map(({ id }) => id)).toEqual(finds.map((_find, index) => `f${index + 1}`));
    expect(finds.map(({ start }) => start)).toEqual(finds.map(({ start }) => start).sort((a, b) => a - b));
    const ids = new Set(finds.map(({ id }) => id));
    for (const find of finds) if ('itemId' in find && find.itemId !== null) expect(ids.has(find.itemId)).toBe(true);
  }
});

test('a text reads the same with other line ends, hard spaces and a byte-order mark', () => {
  const text = seedText('coventry-board-out-of-hospital-update');
  const other = `\uFEFF${text.replaceAll('\n', '\r\n').replaceAll(' ', '\u00a0')}`;
  expect(toGoldShape(readMinutes(other), 'x')).toEqual(toGoldShape(readMinutes(text), 'x'));
});

test('an empty paste and a binary file are told from text', () => {
  expect(checkSource('')).toBe('empty');
  expect(checkSource(' \n\t\u00a0')).toBe('empty');
  expect(checkSource('%PDF-1.7 and so on')).toBe('not-text');
  expect(checkSource(`PK\u0003\u0004 and so on`)).toBe('not-text');
  expect(checkSource('\u0000\u0001\u0002 some words')).toBe('not-text');
  expect(checkSource('\ufffd\ufffd\u0007 some words')).toBe('not-text');
  expect(checkSource('RESOLVED that £5 be paid to O’Brien – at once.\f')).toBe('ok');
});

test('a name like script or a formula is only words', () => {
  const text =
    "Minutes of the Council held on 4 March 2019\n\n1. Grants\nIt was agreed that =cmd|' /C calc'!A0 & <img src=x onerror=alert(1)> be thanked.";
  const [decision] = findsOf(readMinutes(text), 'resolution');
  expect(decision?.text).toContain("=cmd|' /C calc'!A0 & <img src=x onerror=alert(1)> be thanked");
});
