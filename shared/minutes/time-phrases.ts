import { meetingShapes } from './time-meetings.ts';
import { periodShapes } from './time-periods.ts';
import { relativeShapes } from './time-relative.ts';
import type { TimeContext, TimePhrase, TimeShape } from './time-shape.ts';
import { windowInWords } from './window.ts';

const shapes: readonly TimeShape[] = [...meetingShapes, ...relativeShapes, ...periodShapes];

/** A quick look that spares most sentences every rule: each of them needs one of these words. */
const timeWord =
  /\b(?:meeting|agenda|board|committee|council|session|agm|day|week|month|year|quarter|annual|termly|basis|time|spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|course|soon|shortly|asap|available|date|future|opportunity|return|break|recess|\d{4}|\d{1,2}\/\d{1,2})/i;

/**
 * The words for a time to come in one sentence, in order, none overlapping: the longer reading wins. Whatever is wholly
 * before the meeting is history and left out.
 */
export function timePhrasesIn(sentence: string, context: TimeContext): TimePhrase[] {
  if (!timeWord.test(sentence)) return [];
  const found: TimePhrase[] = [];
  for (const shape of shapes) {
    for (const match of sentence.matchAll(shape.shape)) {
      const end = match.index + match[0].length;
      const before = sentence.slice(Math.max(0, match.index - 60), match.index);
      const reading = shape.read(match, context, sentence.slice(end, end + 24), before);
      if (reading === null) continue;
      found.push({
        start: match.index,
        end,
        raw: match[0].trim(),
        sort: shape.sort,
        relative: reading.relative ?? null,
        reckoned: reading.reckoned ?? null,
        recurring: reading.recurring ?? null,
      });
    }
  }
  return merged(apart(found), sentence, context);
}

function apart(found: TimePhrase[]): TimePhrase[] {
  const longestFirst = found.sort((a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b));
  const kept: TimePhrase[] = [];
  for (const phrase of longestFirst.slice(0, 40)) {
    if (kept.every((other) => phrase.end <= other.start || phrase.start >= other.end)) kept.push(phrase);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const ranks = ['meeting', 'day', 'deadline', 'relative', 'recurring', 'period', 'vague'] as const;
const rank = (phrase: TimePhrase): number => ranks.indexOf(phrase.sort);

/** "in Autumn 2020 and no later than the November meeting" is one time with a beginning and a last day. */
function merged(phrases: TimePhrase[], sentence: string, context: TimeContext): TimePhrase[] {
  const out: TimePhrase[] = [];
  for (const phrase of phrases) {
    const before = out.at(-1);
    const between = before === undefined ? '' : sentence.slice(before.end, phrase.start);
    const joined =
      before !== undefined && /^(?:,| and|, and|, but)? $/.test(between) ? joinedWith(before, phrase, sentence) : null;
    if (joined === null) out.push(phrase);
    else out[out.length - 1] = joined;
  }
  return out.filter((phrase) => !isPast(phrase, context));
}

function joinedWith(before: TimePhrase, phrase: TimePhrase, sentence: string): TimePhrase | null {
  if (!/^(?:no|not) later than/i.test(phrase.raw) || before.reckoned === null || phrase.reckoned === null) return null;
  const window = { from: before.reckoned.window.from, to: phrase.reckoned.window.to };
  if (window.from > window.to) return null;
  return {
    ...before,
    end: phrase.end,
    raw: sentence.slice(before.start, phrase.end),
    reckoned: { window, sum: `${before.reckoned.sum}; and ${phrase.reckoned.sum}; together ${windowInWords(window)}` },
  };
}

const isPast = (phrase: TimePhrase, { meetingDate }: TimeContext): boolean =>
  phrase.reckoned !== null && meetingDate !== null && phrase.reckoned.window.to <= meetingDate;
