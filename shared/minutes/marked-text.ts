import type { Find, LeftOut } from './find.ts';

/** How a mark is drawn beside its number: never by colour alone. */
export type Tone = 'plain' | 'resolution' | 'check';

/** A stretch of the source. `begins` are the numbers of the finds that begin with it; `tone` is null outside every find. */
export type Stretch = {
  readonly text: string;
  readonly tone: Tone | null;
  readonly leftOut: boolean;
  readonly begins: readonly { readonly number: number; readonly tone: Tone }[];
};

type Numbered = { readonly find: Find; readonly number: number };

/** What is decided stands out from what is in doubt, and that from the rest. */
export function toneOf(find: Find): Tone {
  if (find.confidence === 'check') return 'check';
  return find.kind === 'resolution' || find.kind === 'promise' ? 'resolution' : 'plain';
}

const strongest = (tones: readonly Tone[]): Tone | null => {
  if (tones.includes('resolution')) return 'resolution';
  if (tones.includes('check')) return 'check';
  return tones.length > 0 ? 'plain' : null;
};

/**
 * The source cut wherever a find or something left out begins or ends, in order: joined, it is the source again. Finds may
 * share their words (a promise stands in a resolution) or stand within one another.
 */
export function markedText(source: string, finds: readonly Find[], leftOut: readonly LeftOut[]): readonly Stretch[] {
  const numbered = finds.map((find, index): Numbered => ({ find, number: index + 1 }));
  const waiting = numbered.toSorted((a, b) => a.find.start - b.find.start || a.number - b.number);
  const out = leftOut.toSorted((a, b) => a.start - b.start);
  const cuts = [...finds, ...leftOut].flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, ...cuts, source.length])].filter((at) => at <= source.length).toSorted((a, b) => a - b);
  let open: readonly Numbered[] = [];
  let [next, nextOut] = [0, 0];
  return edges.slice(0, -1).map((from, index): Stretch => {
    const begun: Numbered[] = [];
    for (let one = waiting[next]; one !== undefined && one.find.start <= from; one = waiting[next]) {
      begun.push(one);
      next += 1;
    }
    open = [...open, ...begun].filter(({ find }) => find.end > from);
    while ((out[nextOut]?.end ?? Number.POSITIVE_INFINITY) <= from) nextOut += 1;
    return {
      text: source.slice(from, edges[index + 1]),
      tone: strongest(open.map(({ find }) => toneOf(find))),
      leftOut: open.length === 0 && (out[nextOut]?.start ?? Number.POSITIVE_INFINITY) <= from,
      begins: begun.map(({ find, number }) => ({ number, tone: toneOf(find) })),
    };
  });
}
