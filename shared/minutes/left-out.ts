import type { LeftOut } from './find.ts';
import type { FoundPromise } from './promises.ts';
import type { FoundResolution } from './resolutions.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { SpanIndex } from './span-index.ts';
import { timePhrasesIn } from './time-phrases.ts';
import type { TimeContext } from './time-shape.ts';
import type { Zoned } from './zones.ts';

const anotherBody =
  /\b(?:[A-Z][\w&'’-]{1,25} (?:and |& |of )?){1,6}(?:Board|Committee|Council|Cabinet|Governing Body|Panel) (?:subsequently |then |also |had |has )?(?:adopted|agreed|approved|endorsed|gave approval)\b|\bthe Governing Body gave approval\b/;
const past =
  /\b(?:was|were|had been|has been|have been|had|has) (?:\w{1,14}ly )?(?:agreed|approved|adopted|resolved)\b/;
const MOST = 20;

/**
 * What was read and left out, with why: times in descriptions, and decisions of other bodies or of other days. At most twenty,
 * so that a long report is not repeated.
 */
export function leftOutOf(zoned: readonly Zoned[], known: Known): LeftOut[] {
  const taken = new SpanIndex<{ span: Sentence }>([...known.promises, ...known.resolutions]);
  const out: LeftOut[] = [];
  for (const place of zoned) {
    if (out.length >= MOST) break;
    if (place.zone === 'documents' || place.zone === 'people' || place.isHeading) continue;
    out.push(...leftOutOfBlock(place, taken, known.context));
  }
  return out.slice(0, MOST);
}

type Known = { promises: readonly FoundPromise[]; resolutions: readonly FoundResolution[]; context: TimeContext };

function leftOutOfBlock(place: Zoned, taken: SpanIndex<{ span: Sentence }>, context: TimeContext): LeftOut[] {
  return sentencesOf(place.block).flatMap((sentence) => {
    const reason = taken.overlapping(sentence) === null ? reasonFor(sentence.text, context) : null;
    const { start, end, text } = sentence;
    return reason === null ? [] : [{ start, end, text, reason }];
  });
}

function reasonFor(words: string, context: TimeContext): string | null {
  if (anotherBody.test(words)) return 'A decision of another body, told here.';
  if (past.test(words) && words.length < 400) return 'Something decided or done before, told here.';
  const phrase = timePhrasesIn(words, context).find(({ sort }) => sort !== 'vague');
  return phrase === undefined ? null : `“${phrase.raw}” is a time in a description, not a promise to this body.`;
}
