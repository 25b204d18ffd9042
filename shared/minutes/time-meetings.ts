import { addMonths } from '../domain/calendar/day.ts';
import { daysIn } from './dates.ts';
import { monthNumber } from './days.ts';
import { date, gathering, month, season, word, year } from './time-patterns.ts';
import type { TimeContext, TimeReading, TimeShape } from './time-shape.ts';
import { monthOf, notBefore, onDay, type Reckoned, seasonOf, upTo } from './window.ts';

const lead =
  '(to|at|for|until|till|on|onto|by|before|in time for|prior to|ahead of|in advance of|no later than|not later than)';
const fixed = `(?: (?:to be held |being held |scheduled )?(?:on|in|for) (?:(${date})|(${month})(?: (${year}))?))`;
const ofBody = `(?: of(?= )(?: the| this| our)?(?: (?!on |in |for |to |at |by |where |which |so |as )${word}){1,6}?)?`;

/** Words before a meeting that make it the last moment and not the occasion itself. */
const isDeadline = (said: string | undefined): boolean =>
  /^(?:by|before|in time for|prior to|ahead of|in advance of|no later than|not later than)$/i.test(said ?? '');

/** The meeting's day where it is said, or its month, kept to the next meeting's day where that falls in the month. */
function fixedMeeting(match: RegExpExecArray, first: number, context: TimeContext): Reckoned | null {
  const [said, inMonth, inYear] = [match[first], match[first + 1], match[first + 2]];
  if (said !== undefined) {
    const day = daysIn(said, context.meetingDate)[0]?.day ?? null;
    return day === null ? null : onDay(day);
  }
  return inMonth === undefined ? null : monthMeeting(inMonth, inYear, context);
}

function monthMeeting(inMonth: string, inYear: string | undefined, context: TimeContext): Reckoned | null {
  const next = context.nextMeeting;
  const from = context.meetingDate ?? (next === null ? null : addMonths(next, -1));
  const period = monthOf(monthNumber(inMonth) ?? 0, inYear === undefined ? null : Number(inYear), from);
  if (period === null) return null;
  if (next !== null && next >= period.from && next <= period.to) return onDay(next);
  return context.meetingDate === null && inYear === undefined
    ? null
    : notBefore(period, context.meetingDate, `the meeting in ${inMonth}`);
}

function meetingRead(reckoned: Reckoned | null, said: string | undefined, context: TimeContext): TimeReading {
  if (reckoned !== null && isDeadline(said) && context.meetingDate !== null)
    return { reckoned: upTo(reckoned.window.to, context.meetingDate) };
  return { reckoned };
}

/** Coming meetings: the next, a named month's, one with its day, and some meeting to come. */
export const meetingShapes: readonly TimeShape[] = [
  {
    sort: 'meeting',
    shape: new RegExp(
      `\\b${lead} (?:the |an? )?(?:agenda (?:for|of) )?(?:the |our |its |their |this )?next (?:${word} ){0,4}?(?:${gathering})s?${ofBody}${fixed}?(?![\\w])`,
      'gi',
    ),
    read: (match, context) => {
      const said = fixedMeeting(match, 2, context);
      const next = context.nextMeeting === null ? null : onDay(context.nextMeeting);
      return meetingRead(said ?? next, match[1], context);
    },
  },
  {
    sort: 'meeting',
    shape: new RegExp(
      `\\b${lead} (?:the |its |our |their )?(${month})(?:['’]s)?(?: (${year}))? (?:${word} ){0,3}?${gathering}\\b`,
      'g',
    ),
    read: (match, context) => meetingRead(monthMeeting(match[2] ?? '', match[3], context), match[1], context),
  },
  {
    sort: 'meeting',
    shape: new RegExp(`\\b(?:to |for )?(${month}) [Aa]genda\\b`, 'g'),
    read: (match, context) => ({ reckoned: monthMeeting(match[1] ?? '', undefined, context) }),
  },
  {
    sort: 'meeting',
    shape: new RegExp(
      `\\b(to|at|for|until) (?:the |an? |its |our |this |their )?(?:(?!(?:to|at|for|until|on|in|held|from)\\b)${word} ){0,8}?(?:${gathering}|[Cc]ouncil|[Cc]abinet|[Ee]xecutive|[Bb]ody|[Pp]anel|[Gg]roup|[Ff]orum|Full Council|FC)${ofBody}${fixed}`,
      'g',
    ),
    read: (match, context) => ({ reckoned: fixedMeeting(match, 2, context) }),
  },
  {
    sort: 'meeting',
    shape: new RegExp(
      `\\b(?:to|at|for|until) (?:the|an?|its|our)? ?(?:[Mm]eeting|[Ss]ession) in (${season})(?: (${year}))?\\b`,
      'g',
    ),
    read: (match, context) => {
      const named = match[1]?.toLowerCase();
      if (named !== 'spring' && named !== 'summer' && named !== 'autumn' && named !== 'winter') return null;
      const period = seasonOf(named, match[2] === undefined ? null : Number(match[2]), context.meetingDate);
      return {
        reckoned: period === null ? null : notBefore(period, context.meetingDate, `the meeting in the ${named}`),
      };
    },
  },
  {
    sort: 'meeting',
    shape: new RegExp(
      `\\b(?:to|at|for|until|on|in) (?:the |an? |our |its |some )?(?:agenda for (?:the |an? ))?(?:future|forthcoming|later|subsequent|follow[- ]up|upcoming|coming|another) (?:${word} ){0,3}?(?:${gathering})s?\\b`,
      'gi',
    ),
    read: () => ({}),
  },
  {
    sort: 'meeting',
    shape: new RegExp(
      `\\b(?:on|to|onto) (?:the |an )?agenda (?:for|of) (?:the |an? )?(?:${word} ){0,3}?meeting\\b|\\b(?:to|at|for|until) the (?:[Mm]eeting following \\w{1,20}|AGM|Annual (?:General |Parish |Town )?Meeting)(?!\\w)`,
      'gi',
    ),
    read: () => ({}),
  },
];
