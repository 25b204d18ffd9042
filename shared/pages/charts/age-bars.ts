import '../words/charts.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';
import { box, path, picture, widthOf, words } from './svg.ts';

/** One overdue promise: how many working days since it was due. */
interface Age {
  text: string;
  workingDays: number;
}

/** The overdue promises of one body, worst first. */
export interface AgeGroup {
  name: string;
  ages: readonly Age[];
}

const ROW = { axis: 16, top: 30, group: 26, bar: 42, barHeight: 18, gap: 10 };
const LEFT = 8;

const ROUND_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

// A scale of round numbers with at most eight lines, ending at or after the longest bar.
const scaleFor = (longest: number): { step: number; end: number } => {
  const step = ROUND_STEPS.find((size) => longest / size <= 7) ?? Math.ceil(longest / 7);
  return { step, end: Math.max(step, Math.ceil(longest / step) * step) };
};

const shorten = (text: string, width: number): string => {
  const letters = Math.floor(width / (13 * 0.52));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
};

const drawAge = (age: Age, y: number, at: (days: number) => number, width: number): string => {
  const length = at(age.workingDays) - LEFT;
  const number = String(age.workingDays);
  const fits = length > widthOf(number, 14, true) + 14;
  const place = fits
    ? ({ x: LEFT + length - 7, anchor: 'end', tone: 'white' } as const)
    : ({ x: LEFT + length + 7, anchor: 'start', tone: 'text' } as const);
  return (
    words(shorten(age.text, width - LEFT - 6), { x: LEFT + 4, y: y + 13, size: 13, tone: 'quiet' }) +
    box({ x: LEFT, y: y + 20, width: Math.max(length, 2), height: ROW.barHeight }, 'late-fill') +
    words(number, { ...place, y: y + 34, bold: true })
  );
};

const drawScale = (
  { step, end }: { step: number; end: number },
  at: (days: number) => number,
  bottom: number,
): string => {
  const marks = Array.from({ length: end / step + 1 }, (_, index) => index * step);
  return marks
    .map((days) => {
      const line = path(['M', at(days), 24, 'V', bottom], days === 0 ? 'axis' : 'grid');
      return line + words(String(days), { x: at(days), y: ROW.axis, size: 13, anchor: 'middle', tone: 'quiet' });
    })
    .join('');
};

const draw = (groups: readonly AgeGroup[], width: number, variant: 'wide' | 'narrow'): string => {
  const scale = scaleFor(Math.max(0, ...groups.flatMap(({ ages }) => ages.map(({ workingDays }) => workingDays))));
  const at = (days: number): number => LEFT + ((width - LEFT - 16) * days) / scale.end;
  let y = ROW.top;
  let drawn = '';
  for (const { name, ages } of groups) {
    const title = say('charts', 'agesGroupName', { name, count: ages.length });
    drawn += words(shorten(title, width - LEFT), { x: LEFT + 4, y: y + 16, bold: true });
    y += ROW.group;
    for (const age of ages) {
      drawn += drawAge(age, y, at, width);
      y += ROW.bar;
    }
    y += ROW.gap;
  }
  const label = say('charts', 'agesLabel', {
    groups: groups
      .map(({ name, ages }) =>
        say('charts', 'agesGroup', { name, days: ages.map(({ workingDays }) => workingDays).join(', ') }),
      )
      .join(' '),
  });
  return picture({ label, width, height: y, variant }, drawScale(scale, at, y - 4) + drawn);
};

/** Overdue promises by body: one bar each, as long as it is late in working days, its number written on it. */
export function ageBars(groups: readonly AgeGroup[]): Figure {
  const rows = groups.flatMap(({ name, ages }) =>
    ages.map(({ text, workingDays }) => [text, name, String(workingDays)]),
  );
  return {
    html: draw(groups, 500, 'wide') + draw(groups, 300, 'narrow'),
    table: {
      caption: say('charts', 'agesCaption'),
      head: [
        say('charts', 'agesPromise'),
        say('charts', 'agesBody'),
        { text: say('charts', 'agesDays'), number: true },
      ],
      rows,
    },
  };
}
