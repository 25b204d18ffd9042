import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weekday } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import { meetingsOf, programme } from '../../../shared/domain/meetings/programme.ts';

const calendar = calendarOf('england-and-wales');
const pattern = (over: object) =>
  programme.parse({
    bodyId: 'board',
    weekday: 3,
    time: '14:00',
    venue: 'City Hall',
    from: '2019-01-01',
    slots: [{ month: 3, which: 2 }],
    moved: [],
    also: [],
    ...over,
  });
const days = (over: object, from = '2019-01-01', to = '2019-12-31') =>
  meetingsOf(pattern(over), { from, to }, calendar).map((meeting) => meeting.day);

test('the second Wednesday of March is a day of each year', () => {
  expect(days({}, '2019-01-01', '2021-12-31')).toEqual(['2019-03-13', '2020-03-11', '2021-03-10']);
});

test('the last Tuesday of a month is its fourth or its fifth', () => {
  const slots = [
    { month: 4, which: 'last' },
    { month: 5, which: 'last' },
  ];
  expect(days({ weekday: 2, slots })).toEqual(['2019-04-30', '2019-05-28']);
});

test('a meeting that would fall on a bank holiday is held a week later', () => {
  expect(days({ weekday: 2, slots: [{ month: 1, which: 1 }] })).toEqual(['2019-01-08']);
});

test('meetings moved and added are in their place, and none before the programme begins', () => {
  const over = { moved: [{ from: '2019-03-13', to: '2019-03-20' }], also: ['2019-02-06'], from: '2019-03-01' };
  expect(days(over)).toEqual(['2019-02-06', '2019-03-20']);
  expect(days({ from: '2019-06-01' })).toEqual([]);
});

test('whatever the pattern, meetings are on working days of its weekday, inside the span, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 2, 3, 4, 'last'),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 2018, max: 2027 }),
      (month, which, on, year) => {
        const made = days(
          { from: '2017-01-01', weekday: on, slots: [{ month, which }] },
          `${year}-01-01`,
          `${year}-12-31`,
        );
        for (const day of made) {
          expect(weekday(day)).toBe(on);
          expect(isWorkingDay(day, calendar)).toBe(true);
          expect(day.startsWith(String(year))).toBe(true);
        }
        expect(made).toEqual(made.toSorted());
      },
    ),
  );
});
