import '../words/written.ts';
import type { Standing } from '../../domain/written-resolutions/standing.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';
import { box, path, picture, widthOf, words } from './svg.ts';

type Sum = Pick<Standing, 'for' | 'against' | 'abstained' | 'notAnswered' | 'entitled' | 'needs'>;

type Part = { text: string; count: number; tone: string; on: 'white' | 'text' };

const BAR = { top: 26, height: 34 };
const LEGEND = { top: 84, row: 24, mark: 16 };

const partsOf = (sum: Sum): Part[] => [
  { text: say('written', 'barFor'), count: sum.for, tone: 'reported', on: 'white' },
  { text: say('written', 'barAgainst'), count: sum.against, tone: 'late-fill', on: 'white' },
  { text: say('written', 'barAbstained'), count: sum.abstained, tone: 'window', on: 'text' },
  { text: say('written', 'barSilent'), count: sum.notAnswered, tone: 'day', on: 'text' },
];

// As many marks in a row as fit, each with its words.
function legend(parts: readonly Part[], width: number): { drawn: string; height: number } {
  let [x, y, drawn] = [1, LEGEND.top, ''];
  for (const { text, count, tone } of parts) {
    const said = `${text}: ${count}`;
    const wide = LEGEND.mark + 6 + widthOf(said, 14) + 18;
    if (x > 1 && x + wide > width) [x, y] = [1, y + LEGEND.row];
    drawn += box({ x, y: y - 13, width: LEGEND.mark, height: LEGEND.mark }, tone);
    drawn += words(said, { x: x + LEGEND.mark + 6, y });
    x += wide;
  }
  return { drawn, height: y + 12 };
}

function draw(sum: Sum, width: number, variant: 'wide' | 'narrow'): string {
  const parts = partsOf(sum);
  const at = (count: number): number => 1 + ((width - 2) * count) / Math.max(1, sum.entitled);
  let before = 0;
  let drawn = '';
  for (const { count, tone, on } of parts) {
    if (count === 0) continue;
    const [x, end] = [at(before), at(before + count)];
    drawn += box({ x, y: BAR.top, width: end - x, height: BAR.height }, tone);
    drawn += words(String(count), {
      x: (x + end) / 2,
      y: BAR.top + 23,
      anchor: 'middle',
      tone: on,
      bold: true,
      size: 16,
    });
    before += count;
  }
  const needed = say('written', 'barNeeds', { needs: sum.needs, entitled: sum.entitled });
  const x = at(sum.needs);
  const middle = widthOf(needed, 14, true) / 2;
  const anchor = x + middle > width ? 'end' : x - middle < 0 ? 'start' : 'middle';
  drawn += path(['M', x, BAR.top - 7, 'V', BAR.top + BAR.height + 7], 'now');
  drawn += words(needed, { x: anchor === 'end' ? width : x, y: 13, anchor, bold: true });
  const marks = legend(parts, width);
  const label = say('written', 'barLabel', {
    for: sum.for,
    against: sum.against,
    abstained: sum.abstained,
    silent: sum.notAnswered,
    needs: sum.needs,
    entitled: sum.entitled,
  });
  return picture({ label, width, height: marks.height, variant }, drawn + marks.drawn);
}

/** How those entitled have answered, as one bar with the line that a majority must reach; the same as a table. */
export function voteBar(sum: Sum): Figure {
  return {
    html: draw(sum, 560, 'wide') + draw(sum, 260, 'narrow'),
    table: {
      caption: say('written', 'barCaption'),
      head: [say('written', 'barAnswer'), { text: say('written', 'barMembers'), number: true }],
      rows: [
        ...partsOf(sum).map(({ text, count }) => [text, String(count)]),
        [say('written', 'barEntitled'), String(sum.entitled)],
        [say('written', 'barNeeded'), String(sum.needs)],
      ],
    },
  };
}
