import { type Action, actionInDecision, actionInTalk } from './actions.ts';
import { clausesOf } from './clauses.ts';
import type { PromiseKind } from './find.ts';
import { type LabelledAction, labelledActionsIn, tabledActionsIn } from './labelled-actions.ts';
import { type Mood, type ReportBack, reportBackIn } from './report-backs.ts';
import type { FoundResolution } from './resolutions.ts';
import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import { timePhrasesIn } from './time-phrases.ts';
import type { TimeContext, TimePhrase } from './time-shape.ts';
import type { Zoned } from './zones.ts';

/** One commitment found, before it is given its id. */
export type FoundPromise = {
  span: Sentence;
  kinds: PromiseKind[];
  owner: string | null;
  number: string | null;
  phrase: TimePhrase | null;
  rawDue: string | null;
  status: LabelledAction['status'];
  reason: string;
  confidence: 'certain' | 'likely' | 'check';
  resolution: FoundResolution | null;
  zoned: Zoned;
};

/** What sort of page it is decides how much of its talk can promise anything. */
export type PageSort = 'record' | 'paper' | 'neither';

/** Every promise, in order, each once: an action that is also a report-back is one commitment with both kinds. */
export function promisesIn(
  zoned: readonly Zoned[],
  resolutions: readonly FoundResolution[],
  page: PageSort,
  context: TimeContext,
): FoundPromise[] {
  const set = [...labelledActionsIn(zoned), ...tabledActionsIn(zoned)].map((action) => fromLabel(action, context));
  const taken = set.map(({ span }) => span);
  const found = [...set];
  for (const place of zoned) {
    if (place.zone === 'documents' || place.zone === 'people' || page === 'neither') continue;
    if (place.zone === 'agenda' && place.lead?.of !== 'recommendations') continue;
    for (const sentence of sentencesOf(place.block))
      found.push(...inSentence(sentence, place, resolutions, page, context));
  }
  const out = found.filter(
    (promise, index) => index < set.length || !taken.some((span) => overlaps(span, promise.span)),
  );
  return out.sort((a, b) => a.span.start - b.span.start);
}

const overlaps = (a: Sentence, b: Sentence): boolean => a.start < b.end && b.start < a.end;

function moodOf(place: Zoned, resolution: FoundResolution | null, page: PageSort): Mood {
  if (resolution !== null || place.lead?.of === 'decisions') return 'decision';
  if (place.lead?.of === 'recommendations') return 'decision';
  return page === 'paper' ? 'paper' : 'talk';
}

function inSentence(
  sentence: Sentence,
  place: Zoned,
  resolutions: readonly FoundResolution[],
  page: PageSort,
  context: TimeContext,
): FoundPromise[] {
  const clauses = clausesOf(sentence);
  const promises = clauses.flatMap((clause) => {
    const resolution = resolutions.find((each) => overlaps(each.span, clause)) ?? null;
    return inClause(clause, place, resolution, moodOf(place, resolution, page), context);
  });
  const only = promises[0];
  // A sentence with one promise, in its first clause or told of by "advised that", is kept whole.
  if (promises.length === 1 && only !== undefined && only.span.start === clauses[0]?.start && clauses.length > 1)
    return [{ ...only, span: only.resolution?.span.start === only.span.start ? only.resolution.span : sentence }];
  return promises;
}

function inClause(
  clause: Sentence,
  place: Zoned,
  resolution: FoundResolution | null,
  mood: Mood,
  context: TimeContext,
): FoundPromise[] {
  const words = wordsOfDecision(clause, resolution);
  const back = reportBackIn(words, mood, context);
  const action =
    mood === 'paper' || place.lead?.of === 'recommendations'
      ? null
      : resolution === null
        ? actionInTalk(clause.text)
        : actionInDecision(words);
  if (back === null && action === null) return [];
  if (action !== null && place.zone === 'summary' && place.lead === null) return [];
  const span = spanFor(clause, action, back, resolution);
  return [promiseOf(span, { back, action, resolution, place, context, mood })];
}

