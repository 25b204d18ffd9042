import { decisionIn } from './decision-sentences.ts';
import type { Outcome } from './find.ts';
import { outcomeOf } from './outcomes.ts';
import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
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
    if (place.zone === 'documents' || place.zone === 'agenda' || place.zone === 'paper') continue;
    const numbered = (part: string | null) => numberOf(place, paragraph, part);
    if (place.lead?.of === 'decisions') found.push(...entryResolution(place, place.lead.recommended, numbered));
    else if (place.lead?.of === 'recommendations') continue;
    else found.push(...proseResolutions(place, zoned.slice(index + 1, index + 3), ownBody, numbered));
  }
  return withoutSummaries(found);
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

function proseResolutions(
  place: Zoned,
  following: readonly Zoned[],
  ownBody: string | null,
  numbered: (part: string | null) => string | null,
): FoundResolution[] {
  const { block } = place;
  if (place.zone === 'people') return [];
  const found: FoundResolution[] = [];
  const sentences = sentencesOf(block);
  for (const [index, sentence] of sentences.entries()) {
    if (place.leadsTo?.of === 'decisions' && index === sentences.length - 1) break;
    const decision = decisionIn(sentence, {
      index,
      sentences,
      following: following.map((each) => each.block.text),
      ownBody,
      column: block.column?.text ?? null,
      inMinutes: place.zone === 'minutes' || place.zone === 'summary',
    });
    for (const part of decision) {
      const mark = block.mark?.kind === 'part' ? block.mark.printed : null;
      found.push({ ...part, number: part.number ?? numbered(mark), zoned: place });
    }
  }
  return found;
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
  return found.filter(
    (each) =>
      each.zoned.zone !== 'summary' ||
      each.zoned.lead !== null ||
      !found.some(
        (other) =>
          other.zoned.zone === 'minutes' && other.zoned.heading === each.zoned.heading && other.zoned.heading !== null,
      ),
  );
}
