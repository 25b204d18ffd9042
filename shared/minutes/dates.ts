import type { Day } from '../domain/calendar/day.ts';
import { dayOf, monthNumber } from './days.ts';

/** Month names as a pattern; short forms need a full stop or an end. "May" the verb is told apart by what stands round it. */
export const monthPattern =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';

/** A written day, with or without its year, as a pattern with no groups. */
export const datePattern = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?(?:\\d{1,2} ?(?:st|nd|rd|th|ST|ND|RD|TH)? (?:of )?${monthPattern}(?:,? (?:19|20)\\d{2})?|${monthPattern} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|\\d{1,2}\\/\\d{1,2}\\/(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2})`;

export type WrittenDay = { start: number; end: number; text: string; day: Day | null; yearSaid: boolean };

const writtenDay = new RegExp(
  `(\\d{1,2}) ?(?:st|nd|rd|th|ST|ND|RD|TH)? (?:of )?(${monthPattern})(?:,? ((?:19|20)\\d{2})\\b)?|(${monthPattern}) (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})|\\b(\\d{1,2})\\/(\\d{1,2})\\/(\\d{4}|\\d{2})\\b|\\b(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`,
  'g',
);

/**
 * The days written in a text. A day without a year is taken as the first such day on or after `from`, or null without one.
 */
export function daysIn(text: string, from: Day | null): WrittenDay[] {
  const found: WrittenDay[] = [];
  for (const match of text.matchAll(writtenDay)) {
    const yearSaid = (match[3] ?? match[6] ?? match[9] ?? match[10]) !== undefined;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      day: dayFrom(match, from),
      yearSaid,
    });
  }
  return found;
}

function dayFrom(match: RegExpExecArray, from: Day | null): Day | null {
  if (match[2] !== undefined) {
    const month = monthNumber(match[2]);
    if (month === null) return null;
    if (match[3] !== undefined) return dayOf(Number(match[3]), month, Number(match[1]));
    return from === null ? null : nextDate(from, month, Number(match[1]));
  }
  if (match[4] !== undefined) return dayOf(Number(match[6]), monthNumber(match[4]) ?? 0, Number(match[5]));
  if (match[7] !== undefined) {
    const year = Number(match[9]);
    return dayOf(year < 100 ? 2000 + year : year, Number(match[8]), Number(match[7]));
  }
  return dayOf(Number(match[10]), Number(match[11]), Number(match[12]));
}

function nextDate(from: Day, month: number, date: number): Day | null {
  const year = Number(from.slice(0, 4));
  const same = dayOf(year, month, date);
  return same !== null && same >= from ? same : dayOf(year + 1, month, date);
}
