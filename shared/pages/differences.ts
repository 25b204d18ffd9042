/** A stretch of one version; `changed` where the other version has something else. */
export interface Stretch {
  text: string;
  changed: boolean;
}

const WORDS = /\s+|[^\s]+/g;

const sharedAtStart = (one: string[], other: string[]): number => {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
};

const stretches = (words: string[], start: number, end: number): Stretch[] => {
  const parts = [
    { text: words.slice(0, start).join(''), changed: false },
    { text: words.slice(start, end).join(''), changed: true },
    { text: words.slice(end).join(''), changed: false },
  ];
  return parts.filter((part) => part.text !== '');
};

/**
 * Two versions of one field, word by word: what both begin and end with is plain, what stands between is marked changed.
 * An empty version has no stretches.
 */
export function sideBySide(theirs: string, yours: string): { theirs: Stretch[]; yours: Stretch[] } {
  const [one, other] = [theirs.match(WORDS) ?? [], yours.match(WORDS) ?? []];
  const start = sharedAtStart(one, other);
  const end = sharedAtStart(one.slice(start).reverse(), other.slice(start).reverse());
  return {
    theirs: stretches(one, start, one.length - end),
    yours: stretches(other, start, other.length - end),
  };
}
