import '../words/charts.ts';
import { daysBetween } from '../../domain/calendar/day.ts';
import { formatDateWithoutYear } from '../day-words.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';
import { drawMonths, drawToday, type MonthAxis, monthAxis } from './month-axis.ts';
import { box, diamond, dot, path, picture, widthOf, words, wordsOnPaper } from './svg.ts';
import {
  chosenDay,
  lateUntil,
  reportedOn,
  type WindowInput,
  type WindowMeeting,
  windowLabel,
  windowTable,
} from './window-words.ts';

// Lanes from the top: today, words over the window, the window, the meetings, the words under them, the months.
const LANE = { today: 15, over: 66, bar: 78, barHeight: 30, meetings: 130, under: 160 };

const MUCH_LATER = 120; // days

type Drawing = { input: WindowInput; axis: MonthAxis; narrow: boolean };

const keepInside = (x: number, text: string, { left, right }: MonthAxis, bold = true): number => {
  const half = widthOf(text, 14, bold) / 2;
  return Math.min(Math.max(x, left + half), right - half);
};

// Today's line may cross the window: its words stand in the longer of the two pieces.
const longerPiece = ({ input, axis }: Drawing): [number, number] => {
  const [from, to] = [axis.at(input.window.from), axis.at(input.window.to)];
  if (input.today <= input.window.from || input.today >= input.window.to) return [from, to];
  const now = axis.at(input.today);
  return now - from > to - now ? [from, now] : [now, to];
};

const windowWords = (drawing: Drawing): string => {
  const { from: opens, to: closes } = drawing.input.window;
  const days = { from: formatDateWithoutYear(opens), to: formatDateWithoutYear(closes) };
  const [from, to] = longerPiece(drawing);
  const options = [
    say('charts', 'windowBar', days),
    say('charts', 'windowBarShort', days),
    say('charts', 'windowBarName'),
  ];
  const text = options.find((option) => widthOf(option, 14, true) < to - from - 8) ?? '';
  return words(text, { x: (from + to) / 2, y: LANE.bar + 20, anchor: 'middle', tone: 'petrol-text', bold: true });
};

const drawBar = ({ input, axis }: Drawing): string => {
  const [from, to] = [axis.at(input.window.from), axis.at(input.window.to)];
  const until = lateUntil(input);
  const lane = { y: LANE.bar, height: LANE.barHeight };
  const late =
    until === undefined ? '' : box({ ...lane, x: to, width: Math.min(axis.at(until), axis.right) - to }, 'overdue');
  const oneDay = input.window.from === input.window.to;
  return late + box(oneDay ? { ...lane, x: to - 3, width: 6 } : { ...lane, x: from, width: to - from }, 'window');
};

const drawBarWords = (drawing: Drawing): string => {
  const { input, axis } = drawing;
  if (input.window.from !== input.window.to) return windowWords(drawing);
  const due = say('charts', 'windowDue', { day: formatDateWithoutYear(input.window.to) });
  const x = keepInside(axis.at(input.window.to), due, axis);
  return wordsOnPaper(due, { x, y: LANE.over, anchor: 'middle', tone: 'petrol-text', bold: true });
};

const drawResolved = ({ input, axis }: Drawing): string => {
  const [x, y] = [axis.at(input.resolvedOn), LANE.bar + LANE.barHeight / 2];
  return path(['M', x, y, 'H', axis.at(input.window.from)], 'dotted') + dot(x, y, 7, 'dot');
};

// What stands over the window: where the promise was made and, at the other end, where it was kept.
const drawEnds = ({ input, axis, narrow }: Drawing): string => {
  const reported = reportedOn(input);
  const start = narrow
    ? say('charts', 'windowResolved')
    : say('charts', 'windowResolvedOn', { day: formatDateWithoutYear(input.resolvedOn) });
  const x = Math.max(axis.at(input.resolvedOn) - 6, axis.left);
  const resolved = wordsOnPaper(start, { x, y: LANE.over, bold: true });
  if (reported === undefined) return resolved;
  const end = narrow
    ? say('charts', 'windowReportedWord')
    : say('charts', 'windowReportedOn', { day: formatDateWithoutYear(reported) });
  const at = axis.at(reported);
  const first = Math.max(at - 6, x + widthOf(start, 14, true) + widthOf(end, 14, true) + 12);
  return (
    resolved +
    path(['M', at, LANE.bar - 4, 'V', LANE.meetings - 8], 'reported-line') +
    wordsOnPaper(end, { x: Math.min(first, axis.right), y: LANE.over, anchor: 'end', tone: 'done-text', bold: true })
  );
};

