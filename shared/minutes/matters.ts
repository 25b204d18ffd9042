import { type Sentence, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type FoundMatter = { span: Sentence; asksForMore: boolean; zoned: Zoned };

const more =
  /^(?:(?:a |the )?(?:request|need|requirement) for|further (?:information|detail)|more information|details? (?:of|about|on)|information (?:about|on)|clarification)\b/i;

/** The entries of a list led by "matters raised included:", one find each. */
export function mattersIn(zoned: readonly Zoned[]): FoundMatter[] {
  return zoned.flatMap((place) => {
    if (place.lead?.of !== 'matters') return [];
    const span = spanOf(place.block, 0, place.block.text.length);
    return span === null ? [] : [{ span, asksForMore: more.test(span.text), zoned: place }];
  });
}
