import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, type Day, daysBetween } from '../../shared/domain/calendar/day.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { calendarOf } from '../../shared/domain/calendar/shipped-calendar.ts';
import { noticeDeadline, sumOfDays } from '../../shared/domain/statutory-clock/clear-days.ts';
import { ageBars } from '../../shared/pages/charts/age-bars.ts';
import { dayStrip } from '../../shared/pages/charts/day-strip.ts';
import type { Figure } from '../../shared/pages/charts/figure.ts';
import { planTimeline } from '../../shared/pages/charts/plan-timeline.ts';
import { windowFigure } from '../../shared/pages/charts/window-figure.ts';
import type { WindowInput } from '../../shared/pages/charts/window-words.ts';
import { holds } from '../support/holds.ts';

const counting = { mode: 'working', calendar: calendarOf('england-and-wales') } as const;
const HOSTILE = `</text><script>alert("1")</script>'&`;

const easterStrip = (id = 'easter') => {
  const { sum, latestPublication } = noticeDeadline('2019-04-30', 5, counting);
  return dayStrip({ id, today: '2019-04-15', sum, left: sumOfDays('2019-04-15', latestPublication, counting) });
};

const promise: WindowInput = {
  resolvedOn: '2018-10-17',
  window: { from: '2019-04-17', to: '2019-10-17' },
  meetings: [
    { day: '2019-04-25', state: 'called' },
    { day: '2019-07-24', state: 'moved' },
    { day: '2019-10-09', state: 'chosen' },
  ],
  today: '2019-04-15',
  reportDeadline: '2019-09-25',
  publishBy: '2019-10-01',
};

const plan = {
  from: '2019-04-01',
  to: '2020-03-31',
  today: '2019-04-15',
  undated: [{ text: 'Workforce strategy', body: 'Health and Wellbeing Board' }],
  bodies: [
    {
      name: HOSTILE,
      meetings: [{ day: '2019-06-12', items: 7 }],
      promises: [
        { text: 'GP extended access', window: { from: '2019-06-12', to: '2019-06-12' }, placedOn: '2019-06-12' },
        { text: 'Carers', window: { from: '2019-06-01', to: '2019-09-30' } },
        { text: HOSTILE, window: { from: '2018-11-28', to: '2019-02-28' }, overdue: true },
      ],
    },
  ],
};

const ages = [{ name: HOSTILE, ages: [{ text: HOSTILE, workingDays: 32 }] }];

const every: [string, () => Figure][] = [
  ['the strip of days', () => easterStrip()],
  ['the window', () => windowFigure(promise)],
  ['the ages', () => ageBars(ages)],
  ['the plan', () => planTimeline(plan)],
];

const labelsOf = ({ html }: Figure) =>
  [...html.matchAll(/<svg[^>]* role="img" aria-label="([^"]+)"/g)].map(([, label]) => label);

test.each(every)('%s is an image with one and the same finding as its name, at every width', (_, draw) => {
  const labels = labelsOf(draw());
  expect(labels.length).toBeGreaterThan(0);
  expect(new Set(labels).size).toBe(1);
  expect(draw().html.match(/<svg/g)?.length).toBe(
    labels.length + (draw().html.match(/<svg[^>]*aria-hidden/g)?.length ?? 0),
  );
});

test.each(every)('%s has no style attribute, no script and nothing from elsewhere', (_, draw) => {
  expect(draw().html).not.toMatch(/style=|<script|href=|\son\w+=/);
});