const TONES = { called: 'called', chosen: 'chosen', moved: 'called', reported: 'reported' } as const;

const drawMeeting = ({ day, state }: WindowMeeting, axis: MonthAxis): string => {
  const [x, y] = [axis.at(day), LANE.meetings];
  const struck = state === 'moved' ? path(['M', x - 6, y + 6, 'l', 12, -12], 'petrol-line') : '';
  const stem = state === 'chosen' ? path(['M', x, LANE.bar + LANE.barHeight, 'V', y - 8], 'petrol-line') : '';
  return stem + diamond(x, y, 8, TONES[state]) + struck;
};

// The chosen meeting is named under its diamond, with the days that lead to it as ticks before it.
const drawChosen = ({ input, axis, narrow }: Drawing): { drawn: string; lines: number } => {
  const day = chosenDay(input);
  if (day === undefined) return { drawn: '', lines: 0 };
  const before = [
    ...(input.reportDeadline === undefined
      ? []
      : [say('charts', 'windowReportDue', { day: formatDateWithoutYear(input.reportDeadline) })]),
    ...(input.publishBy === undefined
      ? []
      : [say('charts', 'windowPublish', { day: formatDateWithoutYear(input.publishBy) })]),
  ];
  const lines = [
    say('charts', 'windowPlaced', { day: formatDateWithoutYear(day) }),
    ...(narrow ? before : before.length > 0 ? [before.join(', ')] : []),
  ];
  const ticks = [input.reportDeadline, input.publishBy].flatMap((tick) =>
    tick === undefined || tick < axis.from
      ? []
      : [path(['M', axis.at(tick), LANE.meetings - 8, 'v', 16], 'petrol-line')],
  );
  const texts = lines.map((text, index) =>
    wordsOnPaper(text, {
      x: keepInside(axis.at(day), text, axis),
      y: LANE.under + index * 18,
      anchor: 'middle',
      tone: 'petrol-text',
      bold: index === 0,
    }),
  );
  return { drawn: ticks.join('') + texts.join(''), lines: lines.length };
};

// A promise kept long ago is looked at in its own time: months of nothing would only make it small.
const longOver = (input: WindowInput): boolean => {
  const reported = reportedOn(input);
  return reported !== undefined && daysBetween(reported, input.today) > MUCH_LATER;
};

const draw = (input: WindowInput, width: number, variant: 'broad' | 'not-broad'): string => {
  const { resolvedOn, window, today, meetings } = input;
  const days = [
    resolvedOn,
    window.from,
    window.to,
    ...meetings.map(({ day }) => day),
    ...(longOver(input) ? [] : [today]),
  ];
  const axis = monthAxis(days, { left: 8, right: width - 8 });
  const drawing = { input, axis, narrow: variant === 'not-broad' };
  const chosen = drawChosen(drawing);
  const bottom = LANE.meetings + 16 + (chosen.lines === 0 ? 0 : chosen.lines * 18 + 6);
  const todayText = say('charts', 'todayOn', { day: formatDateWithoutYear(today) });
  const inside = [
    drawMonths(axis, { top: 48, bottom, names: bottom + 18, letters: drawing.narrow ? 1 : 3 }),
    path(['M', axis.left, bottom, 'H', axis.right], 'axis'),
    drawResolved(drawing),
    drawBar(drawing),
    drawToday(axis, { today, text: todayText, top: LANE.today, bottom: LANE.meetings + 14 }),
    drawBarWords(drawing),
    drawEnds(drawing),
    chosen.drawn,
    meetings.map((meeting) => drawMeeting(meeting, axis)).join(''),
  ];
  return picture({ label: windowLabel(input), width, height: bottom + 42, variant }, inside.join(''));
};

/**
 * A promise on a line of months: resolved, window, meetings (filled where the report is placed, struck where it was,
 * green where it came), the late band, today. A second, narrower picture serves small screens.
 */
export function windowFigure(input: WindowInput): Figure {
  return { html: draw(input, input.width ?? 940, 'broad') + draw(input, 290, 'not-broad'), table: windowTable(input) };
}