/** The words of a decision without "RESOLVED that" and without who moved it. */
function wordsOfDecision(clause: Sentence, resolution: FoundResolution | null): string {
  if (resolution === null) return clause.text;
  return clause.text
    .replace(/^(?:It was )?(?:\w{1,12}ly )?(?:RESOLVED|AGREED|Resolved)\b(?: ?\([^)]{0,160}\))? ?[-–:]{0,2} ?/, '')
    .replace(/^.{0,60}\b(?:agreed|AGREED|RESOLVED|resolved) (?=to |that )/, '');
}

function spanFor(
  clause: Sentence,
  action: Action | null,
  back: ReportBack | null,
  resolution: FoundResolution | null,
): Sentence {
  if (
    resolution !== null &&
    resolution.span.start >= clause.start &&
    resolution.span.start < clause.end &&
    resolution.span.end >= clause.end
  )
    return {
      ...clause,
      start: resolution.span.start,
      text: clause.text.slice(clause.text.length - lengthWithin(clause, resolution)),
    };
  if (action === null || back !== null || action.start === 0 || resolution !== null) return clause;
  const offset = Math.max(0, clause.block.text.indexOf(clause.text));
  return spanOf(clause.block, offset + action.start, offset + clause.text.length) ?? clause;
}

/** How many of a clause's characters lie inside the resolution that begins in it. */
function lengthWithin(clause: Sentence, resolution: FoundResolution): number {
  const at = clause.text.indexOf(resolution.span.text.slice(0, 30));
  return at === -1 ? clause.text.length : clause.text.length - at;
}

type Parts = {
  back: ReportBack | null;
  action: Action | null;
  resolution: FoundResolution | null;
  place: Zoned;
  context: TimeContext;
  mood: Mood;
};

function promiseOf(span: Sentence, { back, action, resolution, place, context }: Parts): FoundPromise {
  const kinds: PromiseKind[] = [];
  if (action !== null) kinds.push('action');
  if (back !== null) kinds.push('report-back');
  const phrase = back === null ? (timePhrasesIn(span.text, context).at(-1) ?? null) : back.phrase;
  return {
    span,
    kinds,
    owner: action?.owner ?? null,
    number: null,
    phrase,
    rawDue: phrase?.raw ?? null,
    status: null,
    reason: [action?.reason, back?.reason].filter(Boolean).join(' '),
    confidence: back?.confidence ?? action?.confidence ?? 'check',
    resolution,
    zoned: place,
  };
}

function fromLabel(action: LabelledAction, context: TimeContext): FoundPromise {
  const words = action.due === null ? action.span.text : `${action.span.text} by ${action.due}`;
  const back = action.due === null ? reportBackIn(action.span.text, 'action', context) : tabledBack(action, context);
  const phrase = back?.phrase ?? timePhrasesIn(words, context).at(-1) ?? null;
  return {
    span: action.span,
    kinds: back === null ? ['action'] : ['action', 'report-back'],
    owner: action.owner,
    number: action.number,
    phrase,
    rawDue: action.due ?? phrase?.raw ?? null,
    status: action.status,
    reason: action.reason,
    confidence: 'certain',
    resolution: null,
    zoned: action.zoned,
  };
}

/** A row comes back to the body when its task says so; its due date is then the meeting it comes back to. */
function tabledBack(action: LabelledAction, context: TimeContext): ReportBack | null {
  if (
    action.status === 'closed' ||
    !/\b(?:report|present|bring|return)\w*\b.{0,120}\b(?:board|committee|council|cabinet|governing body|members|meeting)\b/i.test(
      action.span.text,
    )
  )
    return null;
  const phrase =
    timePhrasesIn(`in ${action.due ?? ''}`, context)[0] ?? timePhrasesIn(`on ${action.due ?? ''}`, context)[0] ?? null;
  return { phrase, reason: 'It comes back to a body.', confidence: 'certain' };
}
