import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import {
  addWorkingDays,
  isKnown,
  isWorkingDay,
  makeCalendar,
  NoWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  whyNotWorking,
  workingDaysBetween,
} from '../../../shared/domain/calendar/working-days.ts';
import { holds } from '../../support/holds.ts';

const england = calendarOf('england-and-wales');
const knownDay = fc.integer({ min: 200, max: 4000 }).map((number) => addDays('2017-01-01', number));
const funeral = { day: '2022-09-19', title: 'State funeral' };

test.each(['2020-05-04', '2022-05-30'])('%s was an ordinary working Monday: its holiday was moved', (day) => {
  expect(whyNotWorking(day, england)).toBeNull();
});

test.each(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])('%s was a one-off holiday', (day) => {
  expect(isWorkingDay(day, england)).toBe(false);
});

test('when Christmas Day is a Sunday, Boxing Day keeps the Monday and Christmas Day moves to the Tuesday', () => {
  expect(whyNotWorking('2022-12-26', england)).toBe('Boxing Day');
  expect(whyNotWorking('2022-12-27', england)).toBe('Christmas Day (substitute day)');
});

test('a page can say why a day does not count', () => {
  const shut = calendarOf('england-and-wales', { closures: [{ day: '2018-12-27', title: 'Offices closed' }] });
  expect(whyNotWorking('2019-04-20', england)).toBe('weekend');
  expect(whyNotWorking('2019-04-19', england)).toBe('Good Friday');
  expect(whyNotWorking('2018-12-27', shut)).toBe('Offices closed');
  expect(whyNotWorking('2018-12-27', england)).toBeNull();
});

test('Easter Monday is a working day in Scotland, St Andrew’s Day is not', () => {
  const scotland = calendarOf('scotland');
  expect(isWorkingDay('2019-04-22', scotland)).toBe(true);
  expect(isWorkingDay('2018-11-30', scotland)).toBe(false);
  expect(isWorkingDay('2018-11-30', england)).toBe(true);
});

test('a proclaimed day can be taken off the list and put on it again', () => {
  const before = calendarOf('england-and-wales', { proclaimed: [{ ...funeral, change: 'removed' }] });
  const after = calendarOf('england-and-wales', {
    proclaimed: [
      { ...funeral, change: 'removed' },
      { ...funeral, change: 'added' },
    ],
  });
  expect(isWorkingDay('2022-09-19', before)).toBe(true);
  expect(whyNotWorking('2022-09-19', after)).toBe('State funeral');
});

test('one organisation’s changes never reach another’s calendar', () => {
  calendarOf('england-and-wales', { proclaimed: [{ ...funeral, change: 'removed' }] });
  expect(isWorkingDay('2022-09-19', calendarOf('england-and-wales'))).toBe(false);
});

test('holidays in another shape than GOV.UK’s are refused', () => {
  expect(() => makeCalendar({ division: 'scotland', bankHolidays: { scotland: [] } })).toThrow();
});

test('the years whose holidays are known are 2017 to 2028', () => {
  expect([isKnown('2016-12-31', england), isKnown('2017-01-01', england)]).toEqual([false, true]);
  expect([isKnown('2028-12-31', england), isKnown('2029-01-01', england)]).toEqual([true, false]);
});

test('Easter stands between Thursday and the next working day', () => {
  expect(addWorkingDays('2019-04-18', 1, england)).toBe('2019-04-23');
  expect(addWorkingDays('2019-04-23', -1, england)).toBe('2019-04-18');
  expect(nextWorkingDay('2019-04-19', england)).toBe('2019-04-23');
  expect(previousWorkingDay('2019-04-22', england)).toBe('2019-04-18');
  expect(addWorkingDays('2019-04-20', 0, england)).toBe('2019-04-20');
});

test('what is left until a due day leaves out today and counts the due day', () => {
  expect(workingDaysBetween('2019-04-15', '2019-04-18', england)).toBe(3);
  expect(workingDaysBetween('2019-04-18', '2019-04-23', england)).toBe(1);
  expect(workingDaysBetween('2019-04-23', '2019-04-18', england)).toBe(-1);
  expect(workingDaysBetween('2019-04-15', '2019-04-15', england)).toBe(0);
});

test('counting on and counting back lead to the same working day', () => {
  holds(
    fc.property(knownDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const start = nextWorkingDay(from, england);
      const end = addWorkingDays(start, count, england);
      expect(isWorkingDay(end, england)).toBe(true);
      expect(addWorkingDays(end, -count, england)).toBe(start);
      expect(workingDaysBetween(start, end, england)).toBe(count);
      expect(workingDaysBetween(end, start, england)).toBe(-count);
    }),
  );
});

test('a calendar without working days is an error, not an endless search', () => {
  const shut = Array.from({ length: 4000 }, (_, number) => ({ day: addDays('2019-01-01', number), title: 'Shut' }));
  expect(() => addWorkingDays('2019-01-01', 1, calendarOf('scotland', { closures: shut }))).toThrow(NoWorkingDays);
});

test('working days between two days are as many as are counted day by day, closures on holidays counted once', () => {
  const closures = [
    { day: '2019-04-22', title: 'Easter Monday, and the offices moved' },
    { day: '2019-04-24', title: 'Offices moved' },
    { day: '2019-04-27', title: 'A Saturday' },
  ];
  const calendar = calendarOf('england-and-wales', { closures });
  holds(
    fc.property(knownDay, fc.integer({ min: 0, max: 500 }), (from, count) => {
      const to = addDays(from, count);
      const days = Array.from({ length: count }, (_, at) => addDays(from, at + 1));
      expect(workingDaysBetween(from, to, calendar)).toBe(days.filter((one) => isWorkingDay(one, calendar)).length);
    }),
  );
  expect(workingDaysBetween('2019-04-18', '2019-04-30', calendar)).toBe(5);
});
