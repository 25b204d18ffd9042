import { addDays, addMonths, partsOf, weekday } from '../domain/calendar/day.ts';
import { daysIn } from './dates.ts';
import { dayOf, monthNumber } from './days.ts';
import type { Window } from './find.ts';
import { date, month, season, year } from './time-patterns.ts';
import type { TimeContext, TimeReading, TimeShape } from './time-shape.ts';
import { monthOf, notBefore, onDay, quarterOf, seasonOf, upTo, weekOfMonth } from './window.ts';

const week = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const named = `(?:(${date})|${week} week (?:in|of) (${month})(?:,? (${year}))?|(${month})(?:,? (${year}))?|(${season})(?: (?:of )?(${year}))?|Q([1-4])(?:,? ((?:20)\\d{2})(?:[/-]\\d{2,4})?)?|(${year}))`;
const weeks: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 5,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const seasonNames = { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' } as const;

const yearFrom = (said: string | undefined): number | null => (said === undefined ? null : Number(said));

/** The period named by the eleven groups of `named`, which begin at `at`. */
function periodNamed(match: RegExpExecArray, at: number, { meetingDate }: TimeContext): Window | null {
  const group = (index: number) => match[at + index];
  const said = group(0);
  if (said !== undefined) {
    const day = daysIn(said, meetingDate)[0]?.day ?? null;
    return day === null ? null : { from: day, to: day };
  }
  const weekOf = group(2);
  if (weekOf !== undefined) {
    const inMonth = monthOf(monthNumber(weekOf) ?? 0, yearFrom(group(3)), meetingDate);
    return inMonth === null ? null : weekOfMonth(weeks[group(1) ?? ''] ?? 5, inMonth);
  }
  const inMonth = group(4);
  if (inMonth !== undefined) return monthOf(monthNumber(inMonth) ?? 0, yearFrom(group(5)), meetingDate);
  const inSeason = group(6)?.toLowerCase();
  if (inSeason !== undefined) {
    const known = Object.values(seasonNames).find((name) => name === inSeason);
    return known === undefined ? null : seasonOf(known, yearFrom(group(7)), meetingDate);
  }
  if (group(8) !== undefined) return quarterOf(Number(group(8)), yearFrom(group(9)), meetingDate);
  const wholeYear = Number(group(10));
  const [from, to] = [dayOf(wholeYear, 1, 1), dayOf(wholeYear, 12, 31)];
  return from === null || to === null ? null : { from, to };
}

function deadline(last: string | null, context: TimeContext): TimeReading {
  if (last === null || context.meetingDate === null) return last === null ? {} : { reckoned: onDay(last) };
  return { reckoned: upTo(last, context.meetingDate) };
}

function period(window: Window | null, context: TimeContext, words: string): TimeReading {
  return { reckoned: window === null ? null : notBefore(window, context.meetingDate, `“${words}”`) };
}

/** The last day of the week (Friday), month, quarter or year in which the meeting falls. */
function endOfThis(unit: string, { meetingDate }: TimeContext): string | null {
  if (meetingDate === null) return null;
  if (unit === 'week') return addDays(meetingDate, Math.max(0, 5 - weekday(meetingDate)));
  const now = partsOf(meetingDate);
  if (unit === 'month') return monthOf(now.month, now.year, null)?.to ?? null;
  if (unit === 'financial year' || unit === 'municipal year')
    return dayOf(now.month > 3 ? now.year + 1 : now.year, 3, 31);
  return dayOf(now.year, 12, 31);
}

const by = '(?:by|before|no later than|not later than|on or before|prior to|ahead of|in advance of|up to)';

/** Deadlines, days and periods. */
export const periodShapes: readonly TimeShape[] = [
  {
    sort: 'deadline',
    shape:
      /\b(?:by|before|no later than|not later than|at) the end of (?:the |this )?((?:financial |municipal )?year|week|month)\b/gi,
    read: (match, context) => deadline(endOfThis(match[1]?.toLowerCase() ?? 'year', context), context),
  },
  {
    sort: 'deadline',
    shape: new RegExp(
      `\\b${by} (?:the )?(?:(?:end|close|middle|beginning|start) of )?(?:the )?${named}(?![\\w/])`,
      'gi',
    ),
    read: (match, context) => deadline(periodNamed(match, 1, context)?.to ?? null, context),
  },
  {
    sort: 'deadline',
    shape: /\b(?:later(?: on)? (?:in|this) (?:the )?(?:calendar )?year|before the year end)\b/gi,
    read: (_match, context) => deadline(endOfThis('year', context), context),
  },
  {
    sort: 'period',
    shape: new RegExp(`\\b(?:until|till) (?:the )?(?:end of )?${named}(?![\\w/])`, 'gi'),
    read: (match, context) => period(periodNamed(match, 1, context), context, match[0]),
  },
  {
    sort: 'period',
    shape:
      /\b(?:in|over|during) the (?:forthcoming|coming|next|following) (?:municipal |financial |calendar )?year\b/gi,
    read: (match, context) => {
      const from = context.meetingDate;
      return from === null ? {} : period({ from, to: addMonths(from, 12) }, context, match[0]);
    },
  },
  {
    sort: 'period',
    shape: new RegExp(
      `\\b(?:in|during|around|for|to|at|into) (?:the )?(?:(?:early|late|later|mid|end|the end|beginning|start|middle)[- ](?:in |of )?(?:the )?)?${named}(?![\\w/])`,
      'gi',
    ),
    read: (match, context) => period(periodNamed(match, 1, context), context, match[0]),
  },
  {
    sort: 'day',
    shape: new RegExp(`\\b(?:on|for|to) (${date})(?![\\w/])`, 'g'),
    read: (match, context) => {
      const day = daysIn(match[1] ?? '', context.meetingDate)[0]?.day ?? null;
      return { reckoned: day === null ? null : onDay(day) };
    },
  },
  {
    sort: 'vague',
    shape:
      /\b(?:in due course|shortly|soon|as soon as (?:possible|practicable|[\w’' ]{1,30}available)|asap|ASAP|when available|at a (?:later|future) date|in the near future|at the earliest opportunity|(?:in|over|within) the (?:next|coming) few (?:days|weeks|months)|(?:early )?in the new year|by return|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening))?|next (?:week|month|year)|within the next (?:week|month)|(?:prior to|before|by|over) the (?:summer|Easter|Christmas) (?:break|recess|holidays?))\b/gi,
    read: () => ({}),
  },
];
