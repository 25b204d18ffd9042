import { expect, test } from '@jest/globals';
import {
  formatDateWithoutYear,
  formatDayWithoutYear,
  formatMoment,
  formatMonthWithoutYear,
  formatTime,
} from '../../shared/pages/day-words.ts';

test('a day is said with its weekday, and without the year where the year cannot be doubted', () => {
  expect(formatDayWithoutYear('2019-04-18')).toBe('Thursday 18 April');
  expect(formatDateWithoutYear('2019-04-18')).toBe('18 April');
  expect(formatMonthWithoutYear('2019-04-18')).toBe('April');
});

test.each([
  ['17:00', '5pm'],
  ['10:22', '10.22am'],
  ['12:00', 'noon'],
  ['12:05', '12.05pm'],
  ['00:00', 'midnight'],
  ['00:30', '12.30am'],
  ['09:00', '9am'],
])('%s is said as %s', (clock, words) => {
  expect(formatTime(clock)).toBe(words);
});

test.each(['', '5pm', '9:00', '17.00'])('"%s" is no time of day', (clock) => {
  expect(() => formatTime(clock)).toThrow(RangeError);
});

test('a moment is told as the clocks of London showed it, in summer and in winter', () => {
  expect(formatMoment('2019-04-15T09:22:00.000Z')).toBe('10.22am on Monday 15 April 2019');
  expect(formatMoment('2019-07-31T23:30:00.000Z')).toBe('12.30am on Thursday 1 August 2019');
  expect(formatMoment('2019-12-02T15:41:00.000Z')).toBe('3.41pm on Monday 2 December 2019');
});
