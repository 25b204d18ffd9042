import { expect, test } from '@jest/globals';
import { toGoldShape } from '../../shared/minutes/gold-shape.ts';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { measuresOf, openingWords, opensAlike, scoreReading } from '../../shared/minutes/score.ts';

const words =
  'Minutes of the Harbour Board held on 4 March 2019\n\n1. Wall\n\nRESOLVED that a further report on the wall be submitted in two months time.';
const read = toGoldShape(readMinutes(words), 'wall.txt');
const wanted = { text: 'RESOLVED that a further report on the wall be submitted', outcome: 'approved' };
const gold = (over: object) => ({ doc: 'wall.txt', resolutions: [], reportBacks: [], actions: [], ...over });

test('list marks and lead-in words do not count among the first seven', () => {
  expect(openingWords('(1) RESOLVED that: The wall be mended at once and well', 7)).toEqual([
    'the',
    'wall',
    'be',
    'mended',
    'at',
    'once',
    'and',
  ]);
  expect(opensAlike('RESOLVED – That the wall be mended', 'the wall be mended by June')).toBe(true);
  expect(opensAlike('The wall be mended by the Clerk now', 'The gate be painted by a contractor now')).toBe(false);
});

test('a resolution with another outcome does not match', () => {
  expect(scoreReading(read, gold({ resolutions: [wanted] })).resolutions.matched).toBe(1);
  expect(scoreReading(read, gold({ resolutions: [{ ...wanted, outcome: 'noted' }] })).resolutions.matched).toBe(0);
});

test('each find matches once', () => {
  expect(scoreReading(read, gold({ resolutions: [wanted, wanted] })).resolutions).toEqual({
    matched: 1,
    found: 1,
    wanted: 2,
  });
});

test('a report-back with a window in the gold must have that window', () => {
  const window = { from: '2019-05-04', to: '2019-05-04' };
  expect(scoreReading(read, gold({ reportBacks: [{ text: wanted.text, window }] })).reportBacks.matched).toBe(1);
  expect(
    scoreReading(read, gold({ reportBacks: [{ text: wanted.text, window: { ...window, to: '2019-06-04' } }] }))
      .reportBacks.matched,
  ).toBe(0);
  expect(scoreReading(read, gold({ reportBacks: [{ text: wanted.text, window: null }] })).reportBacks.matched).toBe(1);
});

test('precision, recall and F1 of half found and half right', () => {
  expect(measuresOf({ matched: 1, found: 2, wanted: 2 })).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(measuresOf({ matched: 0, found: 0, wanted: 0 }).f1).toBe(1);
  expect(measuresOf({ matched: 0, found: 3, wanted: 0 }).f1).toBe(0);
});
