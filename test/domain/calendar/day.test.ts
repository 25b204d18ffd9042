import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDays,
  day,
  daysBetween,
  isBefore,
  isWeekend,
  londonDay,
  londonInstant,
  NotADay,
  weekday,
} from '../../../shared/domain/calendar/day.ts';
import {
  formatDate,
  formatDay,
  formatDayShort,
  formatDayShortWithYear,
  formatMonth,
} from '../../../shared/domain/calendar/day-words.ts';
import { holds } from '../../support/holds.ts';

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((number) => addDays('1900-01-01', number));

test.each(['2019-02-29', '2019-13-01', '2019-1-1', '0999-01-01', '2019-04-15T00:00:00Z', '', '20190415'])(
  '"%s" is no day',
  (text) => {
    expect(day.safeParse(text).success).toBe(false);
    expect(() => addDays(text, 1)).toThrow(NotADay);
  },
);

test('days are counted on the calendar, across the clock change and 29 February', () => {
  expect(addDays('2019-03-30', 2)).toBe('2019-04-01');
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
  expect(addDays('2019-04-10', -29)).toBe('2019-03-12');
  expect(daysBetween('2019-10-26', '2019-10-28')).toBe(2);
  expect(() => addDays('9999-12-31', 1)).toThrow(NotADay);
});

test('months go to the corresponding date, or to the last day of a shorter month', () => {
  expect(addMonths('2018-08-31', 6)).toBe('2019-02-28');
  expect(addMonths('2019-08-31', 6)).toBe('2020-02-29');
  expect(addMonths('2019-01-15', -1)).toBe('2018-12-15');
  expect(addMonths('2019-03-31', -13)).toBe('2018-02-28');
  expect(addMonths('2018-11-30', 1)).toBe('2018-12-30');
});

test('Monday is 1, Sunday is 7, before 1970 too', () => {
  expect([weekday('2019-04-15'), weekday('2019-04-21'), weekday('1960-02-29')]).toEqual([1, 7, 1]);
  expect(isWeekend('2019-04-20')).toBe(true);
  expect(isWeekend('2019-04-19')).toBe(false);
});

test('adding days and taking them off again leads back, and the distance is what was added', () => {
  holds(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
      const to = addDays(from, count);
      expect(addDays(to, -count)).toBe(from);
      expect(daysBetween(from, to)).toBe(count);
      expect(weekday(addDays(from, count * 7))).toBe(weekday(from));
      expect(isBefore(from, to)).toBe(count > 0);
      expect(Math.sign(compareDays(to, from))).toBe(Math.sign(count));
      expect(day.parse(to)).toBe(to);
    }),
  );
});

test('months added one at a time never run ahead of months added at once', () => {
  holds(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const atOnce = addMonths(from, count);
      expect(addMonths(addMonths(from, 1), count - 1) <= atOnce).toBe(true);
      expect(daysBetween(from, atOnce)).toBeGreaterThanOrEqual(28 * count);
    }),
  );
});

test('what is published at half past midnight in summer belongs to that London day', () => {
  expect(londonDay('2019-07-31T23:30:00Z')).toBe('2019-08-01');
  expect(londonDay('2019-01-01T23:30:00.000Z')).toBe('2019-01-01');
});

test('a London time becomes a UTC timestamp, in winter, in summer and when the clocks change', () => {
  expect(londonInstant('2019-01-15', '17:00')).toBe('2019-01-15T17:00:00.000Z');
  expect(londonInstant('2019-04-15', '17:00')).toBe('2019-04-15T16:00:00.000Z');
  expect(londonInstant('2019-03-31', '01:30')).toBe('2019-03-31T01:30:00.000Z');
  expect(londonInstant('2019-10-27', '01:30')).toBe('2019-10-27T00:30:00.000Z');
  expect(() => londonInstant('2019-02-29', '09:00')).toThrow(NotADay);
});

test('a time on a London day is a moment of that London day', () => {
  holds(
    fc.property(anyDay, fc.integer({ min: 0, max: 23 }), (on, hour) => {
      expect(londonDay(londonInstant(on, `${String(hour).padStart(2, '0')}:00`))).toBe(on);
    }),
  );
});

test('days are written as people say them', () => {
  expect(formatDay('2019-04-15')).toBe('Monday 15 April 2019');
  expect(formatDate('2019-05-01')).toBe('1 May 2019');
  expect(formatDayShort('2019-04-15')).toBe('Mon 15 Apr');
  expect(formatDayShortWithYear('2019-09-03')).toBe('Tue 3 Sep 2019');
  expect(formatMonth('2019-04-15')).toBe('April 2019');
});
