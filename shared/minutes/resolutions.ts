import type { Decision } from './decision-parts.ts';
import type { Outcome } from './find.ts';
import { outcomeOf } from './outcomes.ts';
import { proseDecisions } from './prose-decisions.ts';
import { type Sentence, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

/** A decision found, before it is given its id. */
export type FoundResolution = {
  span: Sentence;
  number: string | null;
  outcome: Outcome;
  reason: string;
  confidence: 'certain' | 'likely' | 'check';
  zoned: Zoned;
};

/** Every decision, in order. `ownBody` is the body's name, so that another body's decision is told apart. */
export function resolutionsIn(zoned: readonly Zoned[], ownBody: string | null): FoundResolution[] {
  const found: FoundResolution[] = [];
  let paragraph: string | null = null;
  for (const [index, place] of zoned.entries()) {
    if (place.block.mark?.kind === 'paragraph') paragraph = place.block.mark.label;
    if (place.isHeading) paragraph = null;
    if (!mayDecide(place)) continue;
    const numbered = (part: string | null) => numberOf(place, paragraph, part);
    if (place.lead?.of === 'decisions' && place.leadsTo === null)
      found.push(...entryResolution(place, place.lead.recommended, numbered));
    else {
      const near = { before: zoned.slice(Math.max(0, index - 4), index), after: zoned.slice(index + 1, index + 3) };
      found.push(...told(place, proseDecisions(place, near, ownBody), numbered));
    }
  }
  return withoutSummaries(found);
}

const mayDecide = ({ zone, lead }: Zoned): boolean =>
  lead?.of === 'decisions' ||
  ((zone === 'head' || zone === 'minutes' || zone === 'summary') && lead?.of !== 'recommendations');

function told(
  place: Zoned,
  decisions: readonly Decision[],
  numbered: (part: string | null) => string | null,
): FoundResolution[] {
  const mark = place.block.mark?.kind === 'part' ? place.block.mark.printed : null;
  return decisions.map((decision) => ({ ...decision, number: decision.number ?? numbered(mark), zoned: place }));
}

/** An entry of a list that "RESOLVED that:" leads. */
function entryResolution(
  place: Zoned,
  recommended: boolean,
  numbered: (part: string | null) => string | null,
): FoundResolution[] {
  const { block } = place;
  const trimmed = block.text.replace(/[;,]?(?: and)?$/, '');
  const span = spanOf(block, 0, trimmed.length);
  if (span === null) return [];
  return [
    {
      span,
      number: numbered(block.mark?.label === '' ? null : (block.mark?.printed ?? null)),
      outcome: recommended ? 'recommended' : outcomeOf(span.text),
      reason: `${block.mark === null ? 'A paragraph' : 'A numbered part'} under words that lead a decision.`,
      confidence: 'certain',
      zoned: place,
    },
  ];
}

/** "92.1", "35/20(a)", "6.1a", "IV(i)"; on a page about one item the part alone. */
function numberOf(place: Zoned, paragraph: string | null, part: string | null): string | null {
  const bare = part === null ? null : part.replace(/[().]/g, '');
  if (paragraph !== null) return `${paragraph}${bare ?? ''}`;
  const item = place.heading?.number ?? null;
  if (item === null || !place.heading?.reason.startsWith('A')) return bare;
  if (part === null) return item;
  return part.startsWith('(') ? `${item}${part}` : `${item}.${bare}`;
}

/** Where an item has both a one-line "Decision:" and its minute, the minute counts. */
function withoutSummaries(found: readonly FoundResolution[]): FoundResolution[] {
  const minuted = new Set(found.filter(({ zoned }) => zoned.zone === 'minutes').map(({ zoned }) => zoned.heading));
  return found.filter(
    ({ zoned }) =>
      zoned.zone !== 'summary' || zoned.lead !== null || zoned.heading === null || !minuted.has(zoned.heading),
  );
}
