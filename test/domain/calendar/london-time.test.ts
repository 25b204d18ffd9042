import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  daysBetween,
  londonDay,
  londonInstant,
  londonTime,
  weekday,
} from '../../../shared/domain/calendar/day.ts';
import { holds } from '../../support/holds.ts';

// The oracle: the rules of Temporal, which the platform does not have yet. Days before 1000 are nobody's.
const LONDON = 'Europe/London';
const dayByTemporal = (timestamp: string) =>
  Temporal.Instant.from(timestamp).toZonedDateTimeISO(LONDON).toPlainDate().toString();
const timeByTemporal = (timestamp: string) =>
  Temporal.Instant.from(timestamp).toZonedDateTimeISO(LONDON).toPlainTime().toString().slice(0, 5);
const instantByTemporal = (on: string, time: string) =>
  new Date(
    Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: LONDON, plainTime: time }).epochMilliseconds,
  ).toISOString();

const two = (number: number): string => String(number).padStart(2, '0');
const anyDay = fc
  .integer({ min: 0, max: daysBetween('1000-01-01', '9999-12-30') })
  .map((n) => addDays('1000-01-01', n));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

const lastSundayOf = (month: string, year: number): string => {
  const last = `${year}-${month}-31`;
  return addDays(last, -(weekday(last) % 7));
};

test('a time on any day there is, is the moment that Temporal finds', () => {
  holds(
    fc.property(anyDay, anyTime, (on, time) => {
      expect(londonInstant(on, time)).toBe(instantByTemporal(on, time));
    }),
  );
});

test('the London day and time of any moment are those that Temporal finds', () => {
  const earliest = Date.parse('1000-01-02T00:00:00Z');
  const latest = Date.parse('9999-12-30T23:59:59.999Z');
  holds(
    fc.property(fc.integer({ min: earliest, max: latest }), (milliseconds) => {
      const moment = new Date(milliseconds).toISOString();
      expect([londonDay(moment), londonTime(moment)]).toEqual([dayByTemporal(moment), timeByTemporal(moment)]);
    }),
  );
});

test.each([1972, 1995, 1996, 1999, 2019, 2026, 2027, 2100, 9998])(
  'in %i, around both changes of the clocks, each half hour is the moment that Temporal finds',
  (year) => {
    for (const change of [lastSundayOf('03', year), lastSundayOf('10', year)])
      for (const on of [addDays(change, -1), change, addDays(change, 1)])
        for (let half = 0; half < 48; half += 1) {
          const time = `${two(half >> 1)}:${half % 2 === 0 ? '00' : '30'}`;
          const moment = londonInstant(on, time);
          expect([on, time, moment]).toEqual([on, time, instantByTemporal(on, time)]);
          expect(londonDay(moment)).toBe(dayByTemporal(moment));
        }
  },
);

// The rule of these years is written in our own code: this fails when the law, and with it the platform, changes.
test('in every year from 1990 to 2150 clocks change at the moments at which the platform’s do', () => {
  for (let year = 1990; year <= 2150; year += 1)
    for (const change of [lastSundayOf('03', year), lastSundayOf('10', year)])
      for (const moment of ['T00:59:59.999Z', 'T01:00:00.000Z'].map((time) => `${change}${time}`))
        expect([moment, londonTime(moment)]).toEqual([moment, timeByTemporal(moment)]);
});

test('when the war had double summer time and local time was not yet Greenwich’s, the moments are Temporal’s too', () => {
  const days = [
    '1847-11-30',
    '1847-12-01',
    '1847-12-02',
    '1916-05-21',
    '1941-05-04',
    '1945-07-15',
    '1968-10-27',
    '1971-10-31',
  ];
  for (const on of days)
    for (let hour = 0; hour < 24; hour += 1)
      expect(londonInstant(on, `${two(hour)}:00`)).toBe(instantByTemporal(on, `${two(hour)}:00`));
});

test('of an hour that comes twice the first is meant, and a time that is skipped is read an hour later', () => {
  expect(londonInstant('2019-10-27', '01:00')).toBe('2019-10-27T00:00:00.000Z');
  expect(londonInstant('2019-03-31', '01:00')).toBe('2019-03-31T01:00:00.000Z');
});

test.each([
  '2019-07-31',
  '2019-07-31T23:30:00',
  '2019-02-30T00:00:00Z',
  '2019-07-31T24:00:00Z',
  '2019-07-31T23:60:00Z',
  'yesterday',
  '',
])('"%s" is no moment', (text) => {
  expect(() => londonDay(text)).toThrow(RangeError);
  expect(() => dayByTemporal(text)).toThrow(RangeError);
});

test.each(['24:00', '9:00', 'noon', ''])('"%s" is no time', (text) => {
  expect(() => londonInstant('2019-04-15', text)).toThrow(RangeError);
  expect(() => instantByTemporal('2019-04-15', text)).toThrow(RangeError);
});

test('a moment may be told with its offset', () => {
  expect(londonDay('2019-08-01T00:30:00+01:00')).toBe('2019-08-01');
  expect(londonDay('2019-08-01T00:30+02:00')).toBe('2019-07-31');
});