test.each(every)('%s shows names as they are written, whatever they are like', (_, draw) => {
  const { html } = draw();
  expect(html).not.toContain('<script');
  expect(html.replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
});

test.each(every)('%s comes with a table of as many cells as columns', (_, draw) => {
  const { table } = draw();
  expect(table.rows.length).toBeGreaterThan(0);
  for (const row of table.rows) expect(row).toHaveLength(table.head.length);
});

test('the strip before Easter 2019 says its last day, its five clear days and what is passed over', () => {
  expect(labelsOf(easterStrip())[0]).toBe(
    'Days from Monday 15 April 2019 to Tuesday 30 April 2019. Publish by: Thursday 18 April 2019. Then 5 clear working days: ' +
      'Tue 23 Apr, Wed 24 Apr, Thu 25 Apr, Fri 26 Apr, Mon 29 Apr. Meeting: Tuesday 30 April 2019. ' +
      'Not counted: weekends, Good Friday (Fri 19 Apr), Easter Monday (Mon 22 Apr).',
  );
  expect(easterStrip().html).toContain('3 working days left');
});

test('the table of a strip names each day and what it counts as', () => {
  const rows = new Map(easterStrip().table.rows.map(([day, what]) => [day, what]));
  expect(rows.get('Monday 15 April 2019')).toBe('Today');
  expect(rows.get('Thursday 18 April 2019')).toBe('Publish by: not counted');
  expect(rows.get('Friday 19 April 2019')).toBe('Good Friday: not counted');
  expect(rows.get('Saturday 20 April 2019')).toBe('Weekend: not counted');
  expect(rows.get('Tuesday 23 April 2019')).toBe('Day 1');
  expect(rows.get('Tuesday 30 April 2019')).toBe('Meeting: not counted');
});

test('two strips in one page share no pattern, nor do the wide and the narrow picture of one', () => {
  const ids = [...(easterStrip('one').html + easterStrip('two').html).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
});

test('every strip, of any meeting in any length of notice, has a row for each day and a number for each clear day', () => {
  const meetings = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2018-06-01', days));
  const notice = fc.integer({ min: 1, max: 28 });
  holds(
    fc.property(meetings, notice, fc.integer({ min: 0, max: 40 }), (meeting, clearDays, early) => {
      const { sum, latestPublication } = noticeDeadline(meeting, clearDays, counting);
      const today = addDays(latestPublication, -early);
      const left = early === 0 ? [] : sumOfDays(today, latestPublication, counting);
      const { table, html } = dayStrip({ id: 'any', today, sum, left });
      expect(table.rows).toHaveLength(daysBetween(today, meeting) + 1);
      expect(table.rows.filter(([, what]) => what?.startsWith('Day '))).toHaveLength(clearDays);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );
});

test('the window says when it opens and closes, which meetings fall inside it and where the report is placed', () => {
  expect(labelsOf(windowFigure(promise))[0]).toBe(
    'The window opens on 17 April 2019 and closes on 17 October 2019. It was resolved on 17 October 2018. ' +
      '3 meetings fall inside it: 25 April 2019, 24 July 2019, 9 October 2019. The report is placed on 9 October 2019. Today is 15 April 2019.',
  );
});

test('the table of a window has every day of its picture, in order', () => {
  const { rows } = windowFigure(promise).table;
  expect(rows).toEqual([
    ['Wednesday 17 October 2018', 'Resolved'],
    ['Monday 15 April 2019', 'Today'],
    ['Wednesday 17 April 2019', 'Window opens'],
    ['Thursday 25 April 2019', 'Meeting, inside the window'],
    ['Wednesday 24 July 2019', 'Meeting: placed here, then moved, inside the window'],
    ['Wednesday 25 September 2019', 'Report due to the secretary'],
    ['Tuesday 1 October 2019', 'Agenda published by'],
    ['Wednesday 9 October 2019', 'Meeting: placed here, inside the window'],
    ['Thursday 17 October 2019', 'Window closes'],
  ]);
});

test('a window that closed with nothing reported is said and drawn as late', () => {
  const late = windowFigure({ ...promise, today: '2019-12-03' });
  expect(labelsOf(late)[0]).toContain('It closed with nothing reported.');
  expect(late.html).toContain('q-c-overdue');
});

test('a report that came in time is not drawn as late, however much later it is looked at', () => {
  const kept = windowFigure({ ...promise, today: '2019-12-03', meetings: [{ day: '2019-10-09', state: 'reported' }] });
  expect(labelsOf(kept)[0]).toContain('It was reported on 9 October 2019.');
  expect(kept.html).not.toContain('q-c-overdue');
});

test('a promise kept long ago is drawn in its own time, without today', () => {
  const kept = windowFigure({ ...promise, today: '2026-11-22', meetings: [{ day: '2019-10-09', state: 'reported' }] });
  expect(kept.html).not.toContain('q-c-today-line');
});

test('a promise of one day is said to be due on it, and has no window', () => {
  const due = windowFigure({ ...promise, window: { from: '2019-03-29', to: '2019-03-29' }, meetings: [] });
  expect(labelsOf(due)[0]).toContain('Due on Friday 29 March 2019.');
  expect(due.table.rows).toContainEqual(['Friday 29 March 2019', 'Due']);
});

test('a window of any length can be drawn on any day', () => {
  const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2005-01-01', days));
  const length = fc.integer({ min: 0, max: 2000 });
  holds(
    fc.property(anyDay, length, length, anyDay, (resolvedOn, until, lasting, today) => {
      const from = addDays(resolvedOn, until);
      const window = { from, to: addDays(from, lasting) };
      const figure = windowFigure({ resolvedOn, window, today, meetings: [{ day: window.to, state: 'chosen' }] });
      expect(figure.html).not.toMatch(/NaN|undefined|Infinity|="-\d{3,}/);
      expect(labelsOf(figure)[0]).toContain(formatDay(window.to).replace(/^\w+ /, ''));
    }),
  );
});

test('the ages say each body with its numbers, worst as given', () => {
  const figure = ageBars([
    {
      name: 'Health O&S Board',
      ages: [
        { text: 'Air quality', workingDays: 32 },
        { text: 'Ambulances', workingDays: 11 },
      ],
    },
  ]);
  expect(labelsOf(figure)[0]).toContain('Health O&amp;S Board: 32, 11.');
  expect(figure.table.rows).toContainEqual(['Ambulances', 'Health O&S Board', '11']);
});

test('the plan counts in words what is not placed, overdue and without a date', () => {
  const figure = planTimeline(plan);
  expect(labelsOf(figure)[0]).toContain('promises 3, of these not placed 1, overdue 1; promises with no date 1.');
  expect(figure.table.rows.map((row) => row.at(-1))).toEqual(['Not placed', '12 June 2019', 'Not placed', 'Overdue']);
});

test('the plan says on a narrow screen where its facts are', () => {
  expect(planTimeline(plan).html).toContain('needs a wider screen. Everything in it is in the table.');
});

test('charts know no day but those they are given', () => {
  const days: Day[] = ['2019-04-15', '2031-01-02'];
  const drawn = days.map((today) => windowFigure({ ...promise, today }).html);
  expect(drawn[0]).not.toBe(drawn[1]);
  expect(windowFigure(promise).html).toBe(windowFigure(promise).html);
});
