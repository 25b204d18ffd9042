import type { PromiseKind } from './find.ts';
import { type LabelledAction, labelledActionsIn } from './labelled-actions.ts';
import { promisesInSentence } from './promise-clauses.ts';
import { type ReportBack, reportBackIn } from './report-backs.ts';
import type { FoundResolution } from './resolutions.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { SpanIndex } from './span-index.ts';
import { tabledActionsIn } from './tabled-actions.ts';
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
  decided: readonly FoundResolution[],
  page: PageSort,
  context: TimeContext,
): FoundPromise[] {
  if (page === 'neither') return [];
  const labelled = [...labelledActionsIn(zoned), ...tabledActionsIn(zoned)].map((each) => fromLabel(each, context));
  const taken = new SpanIndex(labelled);
  const resolutions = new SpanIndex(decided);
  const told = zoned.filter(mayPromise).flatMap((place) => {
    const promises = sentencesOf(place.block).flatMap((sentence) =>
      promisesInSentence(sentence, place, { resolutions, page, context }),
    );
    return promises.some((promise) => promise.kinds.includes('action'))
      ? promises
      : [...promises, ...fromColumn(place, context)];
  });
  const out = [...labelled, ...told.filter((promise) => taken.overlapping(promise.span) === null)];
  return out.sort((a, b) => a.span.start - b.span.start);
}

const mayPromise = ({ zone, lead }: Zoned): boolean =>
  zone !== 'documents' && zone !== 'people' && (zone !== 'agenda' || lead?.of === 'recommendations');

/** The right-hand column names who is to act on the paragraph beside it. */
function fromColumn(place: Zoned, context: TimeContext): FoundPromise[] {
  const owner = place.block.column?.text;
  if (
    owner === undefined ||
    /^[a-z]/.test(place.block.text) ||
    /^(?:noted|agreed|approved|resolved|deferred)/i.test(owner)
  )
    return [];
  const span = sentencesOf(place.block).at(-1);
  if (span === undefined) return [];
  const reason = 'The column beside it names who is to act.';
  return [fromLabel({ span, owner, number: null, due: null, status: null, reason, zoned: place }, context)];
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
