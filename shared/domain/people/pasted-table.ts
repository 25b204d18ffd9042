import { readCells } from '../pasted-cells.ts';

/** The columns of a pasted table, in the order in which they stand when it has no head. */
export const pasteColumns = ['name', 'email', 'body', 'role', 'from', 'to', 'group', 'votes'] as const;
export type PasteColumn = (typeof pasteColumns)[number];

/** A row as it was pasted. `line` counts from 1, as the person sees it. */
export type PastedRow = { line: number; cells: Record<PasteColumn, string> };

const isColumn = (text: string): text is PasteColumn => pasteColumns.some((column) => column === text);

const empty = (cell: string | undefined): string => (cell === undefined || cell === '-' || cell === '–' ? '' : cell);

/**
 * Reads what was copied out of a spreadsheet: tabs, commas or semicolons between cells, a first line of column names or
 * none. Empty lines are passed over. Cells are text and nothing else.
 */
export function readPastedTable(text: string): readonly PastedRow[] {
  const numbered = readCells(text);
  const head = numbered[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const hasHead = head.includes('name') && head.filter(isColumn).length >= 2;
  const order: readonly string[] = hasHead ? head : pasteColumns;
  const cellIn = (cells: readonly string[], column: PasteColumn) => empty(cells[order.indexOf(column)]);
  return numbered.slice(hasHead ? 1 : 0).map(({ line, cells }) => ({
    line,
    cells: {
      name: cellIn(cells, 'name'),
      email: cellIn(cells, 'email'),
      body: cellIn(cells, 'body'),
      role: cellIn(cells, 'role'),
      from: cellIn(cells, 'from'),
      to: cellIn(cells, 'to'),
      group: cellIn(cells, 'group'),
      votes: cellIn(cells, 'votes'),
    },
  }));
}
