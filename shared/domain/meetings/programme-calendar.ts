import { londonDay, londonInstant } from '../calendar/day.ts';
import type { ProgrammeRow } from './programme-table.ts';

/** A property of a calendar file: its name, its parameters as they stand, and its value. */
type Property = { readonly name: string; readonly parameters: string; readonly value: string };

// RFC 5545 3.1: a line that begins with a space or a tab goes on with the one before.
const unfolded = (text: string): string[] => text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);

function propertyOf(line: string): Property {
  const [, name = '', parameters = '', value = ''] =
    /^([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line) ?? [];
  return { name: name.toUpperCase(), parameters: parameters.toUpperCase(), value };
}

// RFC 5545 3.3.11: \n, \, \; and \\ stand for themselves.
const plain = (text: string): string =>
  text.replaceAll(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? ' ' : letter)).trim();

type Start = { readonly day: string; readonly time: string };

/** The day and London time of a DTSTART: UTC is turned into London time, any other zone's clock is taken as London's. */
function startOf({ parameters, value }: Property): Start {
  const [, year, month, date, hours, minutes, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z)?)?$/.exec(value.trim()) ?? [];
  const day = `${year}-${month}-${date}`;
  if (year === undefined) return { day: value, time: '' };
  if (hours === undefined || parameters.includes('VALUE=DATE')) return { day, time: '' };
  const time = `${hours}:${minutes}`;
  if (utc === undefined) return { day, time };
  const instant = Date.parse(`${day}T${time}:00Z`);
  const inLondon = londonDay(new Date(instant).toISOString());
  const minutesOfDay = (instant - Date.parse(londonInstant(inLondon, '00:00'))) / 60_000;
  const two = (number: number): string => String(number).padStart(2, '0');
  return { day: inLondon, time: `${two(Math.floor(minutesOfDay / 60))}:${two(minutesOfDay % 60)}` };
}

/** Is this text a calendar file? */
export function isCalendarFile(text: string): boolean {
  return /^\s*BEGIN:VCALENDAR/i.test(text);
}

/**
 * The events of a calendar file (iCalendar, RFC 5545) as rows of a programme, in the order of the file; `line` is where
 * the event begins. Cancelled events are left out. A repeating event is one row whose day says so: its days are not
 * guessed, and whoever pasted it is asked to write them out.
 */
export function readProgrammeCalendar(text: string): readonly ProgrammeRow[] {
  const rows: ProgrammeRow[] = [];
  let event: { line: number; properties: Property[] } | null = null;
  for (const [at, line] of unfolded(text).entries()) {
    const property = propertyOf(line);
    if (property.name === 'BEGIN' && property.value.toUpperCase() === 'VEVENT')
      event = { line: at + 1, properties: [] };
    else if (property.name === 'END' && property.value.toUpperCase() === 'VEVENT' && event !== null) {
      rows.push(...rowOf(event.line, event.properties));
      event = null;
    } else event?.properties.push(property);
  }
  return rows;
}

function rowOf(line: number, properties: readonly Property[]): ProgrammeRow[] {
  const named = (name: string): Property | undefined => properties.find((one) => one.name === name);
  if (named('STATUS')?.value.toUpperCase() === 'CANCELLED') return [];
  const start = named('DTSTART');
  const { day, time } = start === undefined ? { day: '', time: '' } : startOf(start);
  const summary = plain(named('SUMMARY')?.value ?? '').toLowerCase();
  const sort = ['extraordinary', 'annual'].find((word) => summary.includes(word)) ?? 'ordinary';
  const repeats = named('RRULE') !== undefined || named('RDATE') !== undefined;
  return [
    { line, cells: { day: repeats ? 'repeats' : day, time, venue: plain(named('LOCATION')?.value ?? ''), sort } },
  ];
}
