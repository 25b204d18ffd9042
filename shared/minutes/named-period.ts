import type { Day } from '../domain/calendar/day.ts';
import { daysIn } from './dates.ts';
import { dayOf, monthNumber } from './days.ts';
import type { Window } from './find.ts';
import { date, month, season, year } from './time-patterns.ts';
import { monthOf, quarterOf, type Season, seasonOf, weekOfMonth } from './window.ts';

const week = '(?:first|second|third|fourth|last|1st|2nd|3rd|4th)';
const weeks: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: 5 };
const seasons: Record<string, Season> = { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' };

/** A day, a week of a month, a month, a season, a quarter or a year; the groups' names say which. */
export const namedPeriod =
  `(?:(?<on>${date})|(?<week>${week}) week (?:in|of) (?<weekMonth>${month})(?:,? (?<weekYear>${year}))?` +
  `|(?<month>${month})(?:,? (?<monthYear>${year}))?|(?<season>${season})(?: (?:of )?(?<seasonYear>${year}))?` +
  `|Q(?<quarter>[1-4])(?:,? (?<quarterYear>20\\d{2})(?:[/-]\\d{2,4})?)?|(?<year>${year})(?![-–/]\\d))`;

type Groups = Record<string, string | undefined>;
type Reader = (said: string, groups: Groups, meetingDate: Day | null) => Window | null;

const readers: readonly [string, Reader][] = [
  ['on', (said, _groups, meetingDate) => oneDay(daysIn(said, meetingDate)[0]?.day ?? null)],
  [
    'week',
    (said, groups, meetingDate) => weekNamed(said, monthNamed(groups['weekMonth'], groups['weekYear'], meetingDate)),
  ],
  ['month', (said, groups, meetingDate) => monthNamed(said, groups['monthYear'], meetingDate)],
  ['season', (said, groups, meetingDate) => seasonNamed(said, groups['seasonYear'], meetingDate)],
  ['quarter', (said, groups, meetingDate) => quarterOf(Number(said), yearFrom(groups['quarterYear']), meetingDate)],
  ['year', (said) => wholeYear(Number(said))],
];

/** The period that a match of `namedPeriod` names, or null when no day can be worked out. */
export function periodNamed(match: RegExpExecArray, meetingDate: Day | null): Window | null {
  const groups: Groups = match.groups ?? {};
  for (const [name, read] of readers) {
    const said = groups[name];
    if (said !== undefined) return read(said, groups, meetingDate);
  }
  return null;
}

const yearFrom = (said: string | undefined): number | null => (said === undefined ? null : Number(said));
const oneDay = (day: Day | null): Window | null => (day === null ? null : { from: day, to: day });

const monthNamed = (said: string | undefined, inYear: string | undefined, meetingDate: Day | null): Window | null =>
  monthOf(monthNumber(said ?? '') ?? 0, yearFrom(inYear), meetingDate);

function weekNamed(said: string, inMonth: Window | null): Window | null {
  const number = weeks[said.toLowerCase()] ?? Number(said.slice(0, 1));
  return inMonth === null ? null : weekOfMonth(number, inMonth);
}

function seasonNamed(said: string, inYear: string | undefined, meetingDate: Day | null): Window | null {
  const named = seasons[said.toLowerCase()];
  return named === undefined ? null : seasonOf(named, yearFrom(inYear), meetingDate);
}

function wholeYear(year: number): Window | null {
  const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  return from === null || to === null ? null : { from, to };
}
