import '../words/charts.ts';
import { isWeekend, partsOf, weekday } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/day-words.ts';
import { formatMonthWithoutYear } from '../day-words.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';
import { drawDay } from './strip-cells.ts';
import { type Strip, type StripDay, type StripInput, stripOf, stripTable } from './strip-days.ts';
import { type Box, hatching, path, picture, widthOf, words } from './svg.ts';

const ROW = { top: 40, height: 40, brace: 86, below: 107 };
const WIDEST = 760; // about fifteen days; a longer strip is drawn as weeks on every screen

type Placed = { day: StripDay; place: Box };

const placeInOneRow = (days: readonly StripDay[]): Placed[] => {
  let x = 2;
  return days.map((day) => {
    const width = isWeekend(day.day) ? 26 : 42;
    const place = { x, y: ROW.top, width, height: ROW.height };
    x += width + 4;
    return { day, place };
  });
};

const ends = (placed: readonly Placed[], is: (day: StripDay) => boolean): [number, number] | null => {
  const some = placed.filter(({ day }) => is(day));
  const [first, last] = [some[0], some.at(-1)];
  return first === undefined || last === undefined ? null : [first.place.x, last.place.x + last.place.width];
};

const brace = ([from, to]: [number, number]): string => path(['M', from, ROW.brace, 'v', 6, 'H', to, 'v', -6], 'line');

// Words under the strip, kept from running into each other: each is centred on its days or pushed to the right.
const under = (placed: readonly Placed[], strip: Strip): { drawn: string; end: number } => {
  const left = ends(placed, (day) => (day.part === 'left' && !day.today) || day.part === 'start');
  const clear = ends(placed, ({ part }) => part === 'counted');
  const last = ends(placed, ({ part }) => part === 'end');
  const now = ends(placed, ({ today, part }) => today && part === 'left');
  const texts = [
    { at: now, text: say('charts', 'today'), tone: 'text', braced: false },
    {
      at: strip.leftCount > 0 ? left : null,
      text: say('charts', 'workingDaysLeft', { count: strip.leftCount }),
      tone: 'petrol-text',
      braced: true,
    },
    { at: clear, text: strip.counted, tone: 'brass-text', braced: true },
    { at: last, text: strip.endWord, tone: 'text', braced: false },
  ] as const;
  let end = 2;
  let drawn = '';
  for (const { at, text, tone, braced } of texts) {
    if (at === null) continue;
    const width = widthOf(text, 14, true);
    const x = Math.max((at[0] + at[1] - width) / 2, end);
    drawn += (braced ? brace(at) : '') + words(text, { x, y: ROW.below, tone, bold: true });
    end = x + width + 10;
  }
  return { drawn, end };
};

const above = (placed: readonly Placed[], strip: Strip): string => {
  const start = ends(placed, ({ part }) => part === 'start') ?? [0, 0];
  const width = widthOf(strip.startWord, 13, true);
  const centre = (start[0] + start[1]) / 2;
  const from = Math.max(centre - width / 2, 2);
  const months = placed.filter(({ day }, index) => index === 0 || partsOf(day.day).dayOfMonth === 1);
  const free = months.filter(({ place }) => place.x + 70 < from || place.x > from + width + 8);
  return (
    words(strip.startWord, { x: from, y: 14, size: 13, tone: 'petrol-text', bold: true }) +
    path(['M', centre, 18, 'v', 3], 'petrol-line') +
    free
      .map(({ day, place }) => words(formatMonthWithoutYear(day.day), { x: place.x, y: 14, size: 13, bold: true }))
      .join('')
  );
};

const drawRow = (strip: Strip, placed: readonly Placed[]): string => {
  const pattern = `${strip.id}-wide`;
  const cells = placed.map(({ day, place }) => {
    const name = formatDay(day.day).slice(0, isWeekend(day.day) ? 2 : 3);
    const at = { x: place.x + place.width / 2, y: 33, size: 13, anchor: 'middle', tone: 'quiet' } as const;
    return words(name, at) + drawDay(day, place, { pattern });
  });
  const foot = under(placed, strip);
  const last = placed.at(-1)?.place ?? { x: 0, width: 0 };
  const width = Math.max(last.x + last.width + 4, foot.end, 640);
  const inside = hatching(pattern) + above(placed, strip) + cells.join('') + foot.drawn;
  return picture({ label: strip.label, width, height: 114, variant: 'wide' }, inside);
};

const WEEK = { column: 41, width: 38, row: 46, height: 42, top: 24 };

const drawWeeks = (strip: Strip, variant?: 'narrow'): string => {
  const pattern = `${strip.id}-${variant ?? 'weeks'}`;
  const first = strip.days[0];
  const offset = first === undefined ? 0 : weekday(first.day) - 1;
  const cells = strip.days.map((day, index) => {
    const at = offset + index;
    const place = {
      x: 2 + (at % 7) * WEEK.column,
      y: WEEK.top + Math.floor(at / 7) * WEEK.row,
      width: WEEK.width,
      height: WEEK.height,
    };
    const { dayOfMonth } = partsOf(day.day);
    const text = dayOfMonth === 1 ? `1 ${formatMonthWithoutYear(day.day).slice(0, 3)}` : String(dayOfMonth);
    return drawDay(day, place, { pattern, text });
  });
  const names = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'].map(
    (monday, index) =>
      words(formatDay(monday).slice(0, 3), {
        x: 2 + index * WEEK.column + WEEK.width / 2,
        y: 15,
        size: 13,
        anchor: 'middle',
        tone: 'quiet',
      }),
  );
  const rows = Math.ceil((offset + strip.days.length) / 7);
  const size = { width: 290, height: WEEK.top + rows * WEEK.row };
  const about = variant === undefined ? { label: strip.label, ...size } : { label: strip.label, ...size, variant };
  return picture(about, hatching(pattern) + names.join('') + cells.join(''));
};

/**
 * The days of a deadline: those left to act in, the last of them, the days that count (numbered) and those that do not,
 * and the day it is all counted to. In one row on wide screens, in weeks on narrow ones or when it is long.
 */
export function dayStrip(input: StripInput): Figure {
  const strip = stripOf(input);
  const placed = placeInOneRow(strip.days);
  const last = placed.at(-1)?.place ?? { x: 0, width: 0 };
  const fits = last.x + last.width <= WIDEST;
  const html = fits ? drawRow(strip, placed) + drawWeeks(strip, 'narrow') : drawWeeks(strip);
  return { html, table: stripTable(strip) };
}
