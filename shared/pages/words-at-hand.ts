import type { Catalogue } from './words/catalogue.ts';

/** The words that have been imported so far, by the area that `say` and templates ask for. */
export const wordsAtHand: Record<string, Catalogue> = {};

/** Called by each file of `words/`: importing it puts its words at hand. */
export function addWords(words: Record<string, Catalogue>): void {
  Object.assign(wordsAtHand, words);
}
