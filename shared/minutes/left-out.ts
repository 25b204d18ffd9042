import type { Find, LeftOut } from './find.ts';
import { sentencesOf } from './sentences.ts';
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
export function leftOutOf(zoned: readonly Zoned[], finds: readonly Find[], context: TimeContext): LeftOut[] {
  const out: LeftOut[] = [];
  const spans = finds.filter((find) => find.kind === 'promise' || find.kind === 'resolution');
  let next = 0;
  for (const place of zoned) {
    if (place.zone === 'documents' || place.zone === 'people' || place.isHeading) continue;
    for (const sentence of sentencesOf(place.block)) {
      while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next += 1;
      const isFound = (spans[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end;
      if (isFound || out.length >= MOST) continue;
      const reason = reasonFor(sentence.text, context);
      if (reason !== null) out.push({ start: sentence.start, end: sentence.end, text: sentence.text, reason });
    }
  }
  return out;
}

function reasonFor(words: string, context: TimeContext): string | null {
  if (anotherBody.test(words)) return 'A decision of another body, told here.';
  if (past.test(words) && words.length < 400) return 'Something decided or done before, told here.';
  const phrase = timePhrasesIn(words, context).find(({ sort }) => sort !== 'vague');
  return phrase === undefined ? null : `“${phrase.raw}” is a time in a description, not a promise to this body.`;
}
