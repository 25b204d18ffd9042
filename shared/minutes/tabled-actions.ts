import type { LabelledAction } from './labelled-actions.ts';
import { spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

const columns = {
  task: /^(?:agreed )?actions?(?: (?:required|agreed|point|item|to be taken))?$|^task$|^description$/i,
  owner:
    /^(?:lead|owner|by whom|who|responsible|responsibility|officer|action by|assigned to|action owner|lead officer)$/i,
  due: /^(?:due|due date|by when|deadline|when|target|target date|timescale|date due|completion date)$/i,
  status: /^(?:status|progress|rag|update|outcome)$/i,
  number: /^(?:ref|reference|no\.?|number|action (?:no\.?|ref|number)|#|id)$/i,
};
type Column = keyof typeof columns;

/** The rows of a table that has a column for the action and one for who leads it. */
export function tabledActionsIn(zoned: readonly Zoned[]): LabelledAction[] {
  const found: LabelledAction[] = [];
  let heads: Partial<Record<Column, number>> | null = null;
  for (const place of zoned) {
    const cells = cellsOf(place.block.text);
    if (cells.length < 3) heads = null;
    else if (heads === null) heads = headsOf(cells);
    else found.push(...row(place, cells, heads));
  }
  return found;
}

type Cell = { text: string; start: number };

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const part of text.split('|')) {
    cells.push({ text: part.trim(), start: start + part.length - part.trimStart().length });
    start += part.length + 1;
  }
  if (cells.length > 2 && cells[0]?.text === '') cells.shift();
  if (cells.length > 2 && cells.at(-1)?.text === '') cells.pop();
  return cells;
}

function headsOf(cells: readonly Cell[]): Partial<Record<Column, number>> | null {
  const at = (column: Column): number => cells.findIndex((cell) => columns[column].test(cell.text));
  if (at('task') === -1 || at('owner') === -1) return null;
  return { task: at('task'), owner: at('owner'), due: at('due'), status: at('status'), number: at('number') };
}

function row(place: Zoned, cells: readonly Cell[], heads: Partial<Record<Column, number>>): LabelledAction[] {
  const cell = (column: Column): Cell | undefined => cells[heads[column] ?? -1];
  const task = cell('task');
  if (task === undefined || task.text === '') return [];
  const span = spanOf(place.block, task.start, task.start + task.text.length);
  if (span === null) return [];
  const status = /\b(closed|complete[d]?|overdue|open|ongoing)\b/i.exec(cell('status')?.text ?? '')?.[1]?.toLowerCase();
  return [
    {
      span,
      owner: cell('owner')?.text || null,
      number: cell('number')?.text || place.block.mark?.printed || null,
      due: cell('due')?.text || null,
      status: statusOf(status),
      reason: 'A row of a table of actions.',
      zoned: place,
    },
  ];
}

function statusOf(word: string | undefined): LabelledAction['status'] {
  if (word === undefined) return null;
  if (word === 'overdue') return 'overdue';
  return word === 'open' || word === 'ongoing' ? 'open' : 'closed';
}
