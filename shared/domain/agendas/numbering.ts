import type { Agenda, Numbering, Slot } from './agenda.ts';

type Numbered = Pick<Slot, 'itemId' | 'number' | 'publishedOn' | 'accessClass' | 'standing'>;
type Scheme = Pick<Agenda, 'numbering' | 'firstNumber' | 'series'>;

/** The part of the agenda that an item stands in: Part II is business from which the public is likely to be excluded. */
export type AgendaPart = 'public' | 'private';

export function partOfSlot({ accessClass }: Pick<Slot, 'accessClass'>): AgendaPart {
  return accessClass === 'private' ? 'private' : 'public';
}

/** Public business in its order, then the motion to exclude the public, then Part II in its order. */
export function inParts<T extends Numbered>(slots: readonly T[]): T[] {
  const rank = (slot: T): number => {
    if (partOfSlot(slot) === 'private') return 2;
    return slot.standing === 'exclusion' ? 1 : 0;
  };
  return slots.toSorted((a, b) => rank(a) - rank(b));
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function write(base: string, part: AgendaPart, { numbering, series }: Scheme): string {
  switch (numbering) {
    case 'plain':
      return base;
    case 'lettered':
      return `${part === 'public' ? 'A' : 'B'}${base}`;
    case 'year':
      return `${series}/${base.replace(/^\d+/, (digits) => twoDigits(Number(digits)))}`;
    case 'parts':
      return `${part === 'public' ? 1 : 2}.${base}`;
  }
}

/** 7 and 'B' of '7B', 'A7B', '19/07B' and '1.7B'. */
function read(number: string): { base: number; suffix: string } {
  const found = /(\d+)([A-Z]*)$/.exec(number);
  return { base: Number(found?.[1] ?? 0), suffix: found?.[2] ?? '' };
}

const ALPHABET = 26;

/** A, B … Z, AA, AB. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / ALPHABET);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((count - 1) % ALPHABET));
}

const placeOf = (suffix: string): number =>
  [...suffix].reduce((sum, letter) => sum * ALPHABET + letter.charCodeAt(0) - 64, 0);

type Counter = { highest: number; suffixes: Map<number, number> };

const note = ({ suffixes }: Counter, base: number, suffix: string): void => {
  suffixes.set(base, Math.max(suffixes.get(base) ?? 0, placeOf(suffix)));
};

/** One run of numbers: those published stand; one added between them gets a letter, one at the end the next number. */
function numberRun<T extends Numbered>(run: readonly T[], scheme: Scheme): T[] {
  const stands = run.flatMap(({ number, publishedOn }) => (publishedOn === null ? [] : [read(number)]));
  const first = scheme.numbering === 'plain' || scheme.numbering === 'year' ? scheme.firstNumber : 1;
  const counter: Counter = { highest: Math.max(first - 1, ...stands.map(({ base }) => base)), suffixes: new Map() };
  for (const { base, suffix } of stands) note(counter, base, suffix);
  const lastStanding = run.findLastIndex(({ publishedOn }) => publishedOn !== null);
  let before: number | null = null;
  return run.map((slot, index) => {
    if (slot.publishedOn !== null) {
      before = read(slot.number).base;
      return slot;
    }
    if (index < lastStanding && before !== null) {
      const count = (counter.suffixes.get(before) ?? 0) + 1;
      counter.suffixes.set(before, count);
      return { ...slot, number: write(`${before}${letters(count)}`, partOfSlot(slot), scheme) };
    }
    counter.highest += 1;
    return { ...slot, number: write(String(counter.highest), partOfSlot(slot), scheme) };
  });
}

const runsOn = (numbering: Numbering): boolean => numbering === 'plain' || numbering === 'year';

/**
 * Numbers the items of an agenda in the order of the list. Until an item is published its number follows its place;
 * afterwards it never changes, and what is added takes the next number, or a letter after the item before it.
 */
export function numbered<T extends Numbered>(slots: readonly T[], scheme: Scheme): T[] {
  const ordered = inParts(slots);
  if (runsOn(scheme.numbering)) return numberRun(ordered, scheme);
  return [
    ...numberRun(
      ordered.filter((slot) => partOfSlot(slot) === 'public'),
      scheme,
    ),
    ...numberRun(
      ordered.filter((slot) => partOfSlot(slot) === 'private'),
      scheme,
    ),
  ];
}

/** The number that the first item of the body's next agenda takes, where numbers run through the year. */
export function nextInSeries(last: Pick<Agenda, 'slots' | 'series'> | undefined, series: string): number {
  if (last === undefined || last.series !== series) return 1;
  return Math.max(0, ...last.slots.map(({ number }) => read(number).base)) + 1;
}
