import { type Relative, relativeSchema } from './find.ts';
import { month, number, numberOf } from './time-patterns.ts';
import type { TimeReading, TimeShape } from './time-shape.ts';
import { relativeWindow } from './window.ts';

const counted = new RegExp(
  `\\b(in|within|after|In|Within|After) (?:the |a |an )?(?:next |following |further |another |period of |maximum of ){0,2}(?:approximately |about |around |roughly |some |say )?(${number})(?: ?(?:to|or|-|–) ?(${number}))? (day|week|month|year)s?['’]{0,1}(?: time| or so)?\\b(?:['’])?`,
  'g',
);
const countedTime = new RegExp(
  `\\b(${number})(?: ?(?:to|or|-|–) ?(${number}))? (day|week|month|year)s?['’]? time\\b`,
  'g',
);

function relativeOf(lead: string, first: string, second: string | undefined, unit: string): Relative | null {
  const max = numberOf(second ?? first);
  const min = lead.toLowerCase() === 'within' && second === undefined ? 0 : numberOf(first);
  const parsed = relativeSchema.safeParse({ unit, min, max });
  return parsed.success ? parsed.data : null;
}

function readCounted(relative: Relative | null, context: Parameters<TimeShape['read']>[1]): TimeReading | null {
  if (relative === null) return null;
  const { meetingDate } = context;
  return { relative, reckoned: meetingDate === null ? null : relativeWindow(relative, meetingDate) };
}

/** Times counted from the meeting, and times that come again. */
export const relativeShapes: readonly TimeShape[] = [
  {
    sort: 'relative',
    shape: counted,
    // "within two months of it being available" is counted from something else.
    read: (match, context, after) =>
      /^ (?:of|from|after|prior|before)\b/.test(after)
        ? null
        : readCounted(relativeOf(match[1] ?? '', match[2] ?? '', match[3], match[4] ?? ''), context),
  },
  {
    sort: 'relative',
    shape: countedTime,
    read: (match, context) => readCounted(relativeOf('in', match[1] ?? '', match[2], match[3] ?? ''), context),
  },
  {
    sort: 'recurring',
    shape: /\b(?:to|at|for|in) (?:every|each) (?:[\w'’-]{1,30} ){0,2}?meeting\b/g,
    read: () => ({ recurring: 'every meeting' }),
  },
  {
    sort: 'recurring',
    shape: new RegExp(`\\b(annually|yearly)(?: (?:each|every|in) (${month}))?|\\b(?:each|every) (${month})\\b`, 'g'),
    read: (match) => {
      const inMonth = match[2] ?? match[3];
      return { recurring: inMonth === undefined ? 'annually' : `annually, ${inMonth}` };
    },
  },
  {
    sort: 'recurring',
    shape: new RegExp(
      `\\b(?:(?:each|every) (?:other )?(?:(?:${number}) )?(?:weeks?|months?|years?|quarter|cycle)|quarterly|monthly|weekly|fortnightly|six[- ]monthly|half[- ]yearly|bi-?annually|bi-?monthly|(?:once|twice|three times|four times) (?:a|each|per) year|on an? (?:[\\w-]{1,20} )?(?:quarterly|annual|monthly|regular|six[- ]monthly|termly) basis|termly|at regular intervals)\\b`,
      'gi',
    ),
    read: (match) => ({ recurring: recurringName(match[0].toLowerCase()) }),
  },
];

const recurringName = (words: string): string =>
  /quarterly|monthly|annual/.exec(words)?.[0].replace(/^annual$/, 'annually') ?? words;
