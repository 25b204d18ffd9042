import type { Block } from './blocks.ts';

/** A sentence, or the part of one that stands alone: its place in the source, and where it begins in its block's text. */
export type Sentence = { start: number; end: number; from: number; text: string; block: Block };

const abbreviations = new Set(
  'mr mrs ms miss dr prof rev revd hon cllr cllrs clr supt insp sgt pc no nos st etc vs approx inc ltd co e.g i.e para fig ref tel ext min art s.o chq prop jan feb mar apr jun jul aug sep sept oct nov dec p pp'.split(
    ' ',
  ),
);

/** Cuts a block at full stops that end a sentence: not after "Cllr.", an initial, a number's point or an abbreviation. */
export function sentencesOf(block: Block): Sentence[] {
  const { text } = block;
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isEnd(text, at)) continue;
    let stop = at + 1;
    while (stop < text.length && /["'”’)\]]/.test(text.charAt(stop))) stop += 1;
    push(sentences, block, from, stop);
    from = stop;
  }
  push(sentences, block, from, text.length);
  return sentences;
}

function isEnd(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character !== '.' && character !== '?' && character !== '!') return false;
  const after = text.slice(at + 1, at + 8);
  if (!/^["'”’)\]]{0,3} {1,2}["'“‘([]?[A-Z0-9£•]/.test(after)) return false;
  if (character !== '.') return true;
  const before = text.slice(Math.max(0, at - 12), at);
  const word = /[A-Za-z.]+$/.exec(before)?.[0] ?? '';
  if (/^[A-Z]$/.test(word) || /\b[A-Z]\.[A-Z]$/.test(word)) return false;
  return !abbreviations.has(word.toLowerCase()) || (word === 'no' && /^ [A-Z]/.test(after));
}

function push(sentences: Sentence[], block: Block, from: number, to: number): void {
  const sentence = spanOf(block, from, to);
  if (sentence !== null) sentences.push(sentence);
}

/** A stretch of a block without the spaces around it, or null when nothing is left. */
export function spanOf(block: Block, from: number, to: number): Sentence | null {
  const raw = block.text.slice(from, to);
  const text = raw.trim();
  if (text === '') return null;
  const first = from + raw.length - raw.trimStart().length;
  return { start: block.at(first), end: block.at(first + text.length - 1) + 1, from: first, text, block };
}

/** One span from the start of `first` to the end of `last`, both of one block; null when they are not, or are far apart. */
export function joinSpans(first: Sentence, last: Sentence): Sentence | null {
  const to = last.from + last.text.length;
  if (first.block !== last.block || to - first.from > LONGEST_JOINED) return null;
  return spanOf(last.block, first.from, to);
}

const LONGEST_JOINED = 3000;
