import { addDays, addMonths, partsOf, weekday } from '../domain/calendar/day.ts';
import { daysIn } from './dates.ts';
import { dayOf } from './days.ts';
import type { Window } from './find.ts';
import { namedPeriod, periodNamed } from './named-period.ts';
import { date } from './time-patterns.ts';
import type { TimeContext, TimeReading, TimeShape } from './time-shape.ts';
import { monthOf, notBefore, onDay, upTo } from './window.ts';

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
      `\\b${by} (?:the )?(?:(?:end|close|middle|beginning|start) of )?(?:the )?${namedPeriod}(?![\\w/])`,
      'gi',
    ),
    read: (match, context) => deadline(periodNamed(match, context.meetingDate)?.to ?? null, context),
  },
  {
    sort: 'deadline',
    shape: /\b(?:later(?: on)? (?:in|this) (?:the )?(?:calendar )?year|before the year end)\b/gi,
    read: (_match, context) => deadline(endOfThis('year', context), context),
  },
  {
    sort: 'period',
    shape: new RegExp(`\\b(?:until|till) (?:the )?(?:end of )?${namedPeriod}(?![\\w/])`, 'gi'),
    // A thing that stands until a day is owed from now on; a thing put off until then is owed then.
    read: (match, context, _after, before) => {
      const last = periodNamed(match, context.meetingDate);
      if (!/\b(?:standing|remain|continue|each|every)\b/i.test(before)) return period(last, context, match[0]);
      return { ...deadline(last?.to ?? null, context), recurring: 'every meeting' };
    },
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
      `\\b(?:in|during|around|for|to|at|into) (?:the )?(?:(?:early|late|later|mid|end|the end|beginning|start|middle)[- ](?:in |of )?(?:the )?)?${namedPeriod}(?![\\w/])`,
      'gi',
    ),
    // A bare year after "for" or "to" names what a plan or an account covers.
    read: (match, context) =>
      match.groups?.['year'] !== undefined && !/^(?:in|during|at)\b/i.test(match[0])
        ? null
        : period(periodNamed(match, context.meetingDate), context, match[0]),
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
      /\b(?:in due course|shortly|(?<!as )soon(?! as)|as soon as (?:possible|practicable|[\w’' ]{1,30}available)|asap|ASAP|when available|at a (?:later|future) date|in the near future|at the earliest opportunity|(?:in|over|within) the (?:next|coming) few (?:days|weeks|months)|(?:early )?in the new year|by return|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening))?|next (?:week|month|year)|within the next (?:week|month)|(?:prior to|before|by|over) the (?:summer|Easter|Christmas) (?:break|recess|holidays?))\b/gi,
    read: () => ({}),
  },
];
