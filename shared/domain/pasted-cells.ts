import { type Day, day } from './calendar/day.ts';

/** One line of cells: quoted cells may hold the separator, and "" stands for a quotation mark. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (quoted && letter === '"' && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
    } else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

const separatorOf = (lines: readonly string[]): string => {
  if (lines.some((line) => line.includes('\t'))) return '\t';
  const first = lines[0] ?? '';
  return first.includes(';') && !first.includes(',') ? ';' : ',';
};

/**
 * The lines of what was copied out of a spreadsheet: tabs, commas or semicolons between cells. Empty lines are passed
 * over; `line` counts from 1, as the person sees it. Cells are text and nothing else.
 */
export function readCells(text: string): readonly { line: number; cells: readonly string[] }[] {
  const lines = text.split(/\r?\n/);
  const separator = separatorOf(lines.filter((line) => line.trim() !== ''));
  return lines
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as spreadsheets write it: 2019-04-15, 15/4/2019, 15.4.2019, 15 April 2019, 15-Apr-2019. Null when it is none. */
export function dayInCell(cell: string): Day | null {
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2}|[A-Za-z]{3,9})[\s./-]+(\d{4})$/.exec(cell);
  const [, date = '', month = '', year = ''] = parts ?? [];
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? String(named) : month;
  const text = parts ? `${year}-${number.padStart(2, '0')}-${date.padStart(2, '0')}` : cell;
  const read = day.safeParse(text);
  return read.success ? read.data : null;
}

/** Would a spreadsheet that opened this text take it for a formula? */
export function looksLikeFormula(cell: string): boolean {
  return /^[=+\-@\t]/.test(cell);
}
