import { type Action, actionInDecision, actionInTalk, unownedIn } from './actions.ts';
import { titledName } from './actors.ts';
import { clausesOf } from './clauses.ts';
import type { PromiseKind } from './find.ts';
import type { FoundPromise, PageSort } from './promises.ts';
import { type Mood, type ReportBack, reportBackIn } from './report-backs.ts';
import type { FoundResolution } from './resolutions.ts';
import { type Sentence, spanOf } from './sentences.ts';
import type { SpanIndex } from './span-index.ts';
import { timePhrasesIn } from './time-phrases.ts';
import type { TimeContext } from './time-shape.ts';
import type { Zoned } from './zones.ts';

/** What is known when a sentence is asked for its promises. */
export type Known = { resolutions: SpanIndex<FoundResolution>; page: PageSort; context: TimeContext };

/** A clause with the decision it stands in, if any, and how it is to be read. */
type Clause = { span: Sentence; place: Zoned; resolution: FoundResolution | null; mood: Mood };

/** The promises of one sentence: none, one, or one for each clause that makes its own. */
export function promisesInSentence(sentence: Sentence, place: Zoned, known: Known): FoundPromise[] {
  const clauses = clausesOf(sentence);
  const promises = clauses.flatMap((span) => {
    const resolution = known.resolutions.overlapping(span);
    return inClause({ span, place, resolution, mood: moodOf(place, resolution, known.page) }, known.context);
  });
  const only = promises[0];
  // A sentence whose one promise stands in its first clause is kept whole: the rest says what it is about.
  if (promises.length === 1 && only !== undefined && only.span.start === clauses[0]?.start && clauses.length > 1)
    return [{ ...only, span: only.resolution?.span.start === only.span.start ? only.resolution.span : sentence }];
  return promises;
}

function moodOf(place: Zoned, resolution: FoundResolution | null, page: PageSort): Mood {
  if (resolution !== null || place.lead?.of === 'decisions' || place.lead?.of === 'recommendations') return 'decision';
  return page === 'paper' ? 'paper' : 'talk';
}

function inClause(clause: Clause, context: TimeContext): FoundPromise[] {
  const { span, place, resolution, mood } = clause;
  const words = resolution === null ? span.text : wordsOfDecision(span.text);
  const action = actionIn(clause, words);
  const back = reportBackIn(words, action !== null && mood === 'talk' ? 'action' : mood, context);
  if (back === null && action === null) return [];
  if (action !== null && place.zone === 'summary' && place.lead === null) return [];
  return [promiseOf(clause, { back, action }, context)];
}

function actionIn({ mood, place, resolution, span }: Clause, words: string): Action | null {
  if (mood === 'paper' || place.lead?.of === 'recommendations') return null;
  if (resolution !== null) return actionInDecision(words);
  return actionInTalk(span.text) ?? (mood === 'talk' && place.zone === 'minutes' ? unownedIn(span.text) : null);
}

/** The words of a decision without "RESOLVED that" and without who moved it. */
const wordsOfDecision = (words: string): string =>
  words
    .replace(/^(?:It was )?(?:\w{1,12}ly )?(?:RESOLVED|AGREED|Resolved)\b(?: ?\([^)]{0,160}\))? ?[-–:]{0,2} ?/, '')
    .replace(/^.{0,60}\b(?:agreed|AGREED|RESOLVED|resolved) (?=to |that )/, '');

type Parts = { back: ReportBack | null; action: Action | null };

function promiseOf(clause: Clause, { back, action }: Parts, context: TimeContext): FoundPromise {
  const span = spanFor(clause, { back, action });
  const kinds: PromiseKind[] = [];
  if (action !== null) kinds.push('action');
  if (back !== null) kinds.push('report-back');
  const phrase = back === null ? (timePhrasesIn(span.text, context).at(-1) ?? null) : back.phrase;
  return {
    span,
    kinds,
    owner: action === null ? null : (action.owner ?? namedBefore(span)),
    number: null,
    phrase,
    rawDue: phrase?.raw ?? null,
    status: null,
    reason: [action?.reason, back?.reason].filter(Boolean).join(' '),
    confidence: back?.confidence ?? action?.confidence ?? 'check',
    resolution: clause.resolution,
    zoned: clause.place,
  };
}

/** From where the decision begins, or from who is to act, to the end of the clause. */
function spanFor({ span, resolution }: Clause, { back, action }: Parts): Sentence {
  const to = span.from + span.text.length;
  if (resolution !== null && resolution.span.from > span.from && resolution.span.from < to)
    return spanOf(span.block, resolution.span.from, to) ?? span;
  if (action === null || back !== null || action.start === 0 || resolution !== null) return span;
  return spanOf(span.block, span.from + action.start, to) ?? span;
}

/** "It was agreed that she circulate her notes": whoever the paragraph named last before it. */
function namedBefore(span: Sentence): string | null {
  const before = span.block.text.slice(Math.max(0, span.from - 600), span.from);
  return [...before.matchAll(titledName)].at(-1)?.[0] ?? null;
}
