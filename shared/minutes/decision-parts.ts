import { outcomeOf } from './outcomes.ts';
import type { FoundResolution } from './resolutions.ts';
import type { Sentence } from './sentences.ts';

export type Surroundings = {
  index: number;
  sentences: readonly Sentence[];
  /** The sentences of the blocks just before, cut only when asked for. */
  preceding: () => readonly Sentence[];
  /** The words of the next blocks. */
  following: readonly string[];
  ownBody: string | null;
  /** The right-hand column beside the block. */
  column: string | null;
  inMinutes: boolean;
};
export type Decision = Omit<FoundResolution, 'zoned'>;

/** A decision in the words of a span, or in those of its words that say the outcome. */
export function decision(
  span: Sentence,
  reason: string,
  confidence: Decision['confidence'],
  words = span.text,
): Decision {
  return { span, number: null, outcome: outcomeOf(words), reason, confidence };
}
