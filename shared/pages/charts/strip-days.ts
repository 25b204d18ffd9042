import '../words/charts.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { isWeekend } from '../../domain/calendar/day.ts';
import { formatDay, formatDayShort } from '../../domain/calendar/day-words.ts';
import type { SumDay } from '../../domain/statutory-clock/clear-days.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';

/** One day of a strip: a day of the sum, or one of those left before it. */
export interface StripDay {
  day: Day;
  part: 'left' | SumDay['part'];
  number: number | null;
  why: string | null;
  today: boolean;
}

/** What a strip of days is drawn from. */
export interface StripInput {
  /** Unique in the page: patterns are named after it. */
  id: string;
  today: Day;
  /** From the last day to act to the day it is counted to, as the statutory clock gives it. */
  sum: readonly SumDay[];
  /** From today to the last day to act, where today comes first. */
  left?: readonly SumDay[];
  /** What the counted days are; without, clear working days. `plain` are working days of which the last ends the time. */
  unit?: 'working' | 'calendar' | 'plain';
  /** What the first and the last day are called; without, "Publish by" and "Meeting". */
  startWord?: string;
  endWord?: string;
}

/** A strip with its words settled. */
export interface Strip {
  id: string;
  days: StripDay[];
  startWord: string;
  endWord: string;
  counted: string;
  leftCount: number;
  label: string;
}

const asLeft = (days: readonly SumDay[]): Omit<StripDay, 'today'>[] =>
  days.slice(0, -1).map((day) => ({ ...day, part: day.part === 'left-out' ? 'left-out' : 'left', number: null }));

const notCounted = (days: readonly StripDay[]): string => {
  const out = days.filter(({ part }) => part === 'left-out');
  const named = out.filter(({ day }) => !isWeekend(day)).map(({ day, why }) => `${why} (${formatDayShort(day)})`);
  const weekends = out.some(({ day }) => isWeekend(day)) ? [say('charts', 'stripWeekends')] : [];
  const all = [...weekends, ...named];
  return all.length === 0 ? '' : ` ${say('charts', 'stripNotCounted', { days: all.join(', ') })}`;
};

const countedKeys = { working: 'clearWorkingDays', calendar: 'clearDays', plain: 'workingDays' } as const;

/** Joins the days left and the sum, and says in one sentence what the strip shows. Throws RangeError on an empty sum. */
export function stripOf(input: StripInput): Strip {
  const [first, last] = [input.sum[0], input.sum.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A strip of days needs a sum');
  const days = [...asLeft(input.left ?? []), ...input.sum].map((day) => ({ ...day, today: day.day === input.today }));
  const clear = days.filter(({ part }) => part === 'counted');
  const counted = say('charts', countedKeys[input.unit ?? 'working'], { count: clear.length });
  const startWord = input.startWord ?? say('charts', 'stripPublishBy');
  const endWord = input.endWord ?? say('charts', 'stripMeeting');
  const label = say('charts', 'stripLabel', {
    from: formatDay(days[0]?.day ?? first.day),
    to: formatDay(last.day),
    start: startWord,
    startDay: formatDay(first.day),
    counted,
    days: clear.map(({ day }) => formatDayShort(day)).join(', '),
    end: endWord,
    endDay: formatDay(last.day),
  });
  const leftDays = (input.left ?? []).filter(({ part }) => part === 'counted' || part === 'end').length;
  return { id: input.id, days, startWord, endWord, counted, leftCount: leftDays, label: label + notCounted(days) };
}

const countsAs = (day: StripDay, strip: Strip): string => {
  if (day.part === 'start') return say('charts', 'stripEnd', { word: strip.startWord });
  if (day.part === 'end') return say('charts', 'stripEnd', { word: strip.endWord });
  if (day.part === 'counted') return say('charts', 'stripCounted', { number: day.number ?? '' });
  if (day.part === 'left') return day.today ? say('charts', 'today') : say('charts', 'stripLeft');
  return isWeekend(day.day) ? say('charts', 'stripWeekend') : say('charts', 'stripHoliday', { name: day.why ?? '' });
};

/** The strip as a table: each day in full, and what it counts as. */
export function stripTable(strip: Strip): Figure['table'] {
  return {
    caption: say('charts', 'stripCaption'),
    head: [say('charts', 'day'), say('charts', 'stripCountsAs')],
    rows: strip.days.map((day) => {
      const what = countsAs(day, strip);
      const marked = day.today && day.part !== 'left' ? say('charts', 'stripToday', { what }) : what;
      return [formatDay(day.day), marked];
    }),
  };
}
