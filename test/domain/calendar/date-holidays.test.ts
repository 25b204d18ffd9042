import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { type Division, division } from '../../../shared/domain/calendar/bank-holidays.ts';
import { type Day, isWeekend } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';

// The library carries its own rules for the same holidays: agreement is independent evidence for the committed file.
type Holidays = new (country: string, state: string) => { getHolidays(year: number): unknown };
const Holidays = createRequire(import.meta.url)('date-holidays') as Holidays;

const found = z.array(z.object({ date: z.string(), type: z.string() }));
const stateOf: Record<Division, string> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};
const years = Array.from({ length: 12 }, (_, number) => 2017 + number);

// Proclaimed for Scotland alone (the World Cup) after the library's release.
const unknownToTheLibrary: readonly string[] = ['scotland 2026-06-15'];

function libraryDays(of: Division): Day[] {
  const library = new Holidays('GB', stateOf[of]);
  const days = years
    .flatMap((year) => found.parse(library.getHolidays(year)))
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10));
  // It also gives the weekend originals of substituted days, which GOV.UK's list leaves out.
  return [...new Set(days)].filter((on) => !isWeekend(on)).sort();
}

test.each(division.options)('the bank holidays of %s, 2017 to 2028, are those an independent source gives', (of) => {
  const shipped = [...calendarOf(of).holidays.keys()].filter((on) => !unknownToTheLibrary.includes(`${of} ${on}`));
  expect(shipped.sort()).toEqual(libraryDays(of));
});

test('the file has every day GOV.UK listed: 99 for England and Wales, 112 for Scotland, 123 for Northern Ireland', () => {
  expect(division.options.map((of) => calendarOf(of).holidays.size)).toEqual([99, 112, 123]);
});
