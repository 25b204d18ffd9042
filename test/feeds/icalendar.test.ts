import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarEvent, folded, icalendar } from '../../shared/feeds/icalendar.ts';
import { meetingEvent } from '../../shared/feeds/meeting-event.ts';

const event = (overrides: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'meeting-hosb-2019-04-25@quorate.example',
  sequence: 0,
  stamp: '2019-04-15T09:00:00.000Z',
  day: '2019-04-25',
  time: '14:00',
  summary: 'Health Overview and Scrutiny Board',
  description: null,
  location: 'Committee Room 2, City Hall',
  url: 'https://quorate.example/committees/hosb/meetings/meeting-hosb-2019-04-25',
  cancelled: false,
  ...overrides,
});

const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');
const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

test('a meeting stands in London time, with the zone beside it, under a name that never changes', () => {
  const lines = unfolded(icalendar({ name: 'HOSB', events: [event()] }));
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'TZID:Europe/London',
      'UID:meeting-hosb-2019-04-25@quorate.example',
      'DTSTAMP:20190415T090000Z',
      'DTSTART;TZID=Europe/London:20190425T140000',
      'LOCATION:Committee Room 2\\, City Hall',
      'STATUS:CONFIRMED',
    ]),
  );
  expect(lines.at(-1)).toBe('');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

test('a meeting without a time is an entry for its day, and needs no zone', () => {
  const lines = unfolded(icalendar({ name: 'HOSB', events: [event({ time: null })] }));
  expect(lines).toContain('DTSTART;VALUE=DATE:20190425');
  expect(lines).not.toContain('BEGIN:VTIMEZONE');
});

test('an invitation names who calls the meeting and who is asked, and a cancellation says that it is one', () => {
  const organizer = { name: 'Brackenford "City" Council', email: 'governance@brackenford.example' };
  const attendee = { name: 'Cllr Rowan Kestrel', email: 'rowan.kestrel@brackenford.example' };
  const lines = unfolded(
    icalendar({ name: '', method: 'CANCEL', events: [event({ organizer, attendee, cancelled: true, sequence: 3 })] }),
  );
  expect(lines).toContain('METHOD:CANCEL');
  expect(lines).toContain('SEQUENCE:3');
  expect(lines).toContain('STATUS:CANCELLED');
  expect(lines).toContain(`ORGANIZER;CN="Brackenford 'City' Council":mailto:governance@brackenford.example`);
});

test('no line is longer than 75 octets, no character is broken, and unfolding gives the line back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (line) => {
      const text = folded(line);
      const parts = text.split('\r\n');
      if (!line.includes('\r')) {
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n ', '')).toBe(line);
      }
    }),
  );
});

test('whatever a text holds, it stays one property and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (summary) => {
      const lines = unfolded(icalendar({ name: 'x', events: [event({ summary })] }));
      expect(lines.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1);
      expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      const read = unescaped(lines.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? '');
      // Control characters cannot stand in a calendar.
      expect(read).toBe(
        summary
          .replaceAll('\r\n', '\n')
          .replaceAll('\r', '\n')
          .replaceAll(/(?!\n)\p{Cc}/gu, ' '),
      );
    }),
  );
});

test('a cancelled meeting keeps its name in calendars and says that it is cancelled', () => {
  const made = meetingEvent(
    {
      id: 'meeting-1',
      bodyId: 'hosb',
      bodyName: 'Health Board',
      day: '2019-04-25',
      time: '14:00',
      venue: null,
      cancelled: true,
      sequence: 2,
      revisedAt: '2019-04-15T09:00:00.000Z',
      agendaOut: true,
    },
    'https://quorate.example',
  );
  expect(made).toMatchObject({ uid: 'meeting-1@quorate.example', summary: 'Cancelled: Health Board', sequence: 2 });
});
