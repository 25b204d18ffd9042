import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timePhrasesIn } from '../../shared/minutes/time-phrases.ts';
import { relativeWindow } from '../../shared/minutes/window.ts';

const meetingDate = '2019-01-28';
const nextMeeting = '2019-03-25';

type Said = [words: string, raw: string, window: [string, string] | null];
const said: Said[] = [
  ['be submitted in approximately 6 to 12 months.', 'in approximately 6 to 12 months', ['2019-07-28', '2020-01-28']],
  ['be revisited in six months time', 'in six months time', ['2019-07-28', '2019-07-28']],
  ['be reported within the next 3 months', 'within the next 3 months', ['2019-01-28', '2019-04-28']],
  ['be reported within the next 12 to 18 months', 'within the next 12 to 18 months', ['2020-01-28', '2020-07-28']],
  ['be brought to the next meeting', 'to the next meeting', ['2019-03-25', '2019-03-25']],
  ['reply in time for the next meeting', 'in time for the next meeting', ['2019-01-28', '2019-03-25']],
  ['be deferred to the March meeting', 'to the March meeting', ['2019-03-25', '2019-03-25']],
  ['be deferred to the June 2019 meeting', 'to the June 2019 meeting', ['2019-06-01', '2019-06-30']],
  ['at its meeting on 9 May 2019', 'at its meeting on 9 May 2019', ['2019-05-09', '2019-05-09']],
  ['be brought to a future meeting', 'to a future meeting', null],
  ['no later than 31st March 2019', 'no later than 31st March 2019', ['2019-01-28', '2019-03-31']],
  ['by the end of Q2', 'by the end of Q2', ['2019-01-28', '2019-09-30']],
  ['by the end of Q4 2019/20', 'by the end of Q4 2019/20', ['2019-01-28', '2020-03-31']],
  ['by the end of the week', 'by the end of the week', ['2019-01-28', '2019-02-01']],
  ['by the third week in May', 'by the third week in May', ['2019-01-28', '2019-05-19']],
  ['in the autumn', 'in the autumn', ['2019-09-01', '2019-11-30']],
  ['in winter 2019', 'in winter 2019', ['2019-12-01', '2020-02-29']],
  ['in January', 'in January', ['2019-01-28', '2019-01-31']],
  [
    'in Autumn 2019 and no later than the November meeting',
    'in Autumn 2019 and no later than the November meeting',
    ['2019-09-01', '2019-11-30'],
  ],
  ['in the forthcoming year', 'in the forthcoming year', ['2019-01-28', '2020-01-28']],
  ['in due course', 'in due course', null],
];

test.each(said)('"%s" is read as a time with its window', (words, raw, window) => {
  const [phrase, ...others] = timePhrasesIn(words, { meetingDate, nextMeeting });
  expect(others).toEqual([]);
  expect(phrase?.raw).toBe(raw);
  expect(phrase?.reckoned?.window ?? null).toEqual(window === null ? null : { from: window[0], to: window[1] });
  if (window !== null) expect(phrase?.reckoned?.sum).toMatch(/\d{4}/);
});

test.each([
  ['to every meeting', 'every meeting'],
  ['every six months', 'every six months'],
  ['quarterly', 'quarterly'],
  ['on a quarterly basis', 'quarterly'],
  ['annually each May', 'annually, May'],
])('"%s" recurs', (words, recurring) => {
  expect(timePhrasesIn(`It will be brought ${words}.`, { meetingDate, nextMeeting })[0]?.recurring).toBe(recurring);
});

test.each([
  'The report was considered on 15 November 2018.',
  'A trial period of six months was agreed.',
  'an order within two months of it being available',
  'the contract for 2019/20',
  'GP 7 Day Service',
])('"%s" names no time to come', (words) => {
  expect(timePhrasesIn(words, { meetingDate, nextMeeting })).toEqual([]);
});

test('without the day of the meeting, months stay relative and no window is made up', () => {
  const [phrase] = timePhrasesIn('in six to twelve months', { meetingDate: null, nextMeeting: null });
  expect(phrase?.relative).toEqual({ unit: 'month', min: 6, max: 12 });
  expect(phrase?.reckoned).toBeNull();
});

test('a window opens on or before the day it closes, and never before the meeting', () => {
  const anyRelative = fc.record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    min: fc.nat({ max: 10 }),
    max: fc.nat({ max: 10 }),
  });
  fc.assert(
    fc.property(anyRelative, fc.integer({ min: 0, max: 3000 }), (relative, days) => {
      const from = new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10);
      const reckoned = relativeWindow(relative, from);
      if (relative.min > relative.max) return expect(reckoned).toBeNull();
      expect(reckoned?.window.from.localeCompare(from)).toBeGreaterThanOrEqual(0);
      expect(reckoned?.window.to.localeCompare(reckoned.window.from)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the last day of a month counts to the last day of a shorter one', () => {
  expect(relativeWindow({ unit: 'month', min: 6, max: 6 }, '2018-08-31')?.window.to).toBe('2019-02-28');
});
