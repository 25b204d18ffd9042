import '../words/charts.ts';
import { formatDateWithoutYear } from '../day-words.ts';
import { escapeMarkup } from '../markup.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';
import { drawMonths, drawToday, type MonthAxis, monthAxis } from './month-axis.ts';
import { type PlanBody, type PlanInput, type PlanPromise, planLabel, planTable, promiseText } from './plan-words.ts';
import { box, dot, key, path, picture, widthOf, words } from './svg.ts';

const WIDTH = 1140;
const NAMES = 196; // the column of body names at the left
const ROW = { head: 48, first: 56, promise: 30, bar: 20, undated: 24 };

// A body's name on at most two lines; a longer one is in the table in full.
const nameLines = (name: string): string[] => {
  const lines = [''];
  for (const word of name.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (widthOf(line, 14, true) <= NAMES - 16) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${(lines[1] ?? '').slice(0, 20)}…`];
};

const drawMeeting = ({ day, items }: PlanBody['meetings'][number], y: number, axis: MonthAxis): string => {
  if (day < axis.from || day >= axis.to) return '';
  const x = axis.at(day);
  return (
    box({ x: x - 12, y, width: 24, height: 24 }, 'meeting') +
    words(String(items), { x, y: y + 17, anchor: 'middle', tone: 'white', bold: true, size: 13 })
  );
};

const tonesOf = ({ placedOn, overdue }: PlanPromise) =>
  overdue === true
    ? ({ bar: 'overdue', text: 'late-text' } as const)
    : placedOn === undefined
      ? ({ bar: 'unplaced', text: 'brass-text' } as const)
      : ({ bar: 'window', text: 'petrol-text' } as const);

const clamp = (axis: MonthAxis, day: string): number => Math.min(Math.max(axis.at(day), axis.left), axis.right);

// Words go into the bar where they fit, else to its right, else to its left.
const placeWords = (text: string, bar: { x: number; width: number }, axis: MonthAxis) => {
  const width = widthOf(text, 13, true);
  if (width + 14 < bar.width) return { x: bar.x + 8, anchor: 'start' } as const;
  if (bar.x + bar.width + 8 + width < axis.right) return { x: bar.x + bar.width + 8, anchor: 'start' } as const;
  return { x: bar.x - 8, anchor: 'end' } as const;
};

const drawPromise = (
  promise: PlanPromise,
  { y, meetingsY }: { y: number; meetingsY: number },
  axis: MonthAxis,
): string => {
  const x = clamp(axis, promise.window.from);
  const width = Math.max(clamp(axis, promise.window.to) - x, 6);
  const tones = tonesOf(promise);
  const { placedOn } = promise;
  const shown = placedOn !== undefined && placedOn >= axis.from && placedOn < axis.to;
  const at = shown ? axis.at(placedOn) : 0;
  const stem = shown
    ? path(['M', at, meetingsY + 24, 'V', y + ROW.bar / 2], 'line') + dot(at, y + ROW.bar / 2, 5, 'meeting')
    : '';
  const end = shown ? Math.max(x + width, at + 6) : x + width;
  const text = promiseText(promise);
  const place = placeWords(text, { x, width: end - x }, axis);
  return (
    box({ x, y, width, height: ROW.bar }, tones.bar) +
    stem +
    words(text, { ...place, y: y + 14, size: 13, tone: tones.text, bold: true })
  );
};

const drawBody = (body: PlanBody, y: number, axis: MonthAxis): string => {
  const names = nameLines(body.name).map((line, index) => words(line, { x: 8, y: y + 22 + index * 18, bold: true }));
  const meetingsY = y + 8;
  const promises = body.promises.map((promise, index) =>
    drawPromise(promise, { y: y + 42 + index * ROW.promise, meetingsY }, axis),
  );
  return names.join('') + promises.join('') + body.meetings.map((one) => drawMeeting(one, meetingsY, axis)).join('');
};

const heightOf = (body: PlanBody): number => ROW.first + body.promises.length * ROW.promise;

const drawUndated = ({ undated }: PlanInput, y: number): string => {
  if (undated.length === 0) return '';
  const height = undated.length * ROW.undated + 12;
  const rows = undated.map((row, index) =>
    words(say('charts', 'planUndatedRow', row), {
      x: NAMES + 12,
      y: y + 22 + index * ROW.undated,
      size: 13,
      tone: 'brass-text',
      bold: true,
    }),
  );
  const title = say('charts', 'planUndated', { count: undated.length });
  return (
    box({ x: 1, y, width: WIDTH - 2, height }, 'unplaced') +
    words(title, { x: 10, y: y + 22, tone: 'brass-text', bold: true }) +
    rows.join('')
  );
};

// A legend only for the marks that repeat; hidden from screen readers with the picture's parts, which its label sums up.
const legend = (): string => {
  const at = { x: 1, y: 2, width: 32, height: 14 };
  const marks = [
    [box({ ...at, x: 9, width: 15 }, 'meeting'), say('charts', 'planLegendMeeting')],
    [box(at, 'window') + dot(20, 9, 4, 'meeting'), say('charts', 'planLegendPlaced')],
    [box(at, 'unplaced'), say('charts', 'planLegendUnplaced')],
    [box(at, 'overdue'), say('charts', 'planLegendOverdue')],
  ] as const;
  const items = marks.map(([mark, text]) => `<li>${key({ width: 34, height: 18 }, mark)}${escapeMarkup(text)}</li>`);
  return `<ul class="q-legend q-broad-only">${items.join('')}</ul>`;
};

const narrowNote = (): string =>
  `<p class="govuk-body q-not-broad-only">${escapeMarkup(say('charts', 'planNarrow'))}</p>`;

/**
 * A year of bodies: meetings as squares with the number of their items, promises as bars over their window, placed at a
 * dot, dashed when not placed, red when overdue. Only for wide screens: on narrow ones the table is the plan.
 */
export function planTimeline(input: PlanInput): Figure {
  const axis = monthAxis([input.from, input.to], { left: NAMES, right: WIDTH - 4 });
  const undatedHeight = input.undated.length === 0 ? 0 : input.undated.length * ROW.undated + 20;
  let y = ROW.head + 8 + undatedHeight;
  const bands: string[] = [];
  const lines: string[] = [];
  for (const [index, body] of input.bodies.entries()) {
    if (index % 2 === 0) bands.push(box({ x: 0, y, width: WIDTH, height: heightOf(body) }, 'band'));
    lines.push(drawBody(body, y, axis));
    y += heightOf(body);
  }
  const today = say('charts', 'todayOn', { day: formatDateWithoutYear(input.today) });
  const months = { top: ROW.head + 6, bottom: y, names: 14, years: 'after' } as const;
  const inside = [
    bands.join(''),
    drawMonths(axis, months),
    drawToday(axis, { today: input.today, text: today, top: 34, bottom: y }),
    drawUndated(input, ROW.head + 8),
    lines.join(''),
  ];
  const year = picture({ label: planLabel(input), width: WIDTH, height: y + 2, variant: 'broad' }, inside.join(''));
  return { html: legend() + year + narrowNote(), table: planTable(input) };
}
