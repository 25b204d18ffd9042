import { formatDateWithoutYear } from '../day-words.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';
import { drawMonths, drawToday, type MonthAxis, monthAxis } from './month-axis.ts';
import { box, diamond, dot, path, picture, widthOf, words } from './svg.ts';
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

type Drawing = { input: WindowInput; axis: MonthAxis; narrow: boolean };

const keepInside = (x: number, text: string, { left, right }: MonthAxis, bold = true): number => {
  const half = widthOf(text, 14, bold) / 2;
  return Math.min(Math.max(x, left + half), right - half);
};

const drawBar = ({ input, axis }: Drawing): string => {
  const [from, to] = [axis.at(input.window.from), axis.at(input.window.to)];
  const until = lateUntil(input);
  const late =
    until === undefined
      ? ''
      : box(
          { x: to, y: LANE.bar, width: Math.min(axis.at(until), axis.right) - to, height: LANE.barHeight },
          'overdue',
        );
  if (input.window.from === input.window.to) {
    const due = say('charts', 'windowDue', { day: formatDateWithoutYear(input.window.to) });
    const at = {
      x: keepInside(to, due, axis),
      y: LANE.over,
      anchor: 'middle',
      tone: 'petrol-text',
      bold: true,
    } as const;
    return late + box({ x: to - 3, y: LANE.bar, width: 6, height: LANE.barHeight }, 'window') + words(due, at);
  }
  const days = { from: formatDateWithoutYear(input.window.from), to: formatDateWithoutYear(input.window.to) };
  const options = [
    say('charts', 'windowBar', days),
    say('charts', 'windowBarShort', days),
    say('charts', 'windowBarName'),
  ];
  const text = options.find((option) => widthOf(option, 14, true) < to - from - 8) ?? '';
  const middle = { x: (from + to) / 2, y: LANE.bar + 20, anchor: 'middle', tone: 'petrol-text', bold: true } as const;
  const bar = box({ x: from, y: LANE.bar, width: to - from, height: LANE.barHeight }, 'window');
  return bar + late + (text === '' ? '' : words(text, middle));
};

const drawResolved = ({ input, axis, narrow }: Drawing): string => {
  const [x, y] = [axis.at(input.resolvedOn), LANE.bar + LANE.barHeight / 2];
  const text = narrow
    ? say('charts', 'windowResolved')
    : say('charts', 'windowResolvedOn', { day: formatDateWithoutYear(input.resolvedOn) });
  return (
    path(['M', x, y, 'H', axis.at(input.window.from)], 'dotted') +
    dot(x, y, 7, 'dot') +
    words(text, { x: Math.max(x - 6, axis.left), y: LANE.over, bold: true })
  );
};

const drawReported = ({ input, axis, narrow }: Drawing): string => {
  const day = reportedOn(input);
  if (day === undefined) return '';
  const x = axis.at(day);
  const text = narrow
    ? say('charts', 'windowReportedWord')
    : say('charts', 'windowReportedOn', { day: formatDateWithoutYear(day) });
  const line = path(['M', x, LANE.bar - 4, 'V', LANE.meetings - 8], 'reported-line');
  return line + words(text, { x: x - 6, y: LANE.over, anchor: 'end', tone: 'done-text', bold: true });
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
    words(text, {
      x: keepInside(axis.at(day), text, axis),
      y: LANE.under + index * 18,
      anchor: 'middle',
      tone: 'petrol-text',
      bold: index === 0,
    }),
  );
  return { drawn: ticks.join('') + texts.join(''), lines: lines.length };
};

const draw = (input: WindowInput, width: number, variant: 'wide' | 'narrow'): string => {
  const days = [
    input.resolvedOn,
    input.window.from,
    input.window.to,
    input.today,
    ...input.meetings.map(({ day }) => day),
  ];
  const axis = monthAxis(days, { left: 8, right: width - 8 });
  const drawing = { input, axis, narrow: variant === 'narrow' };
  const chosen = drawChosen(drawing);
  const bottom = LANE.meetings + 16 + chosen.lines * 18;
  const todayText = say('charts', 'todayOn', { day: formatDateWithoutYear(input.today) });
  const inside = [
    drawMonths(axis, { top: 48, bottom, letters: drawing.narrow ? 1 : 3 }),
    path(['M', axis.left, bottom, 'H', axis.right], 'axis'),
    drawBar(drawing),
    drawResolved(drawing),
    input.meetings.map((meeting) => drawMeeting(meeting, axis)).join(''),
    chosen.drawn,
    drawReported(drawing),
    drawToday(axis, { today: input.today, text: todayText, top: LANE.today, bottom }),
  ];
  return picture({ label: windowLabel(input), width, height: bottom + 42, variant }, inside.join(''));
};

/**
 * A promise on a line of months: resolved, window, meetings (filled where the report is placed, struck where it was,
 * green where it came), the late band, today. A second, narrower picture serves small screens.
 */
export function windowFigure(input: WindowInput): Figure {
  return { svg: draw(input, input.width ?? 720, 'wide') + draw(input, 290, 'narrow'), table: windowTable(input) };
}
