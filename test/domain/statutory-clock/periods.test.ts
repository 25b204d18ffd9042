import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, daysBetween } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { sixMonthRule, sixMonthWarnings } from '../../../shared/domain/statutory-clock/attendance.ts';
import { latestPublication } from '../../../shared/domain/statutory-clock/clear-days.ts';
import { requisition } from '../../../shared/domain/statutory-clock/extraordinary.ts';
import {
  acknowledgeHealthwatchBy,
  authorityResponseBy,
} from '../../../shared/domain/statutory-clock/health-scrutiny.ts';
import {
  declareNhsInterestBy,
  dispensationLastDay,
  notifyInterestBy,
} from '../../../shared/domain/statutory-clock/interests.ts';
import { nhsPapersDeadlines } from '../../../shared/domain/statutory-clock/nhs-papers.ts';
import { noticePeriodOn } from '../../../shared/domain/statutory-clock/notice-periods.ts';
import {
  lastDayBeginningWith,
  lastDayOfYearsBeginningWith,
  lastDayWithin,
} from '../../../shared/domain/statutory-clock/periods.ts';
import { nhsDepositReviewBy } from '../../../shared/domain/statutory-clock/retention.ts';
import { afterStatutoryBreaks } from '../../../shared/domain/statutory-clock/statutory-breaks.ts';
import { holds } from '../../support/holds.ts';

const calendar = calendarOf('england-and-wales');
const knownDay = fc.integer({ min: 200, max: 3900 }).map((number) => addDays('2017-01-01', number));

test('"beginning with", "within" and "clear" give three different last days', () => {
  expect(lastDayBeginningWith('2019-01-09', 28)).toBe('2019-02-05');
  expect(lastDayWithin('2019-01-09', 28)).toBe('2019-02-06');
  expect(latestPublication('2019-01-09', 28, { mode: 'calendar', calendar })).toBe('2018-12-11');
});

test('councillors notify within 28 days beginning with disclosure, NHS members within 28 days of it', () => {
  expect(notifyInterestBy('2019-05-07')).toBe('2019-06-03');
  expect(declareNhsInterestBy('2019-01-09')).toBe('2019-02-06');
});

test('a dispensation granted on 14 May 2019 ends at the latest on 13 May 2023', () => {
  expect(dispensationLastDay('2019-05-14')).toBe('2023-05-13');
});

test('years that begin with a day end the day before it comes round, or on 28 February', () => {
  holds(
    fc.property(knownDay, fc.integer({ min: 1, max: 20 }), (start, years) => {
      const last = lastDayOfYearsBeginningWith(start, years);
      const leapDay = start.endsWith('-02-29');
      if (leapDay) expect(last.slice(5)).toBe('02-28');
      else expect(addDays(last, 1).slice(5)).toBe(start.slice(5));
      expect(Math.abs(daysBetween(start, last) + 1 - years * 365.25)).toBeLessThan(2);
    }),
  );
});

test('NHS board papers are reviewed for deposit after twenty years', () => {
  expect(nhsDepositReviewBy('2019-01-09')).toBe('2039-01-08');
  expect(nhsDepositReviewBy('2018-05-16')).toBe('2038-05-15');
});

test('a member is warned four and five months after last attending', () => {
  expect(sixMonthWarnings('2018-08-31')).toEqual(['2018-12-31', '2019-01-31']);
  holds(
    fc.property(knownDay, (last) => {
      const [first, second] = sixMonthWarnings(last);
      expect(first < second && second < sixMonthRule(last).periodEnds).toBe(true);
    }),
  );
});

test('a referral on a Saturday is acknowledged as if it came on the Monday', () => {
  expect(acknowledgeHealthwatchBy('2019-01-05', calendar)).toBe(acknowledgeHealthwatchBy('2019-01-07', calendar));
});

test('an authority answers scrutiny within two months beginning with receipt', () => {
  expect(authorityResponseBy('2019-01-09')).toBe('2019-03-08');
  expect(authorityResponseBy('2018-12-31')).toBe('2019-02-28');
});

test('seven calendar days can fall later than five clear working days: both are shown', () => {
  const { sevenCalendarDaysBefore, fiveClearWorkingDays } = nhsPapersDeadlines('2019-04-25', calendar);
  expect(fiveClearWorkingDays < sevenCalendarDaysBefore).toBe(true);
});

test('seven days that end on Christmas Day roll over the break only where the authority says so', () => {
  const plain = requisition('2018-12-18', calendar, { extendOverBreaks: false });
  const rolled = requisition('2018-12-18', calendar, { extendOverBreaks: true });
  expect(plain.sevenDaysExpire).toBe('2018-12-25');
  expect(rolled.sevenDaysExpire).toBe('2018-12-28');
  expect(rolled.membersMayCallFrom).toBe('2018-12-29');
});

test.each([
  ['2019-04-17', '2019-04-17'],
  ['2019-04-18', '2019-04-24'],
  ['2019-04-23', '2019-04-24'],
  ['2019-05-05', '2019-05-07'],
  ['2020-12-26', '2020-12-30'],
  ['2019-01-05', '2019-01-05'],
])('a last day on %s is, over Sundays, holidays and statutory breaks, %s', (day, rolled) => {
  expect(afterStatutoryBreaks(day, calendar)).toBe(rolled);
});

test('the notice asked for depends on the authority, the subject and the day', () => {
  expect(noticePeriodOn('english-principal-council', 'public', '2002-09-30')?.clearDays).toBe(3);
  expect(noticePeriodOn('english-principal-council', 'public', '2002-10-01')?.clearDays).toBe(5);
  expect(noticePeriodOn('english-principal-council', 'summons', '2015-01-29')?.clearDays).toBe(3);
  expect(noticePeriodOn('english-principal-council', 'summons', '2015-01-30')?.clearDays).toBe(5);
  expect(noticePeriodOn('welsh-principal-council', 'public', '2019-04-15')?.clearDays).toBe(3);
  expect(noticePeriodOn('parish-council', 'summons', '2019-04-15')?.clearDays).toBe(3);
  expect(noticePeriodOn('1960-act-body', 'public', '2019-04-15')?.clearDays).toBe(3);
  expect(noticePeriodOn('1960-act-body', 'public', '1950-01-01')).toBeNull();
});
