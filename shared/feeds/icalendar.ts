import type { Day } from '../domain/calendar/day.ts';

/** A meeting as a calendar holds it. Text is plain; what RFC 5545 asks for is done here. */
export type CalendarEvent = {
  /** The same for ever: a calendar knows by it which entry to change. */
  readonly uid: string;
  /** Rises with every change that matters to whoever comes. */
  readonly sequence: number;
  /** UTC: when this was last changed. */
  readonly stamp: string;
  readonly day: Day;
  /** London wall-clock time, 'HH:MM'; null makes it an entry for the whole day. */
  readonly time: string | null;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string;
  readonly cancelled: boolean;
  /** Of an invitation only. */
  readonly organizer?: Named;
  readonly attendee?: Named;
};

type Named = { readonly name: string; readonly email: string };

export type CalendarFile = {
  readonly name: string;
  /** REQUEST and CANCEL are answered by mail programs; a feed has none. RFC 5546. */
  readonly method?: 'REQUEST' | 'CANCEL';
  readonly events: readonly CalendarEvent[];
};

/** RFC 5545 section 3.1: no line is longer than 75 octets, the line break left out. */
const LONGEST_LINE = 75;

/** Nobody knows how long a meeting lasts; a calendar sets aside two hours. */
const SET_ASIDE = 'PT2H';

// Since 1996 as the Summer Time Order has it, and so until it is changed.
const londonZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19970330T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** What must not stand in a line: control characters, the line break apart, which is written otherwise. */
const UNWRITABLE = /(?!\n)\p{Cc}/gu;

const clean = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNWRITABLE, ' ');

/** RFC 5545 section 3.3.11. */
const text = (value: string): string =>
  clean(value).replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');

/** RFC 5545 section 3.2: a parameter's value in quotes holds no quote, and no line break. */
const quoted = (value: string): string => `"${clean(value).replaceAll('"', "'").replaceAll('\n', ' ')}"`;

const address = (email: string): string => `mailto:${clean(email).replaceAll(/\s/g, '')}`;

const digits = (value: string): string => value.replaceAll(/[-:]/g, '');

/** '2019-04-15T09:00:00.000Z' as '20190415T090000Z'. */
const utc = (stamp: string): string => `${digits(stamp.slice(0, 19))}Z`;

/** Breaks a line after at most 75 octets, never inside a character; what follows begins with a space. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    // The space that begins a further part counts too.
    const room = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1;
    if (octets + more > room) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}

function whenOf({ day, time }: CalendarEvent): string[] {
  if (time === null) return [`DTSTART;VALUE=DATE:${digits(day)}`];
  return [`DTSTART;TZID=Europe/London:${digits(day)}T${digits(time)}00`, `DURATION:${SET_ASIDE}`];
}

function eventLines(event: CalendarEvent): string[] {
  const { organizer, attendee, description, location } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    ...whenOf(event),
    `SUMMARY:${text(event.summary)}`,
    ...(description === null ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(location === null ? [] : [`LOCATION:${text(location)}`]),
    `URL:${clean(event.url)}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:${address(organizer.email)}`] : []),
    ...(attendee
      ? [`ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;RSVP=FALSE:${address(attendee.email)}`]
      : []),
    'END:VEVENT',
  ];
}

/** An iCalendar file: RFC 5545, with the zone that its times are in, folded, its lines ended by CRLF. */
export function icalendar({ name, method, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quorate//Meetings//EN',
    'CALSCALE:GREGORIAN',
    ...(method ? [`METHOD:${method}`] : [`X-WR-CALNAME:${text(name)}`, `NAME:${text(name)}`]),
    ...(events.some(({ time }) => time !== null) ? londonZone : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
