import { expect, test } from '@jest/globals';
import { readProgrammeCalendar } from '../../../shared/domain/meetings/programme-calendar.ts';
import { programmeDay, readProgrammeTable, timeInCell } from '../../../shared/domain/meetings/programme-table.ts';

test('a programme is read as it was typed, a line a meeting, or pasted with its head in any order', () => {
  const typed = readProgrammeTable(
    'Wed 14 January 2026, 14:00, Committee Room 2, City Hall\n\nTue 3 March 2026, 2pm, "Room 1, Town Hall", annual',
  );
  expect(typed.map(({ cells }) => cells)).toEqual([
    { day: 'Wed 14 January 2026', time: '14:00', venue: 'Committee Room 2, City Hall', sort: '' },
    { day: 'Tue 3 March 2026', time: '2pm', venue: 'Room 1, Town Hall', sort: 'annual' },
  ]);
  const pasted = readProgrammeTable('Venue\tDate\tTime\nAbbey Hall\t14/01/2026\t09.30');
  expect(pasted).toEqual([{ line: 2, cells: { day: '14/01/2026', time: '09.30', venue: 'Abbey Hall', sort: '' } }]);
  // The page itself heads the column "Place": a head in its words is understood too.
  expect(readProgrammeTable('Date\tStart time\tPlace\tType\n14/01/2026\t09.30\tAbbey Hall\tannual')).toEqual([
    { line: 2, cells: { day: '14/01/2026', time: '09.30', venue: 'Abbey Hall', sort: 'annual' } },
  ]);
});

test.each([
  ['Thu 25 April 2019', '2019-04-25'],
  ['Thursday, 25th April 2019', '2019-04-25'],
  ['25/4/2019', '2019-04-25'],
  ['2019-04-25', '2019-04-25'],
  ['Wed 25 April 2019', 'wrong-weekday'],
  ['31 June 2019', null],
  ['in May', null],
])('the day %s is %s', (cell, day) => expect(programmeDay(cell)).toBe(day));

test.each([
  ['14:00', '14:00'],
  ['9.30', '09:30'],
  ['2pm', '14:00'],
  ['12.15 am', '00:15'],
  ['12 noon', '12:00'],
  ['14', null],
  ['25:00', null],
  ['13pm', null],
])('the time %s is %s', (cell, time) => expect(timeInCell(cell)).toBe(time));

const file = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

test('a calendar file is read: UTC in summer is an hour later in London, folded lines go on, commas are unescaped', () => {
  const [summer, local, allDay] = readProgrammeCalendar(
    file(
      event('DTSTART:20260708T130000Z', 'LOCATION:Committee Room 2\\, Town', '  Hall', 'SUMMARY:Board'),
      event('DTSTART;TZID="Europe/London":20260114T140000', 'LOCATION:Hall', 'SUMMARY:Annual meeting of the Board'),
      event('DTSTART;VALUE=DATE:20260311', 'LOCATION:Hall'),
    ),
  );
  expect(summer?.cells).toEqual({
    day: '2026-07-08',
    time: '14:00',
    venue: 'Committee Room 2, Town Hall',
    sort: 'ordinary',
  });
  expect(local?.cells).toEqual({ day: '2026-01-14', time: '14:00', venue: 'Hall', sort: 'annual' });
  expect(allDay?.cells.time).toBe('');
});

test('cancelled events are left out, and the days of a repeating one are not guessed', () => {
  const rows = readProgrammeCalendar(
    file(
      event('DTSTART:20260708T130000Z', 'STATUS:CANCELLED'),
      event('DTSTART:20260708T130000Z', 'RRULE:FREQ=MONTHLY', 'LOCATION:Hall'),
    ),
  );
  expect(rows.map(({ cells }) => cells.day)).toEqual(['repeats']);
});
