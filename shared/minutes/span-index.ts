import type { Sentence } from './sentences.ts';

/** Finds in order of place, looked up by halving, so that asking for every sentence stays linear in the text. */
export class SpanIndex<T extends { span: Sentence }> {
  readonly #sorted: readonly T[];
  constructor(all: readonly T[]) {
    this.#sorted = all.toSorted((a, b) => a.span.start - b.span.start);
  }

  /** One that shares at least a character with the span, or null. */
  overlapping(span: Sentence): T | null {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.span.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const found = this.#sorted[low];
    return found !== undefined && found.span.start < span.end ? found : null;
  }
}
