import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../shared/domain/calendar/working-days.ts';
import { callInWindow } from '../../../shared/domain/statutory-clock/call-in.ts';
import { conveningRoute } from '../../../shared/domain/statutory-clock/convening.ts';
import { documentsDueBy, keyDecisionRoute } from '../../../shared/domain/statutory-clock/key-decisions.ts';
import { holds } from '../../support/holds.ts';

const calendar = calendarOf('england-and-wales');
const working = { mode: 'working', calendar } as const;
const calendarReading = { calendar, noticeMode: 'calendar' } as const;
const nothing = { noticePublished: null, generalExceptionNotice: null, urgencyAgreed: null };

test('a decision may be called in for five working days and takes effect on the sixth', () => {
  holds(
    fc.property(fc.integer({ min: 0, max: 4300 }), fc.integer({ min: 1, max: 15 }), (number, period) => {
      const published = addDays('2017-01-01', number);
      const window = callInWindow(published, period, working);
      expect(workingDaysBetween(published, window.callInDeadline, calendar)).toBe(period);
      expect(window.implementableFrom).toBe(addWorkingDays(published, period + 1, calendar));
      expect(window.countedDays.every((day) => day > published && isWorkingDay(day, calendar))).toBe(true);
      expect(window.sum.at(-1)?.day).toBe(window.implementableFrom);
    }),
  );
});

test('the chain of a call-in over Christmas: published in two days, window of five, scrutiny in fifteen', () => {
  const published = addWorkingDays('2018-12-18', 2, calendar);
  const { callInDeadline } = callInWindow(published, 5, working);
  expect([published, callInDeadline]).toEqual(['2018-12-20', '2018-12-31']);
  expect(addWorkingDays(callInDeadline, 15, calendar)).toBe('2019-01-22');
});

test('a committee convened two days ahead meets at shorter notice; a full council may not', () => {
  const convening = { convened: '2019-01-07', meeting: '2019-01-09', clearDays: 5 };
  expect(conveningRoute({ ...convening, fullCouncil: false }, working)).toBe('shorter-notice');
  expect(conveningRoute({ ...convening, fullCouncil: true }, working)).toBe('refused');
});

test('convened on 13 September 2022 for the 21st is shorter notice, for the funeral was between', () => {
  const convening = { convened: '2022-09-13', meeting: '2022-09-21', clearDays: 5, fullCouncil: false };
  expect(conveningRoute(convening, working)).toBe('shorter-notice');
  expect(conveningRoute({ ...convening, convened: '2022-09-12' }, working)).toBe('in-time');
});

test('a key decision needs 28 clear days of notice: Monday 7 January will do for 5 February, Tuesday will not', () => {
  const decision = { ...nothing, decision: '2019-02-05' };
  expect(keyDecisionRoute({ ...decision, noticePublished: '2019-01-07' }, calendarReading)).toBe('notice');
  expect(keyDecisionRoute({ ...decision, noticePublished: '2019-01-08' }, calendarReading)).toBe('none');
  const cautious = { calendar, noticeMode: 'working' } as const;
  expect(keyDecisionRoute({ ...decision, noticePublished: '2019-01-07' }, cautious)).toBe('none');
});

test('of a period the first day is tested: notice on 31 January will do for March 2019', () => {
  const period = { ...nothing, decision: '2019-03-01', noticePublished: '2019-01-31' };
  expect(keyDecisionRoute(period, calendarReading)).toBe('notice');
});

test('without notice: the general exception after five clear days, special urgency once agreed, else no route', () => {
  const exception = { ...nothing, generalExceptionNotice: '2018-12-17' };
  expect(keyDecisionRoute({ ...exception, decision: '2018-12-27' }, calendarReading)).toBe('general-exception');
  expect(keyDecisionRoute({ ...exception, decision: '2018-12-24' }, calendarReading)).toBe('none');
  const urgent = { ...nothing, urgencyAgreed: '2018-09-13' };
  expect(keyDecisionRoute({ ...urgent, decision: '2018-09-14' }, calendarReading)).toBe('special-urgency');
  expect(keyDecisionRoute({ ...urgent, decision: '2018-09-12' }, calendarReading)).toBe('none');
});

test('scrutiny members have their documents in ten clear days, by either reading', () => {
  expect(documentsDueBy('2018-12-17', { mode: 'calendar', calendar })).toBe('2018-12-27');
  expect(documentsDueBy('2019-01-14', { mode: 'calendar', calendar })).toBe('2019-01-24');
  expect(documentsDueBy('2018-12-17', working)).toBe('2019-01-03');
  expect(documentsDueBy('2019-01-14', working)).toBe('2019-01-28');
});
