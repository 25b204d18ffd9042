import { addMonths, type Day, daysBetween, partsOf } from '../../domain/calendar/day.ts';
import { formatMonthWithoutYear } from '../day-words.ts';
import { path, words } from './svg.ts';

/** Days laid out from left to right, `at` giving the place of a day in user units. */
export interface MonthAxis {
  from: Day;
  to: Day;
  left: number;
  right: number;
  at: (day: Day) => number;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** An axis of whole months that holds every given day, from `left` to `right`. */
export function monthAxis(days: readonly Day[], { left, right }: { left: number; right: number }): MonthAxis {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('An axis needs at least one day');
  const from = firstOfMonth(first);
  const to = addMonths(firstOfMonth(last), 1);
  const span = daysBetween(from, to);
  return { from, to, left, right, at: (day) => left + ((right - left) * daysBetween(from, day)) / span };
}

const monthsOf = ({ from, to }: MonthAxis): Day[] => {
  const months: Day[] = [];
  for (let month = from; month < to; month = addMonths(month, 1)) months.push(month);
  return months;
};

// A month's name needs about 30 units, its first letter 13: where there is less, every second, third or sixth is named.
const stepFor = (width: number, needed: number): number =>
  [1, 2, 3, 6, 12].find((step) => width * step >= needed) ?? 24;

export interface MonthLines {
  top: number;
  bottom: number;
  /** The base line of the months' names, under or over the lines. */
  names: number;
  /** One letter where there is little room. */
  letters?: 1 | 3;
  /** The year on its own line under the names, or after the name. */
  years?: 'under' | 'after';
}

const nameOf = (month: Day, { letters = 3, years = 'under' }: MonthLines, yearShown: boolean): string => {
  const name = formatMonthWithoutYear(month).slice(0, letters);
  return yearShown && years === 'after' ? `${name} ${partsOf(month).year}` : name;
};

/** The lines between months, with the months' names; a year is written at its first month shown. */
export function drawMonths(axis: MonthAxis, lines: MonthLines): string {
  const { top, bottom, names, letters = 3, years = 'under' } = lines;
  const months = monthsOf(axis);
  const step = stepFor((axis.right - axis.left) / months.length, letters === 1 ? 13 : 30);
  const drawn = months.map((month, index) => {
    const x = axis.at(month);
    const middle = (x + axis.at(addMonths(month, 1))) / 2;
    const { month: number, year } = partsOf(month);
    const yearShown = (index === 0 && number < 11) || number === 1;
    const text = step === 1 || (number - 1) % step === 0 ? nameOf(month, lines, yearShown) : '';
    return (
      path(['M', x, top, 'V', bottom], 'grid') +
      words(text, { x: middle, y: names, size: 13, anchor: 'middle', tone: 'quiet' }) +
      (yearShown && years === 'under' ? words(String(year), { x: x + 2, y: names + 18, size: 13, bold: true }) : '')
    );
  });
  return drawn.join('') + path(['M', axis.right, top, 'V', bottom], 'grid');
}

/** Today as a red line with its day. Nothing when today is outside the axis. */
export function drawToday(
  axis: MonthAxis,
  { today, text, top, bottom }: { today: Day; text: string; top: number; bottom: number },
): string {
  if (today < axis.from || today >= axis.to) return '';
  const x = axis.at(today);
  const anchor = x > axis.right - 90 ? 'end' : x < axis.left + 90 ? 'start' : 'middle';
  const nudge = { start: -6, middle: 0, end: 6 }[anchor];
  return (
    path(['M', x, top + 12, 'V', bottom], 'today-line') +
    path(['M', x - 6, top + 7, 'h', 12, 'l', -6, 8, 'Z'], 'late-fill') +
    words(text, { x: x + nudge, y: top, anchor, tone: 'late-text', bold: true })
  );
}
