import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyKind } from '../../../shared/domain/bodies/body.ts';
import { procedurePresets } from '../../../shared/domain/bodies/procedure-presets.ts';
import { addDays } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import { publishBy, reportDeadline } from '../../../shared/domain/meetings/publish-by.ts';

const calendar = calendarOf('england-and-wales');

test('a scrutiny meeting on the Thursday after Easter is published on the Monday before it', () => {
  const deadline = publishBy({ day: '2019-04-25' }, procedurePresets.scrutiny, calendar);
  expect(deadline.day).toBe('2019-04-15');
  expect(deadline.sum.filter((day) => day.why === 'Good Friday')).toHaveLength(1);
});

test('where pure arithmetic ends on a day when the offices are shut, both answers are given', () => {
  expect(publishBy({ day: '2018-03-12' }, procedurePresets.committee, calendar)).toMatchObject({
    day: '2018-03-02',
    strict: '2018-03-04',
  });
});

test('a body with neither notice nor rule for papers publishes by its own custom', () => {
  const rules = { ...procedurePresets.partnership, papers: { workingDaysBefore: null, sourceOfRule: null } };
  expect(publishBy({ day: '2019-05-16' }, rules, calendar)).toMatchObject({ day: '2019-05-08', rule: 'custom' });
});

test('for every kind of body the last day to publish is a working day before the meeting, with its days counted', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bodyKind.options), fc.integer({ min: 0, max: 3000 }), (kind, offset) => {
      const day = addDays('2018-03-01', offset);
      const deadline = publishBy({ day }, procedurePresets[kind], calendar);
      expect(deadline.day < day).toBe(true);
      expect(isWorkingDay(deadline.day, calendar)).toBe(true);
      expect(deadline.day <= deadline.strict).toBe(true);
      expect(deadline.sum.at(0)?.day).toBe(deadline.day);
      expect(deadline.sum.at(-1)?.day).toBe(day);
    }),
  );
});

test('reports are due ten working days before the meeting, bank holidays left out', () => {
  expect(reportDeadline({ day: '2019-06-12' }, procedurePresets.scrutiny, calendar)).toBe('2019-05-29');
});
