import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, isBefore } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { addWorkingDays, isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import {
  type Counting,
  clearBetween,
  earliestAfter,
  earliestStrict,
  latestPublication,
  latestStrict,
  noticeDeadline,
  sumOfDays,
} from '../../../shared/domain/statutory-clock/clear-days.ts';
import { holds } from '../../support/holds.ts';

const calendar = calendarOf('england-and-wales');
const working: Counting = { mode: 'working', calendar };
const calendarDays: Counting = { mode: 'calendar', calendar };

const meetingDay = fc.integer({ min: 120, max: 4300 }).map((number) => addDays('2017-01-01', number));
const notice = fc.integer({ min: 1, max: 28 });
const counting = fc.constantFrom(working, calendarDays);

test('the latest publication leaves the clear days; the next working day does not', () => {
  holds(
    fc.property(meetingDay, notice, counting, (meeting, days, how) => {
      const latest = latestPublication(meeting, days, how);
      expect(isWorkingDay(latest, calendar)).toBe(true);
      expect(clearBetween(latest, meeting, how)).toBeGreaterThanOrEqual(days);
      expect(clearBetween(addWorkingDays(latest, 1, calendar), meeting, how)).toBeLessThan(days);
    }),
  );
});

test('by strict arithmetic the day after the latest already leaves one clear day too few', () => {
  holds(
    fc.property(meetingDay, notice, counting, (meeting, days, how) => {
      const strict = latestStrict(meeting, days, how);
      expect(clearBetween(strict, meeting, how)).toBe(days);
      expect(clearBetween(addDays(strict, 1), meeting, how)).toBe(days - 1);
    }),
  );
});

test('the earliest decision is a working day with the days elapsed, and no earlier working day has them', () => {
  holds(
    fc.property(meetingDay, notice, counting, (from, days, how) => {
      const earliest = earliestAfter(from, days, how);
      expect(isWorkingDay(earliest, calendar)).toBe(true);
      expect(clearBetween(from, earliest, how)).toBeGreaterThanOrEqual(days);
      expect(clearBetween(from, addWorkingDays(earliest, -1, calendar), how)).toBeLessThan(days);
      expect(clearBetween(from, earliestStrict(from, days, how), how)).toBe(days);
    }),
  );
});

test('the sum shows every day once, numbers the counted ones and names the reason of the others', () => {
  holds(
    fc.property(meetingDay, notice, counting, (meeting, days, how) => {
      const deadline = noticeDeadline(meeting, days, how);
      const counted = deadline.sum.filter(({ part }) => part === 'counted');
      expect(counted.slice(-days).map(({ day }) => day)).toEqual(deadline.countedDays);
      expect(counted.map(({ number }) => number)).toEqual(counted.map((_, index) => index + 1));
      expect(deadline.sum.every(({ part, why }) => (part === 'left-out') === (why !== null))).toBe(true);
      expect(deadline.sum[0]).toMatchObject({ day: deadline.latestPublication, part: 'start' });
      expect(deadline.sum.at(-1)).toMatchObject({ day: meeting, part: 'end' });
    }),
  );
});

test('a day more on the holiday list never lets an agenda be published later', () => {
  holds(
    fc.property(meetingDay, notice, fc.integer({ min: 1, max: 40 }), (meeting, days, before) => {
      const shut = calendarOf('england-and-wales', {
        proclaimed: [{ day: addDays(meeting, -before), title: 'Day of celebration', change: 'added' }],
      });
      const after = latestPublication(meeting, days, { mode: 'working', calendar: shut });
      expect(isBefore(latestPublication(meeting, days, working), after)).toBe(false);
    }),
  );
});

test('the deadline is the working day before the first counted day, not the first counted day', () => {
  const deadline = noticeDeadline('2023-05-10', 5, working);
  expect(deadline.countedDays[0]).toBe('2023-05-02');
  expect(deadline.latestPublication).toBe('2023-04-28');
});

test('for a Monday meeting the deadline is a Friday ten days earlier, not the Sunday', () => {
  expect(latestPublication('2018-03-12', 5, working)).toBe('2018-03-02');
});

test('twenty-eight clear days are the day less 29, across the clock change and 29 February', () => {
  expect(latestStrict('2019-04-10', 28, calendarDays)).toBe(addDays('2019-04-10', -29));
  expect(latestStrict('2020-03-11', 28, calendarDays)).toBe('2020-02-11');
});

test('the funeral proclaimed on 10 September 2022 left an agenda published as planned one clear day short', () => {
  const before = calendarOf('england-and-wales', {
    proclaimed: [{ day: '2022-09-19', title: 'State funeral', change: 'removed' }],
  });
  expect(latestPublication('2022-09-20', 5, { mode: 'working', calendar: before })).toBe('2022-09-12');
  expect(latestPublication('2022-09-20', 5, working)).toBe('2022-09-09');
  expect(clearBetween('2022-09-12', '2022-09-20', working)).toBe(4);
});

test('the sum of the Easter meeting of 25 April 2019 names the holidays it passes over', () => {
  const sum = noticeDeadline('2019-04-25', 5, working).sum.map(({ day, number, why }) => [day, number ?? why]);
  expect(sum).toEqual([
    ['2019-04-15', null],
    ['2019-04-16', 1],
    ['2019-04-17', 2],
    ['2019-04-18', 3],
    ['2019-04-19', 'Good Friday'],
    ['2019-04-20', 'weekend'],
    ['2019-04-21', 'weekend'],
    ['2019-04-22', 'Easter Monday'],
    ['2019-04-23', 4],
    ['2019-04-24', 5],
    ['2019-04-25', null],
  ]);
});

test('papers on the day of the meeting, or after it, leave no clear day', () => {
  expect(clearBetween('2018-03-09', '2018-03-09', working)).toBe(0);
  expect(clearBetween('2018-03-12', '2018-03-09', working)).toBe(0);
  expect(sumOfDays('2018-03-09', '2018-03-09', working)).toHaveLength(1);
});

test.each([
  ['2019-02-05', '2019-01-28'],
  ['2019-01-09', '2018-12-31'],
  ['2019-03-12', '2019-03-04'],
  ['2019-05-02', '2019-04-24'],
])('five clear days before %s are up on %s for a cabinet or a health and wellbeing board too', (meeting, latest) => {
  expect(latestPublication(meeting, 5, working)).toBe(latest);
});
