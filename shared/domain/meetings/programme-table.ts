import { type Day, weekday } from '../calendar/day.ts';
import { dayInCell, looksLikeFormula, readCells } from '../pasted-cells.ts';

/** The columns of a pasted programme, in the order in which they stand when it has no head. */
export const programmeColumns = ['day', 'time', 'venue', 'sort'] as const;
export type ProgrammeColumn = (typeof programmeColumns)[number];

/** A meeting as it was pasted, typed or read from a calendar file: text, not yet judged. */
export type ProgrammeRow = { readonly line: number; readonly cells: Readonly<Record<ProgrammeColumn, string>> };

const isColumn = (text: string): text is ProgrammeColumn => programmeColumns.some((column) => column === text);

// The names that people give the columns, the one on the page among them.
const NAMED: Readonly<Record<string, ProgrammeColumn>> = {
  date: 'day',
  'start time': 'time',
  start: 'time',
  place: 'venue',
  location: 'venue',
  room: 'venue',
  type: 'sort',
};

const SORTS = ['ordinary', 'extraordinary', 'annual'];

// 'Committee Room 2, City Hall' is one place, though a comma stands in it: only a sort of meeting ends it.
function typedCells(cells: readonly string[]): Readonly<Record<ProgrammeColumn, string>> {
  const [day = '', time = '', ...rest] = cells;
  const last = rest.length > 1 ? (rest.at(-1) ?? '') : '';
  const sort = last === '' || SORTS.includes(last.toLowerCase()) ? last : '';
  const place = rest.length > 1 && (sort !== '' || last === '') ? rest.slice(0, -1) : rest;
  return { day, time, venue: place.join(', '), sort };
}

/** Reads a programme copied out of a spreadsheet or typed a line a meeting, with a first line of column names or none. */
export function readProgrammeTable(text: string): readonly ProgrammeRow[] {
  const lines = readCells(text);
  const head = lines[0]?.cells.map((cell) => cell.trim().toLowerCase()).map((name) => NAMED[name] ?? name) ?? [];
  const hasHead = head.includes('day') && head.filter(isColumn).length >= 2;
  if (!hasHead) return lines.map(({ line, cells }) => ({ line, cells: typedCells(cells) }));
  const cellIn = (cells: readonly string[], column: ProgrammeColumn) => cells[head.indexOf(column)] ?? '';
  return lines.slice(1).map(({ line, cells }) => ({
    line,
    cells: {
      day: cellIn(cells, 'day'),
      time: cellIn(cells, 'time'),
      venue: cellIn(cells, 'venue'),
      sort: cellIn(cells, 'sort'),
    },
  }));
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A day with or without its weekday in front: 'Thu 25 April 2019'. 'wrong-weekday' when the two disagree. */
export function programmeDay(cell: string): Day | 'wrong-weekday' | null {
  const [, name = '', rest = ''] = /^(?:([A-Za-z]{3,9})[\s,.]+)?(\d.*)$/.exec(cell.trim()) ?? [];
  const day = dayInCell(rest.replace(/(\d)(st|nd|rd|th)\b/i, '$1'));
  if (day === null || name === '') return day;
  return WEEKDAYS[weekday(day) - 1] === name.slice(0, 3).toLowerCase() ? day : 'wrong-weekday';
}

/** A time of day as people write it: 14:00, 14.00, 2pm, 2.30 pm, noon. 'HH:MM', or null when it is none. */
export function timeInCell(cell: string): string | null {
  const text = cell.trim().toLowerCase();
  if (text === 'noon' || text === '12 noon') return '12:00';
  const [, hours = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  // A bare number is no time: '14' may be a day of the month in the wrong column.
  if (hours === '' || minute > 59 || (half === '' && !/[:.]/.test(text))) return null;
  if (half !== '' && (hour < 1 || hour > 12)) return null;
  const whole = half === '' ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return whole > 23 ? null : `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Cells of a row that a spreadsheet would run. */
export function formulasIn({ cells }: ProgrammeRow): readonly ProgrammeColumn[] {
  return programmeColumns.filter((column) => looksLikeFormula(cells[column]));
}
