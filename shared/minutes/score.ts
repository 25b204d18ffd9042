import * as z from 'zod';
import type { GoldShape } from './gold-shape.ts';

/** What is read of a gold file; its other fields are notes for people. */
export const goldSchema = z.object({
  doc: z.string(),
  resolutions: z.array(z.object({ text: z.string(), outcome: z.string() })),
  actions: z.array(z.object({ text: z.string() })),
  reportBacks: z.array(
    z.object({ text: z.string(), window: z.object({ from: z.string(), to: z.string() }).nullish() }),
  ),
});
export type Gold = z.infer<typeof goldSchema>;

export const scored = ['resolutions', 'reportBacks', 'actions'] as const;
type Scored = (typeof scored)[number];

/** How many were matched, of how many found and how many wanted. */
export type Tally = { matched: number; found: number; wanted: number };
export type Score = Record<Scored, Tally>;

const GOLD_WORDS = 7;
const OPENING_WORDS = 12;
const ENOUGH = 0.7;

/** Words that only introduce a decision are no part of what was decided. */
const leadIn =
  /^(?:it was |and )?(?:\w{1,12}ly )?(?:resolved|agreed)\b(?: \([^)]{0,160}\))?(?: ?[-–—:]{1,2})? ?(?:that:?|to)? ?/i;
const mark = /^(?:[·•*-]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[).])\s+/i;

/** The first words of a text after its list mark and lead-in, in small letters and without punctuation. */
export function openingWords(text: string, count: number): string[] {
  const bare = text
    .trim()
    .replace(mark, '')
    .replace(leadIn, '')
    .replace(/^that /i, '');
  return wordsOf(bare === '' ? text : bare).slice(0, count);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}£%']+/gu) ?? [];

/** Whether at least 70 % of the gold text's first seven words are among the find's opening words. */
export function opensAlike(gold: string, found: string): boolean {
  const wanted = openingWords(gold, GOLD_WORDS);
  const opening = openingWords(found, OPENING_WORDS);
  let hits = 0;
  for (const word of wanted) {
    const at = opening.indexOf(word);
    if (at === -1) continue;
    opening.splice(at, 1);
    hits += 1;
  }
  return wanted.length > 0 && hits >= wanted.length * ENOUGH;
}

/** Scores one reading against its gold. Each find is matched at most once; a gold window, where there is one, must be equal. */
export function scoreReading(found: GoldShape, gold: Gold): Score {
  return {
    resolutions: tally(
      gold.resolutions,
      found.resolutions,
      (want, have) => want.outcome === have.outcome && opensAlike(want.text, have.text),
    ),
    reportBacks: tally(
      gold.reportBacks,
      found.reportBacks,
      (want, have) => sameWindow(want.window, have.window) && opensAlike(want.text, have.text),
    ),
    actions: tally(gold.actions, found.actions, (want, have) => opensAlike(want.text, have.text)),
  };
}

function sameWindow(want: Gold['reportBacks'][number]['window'], have: { from: string; to: string } | null): boolean {
  return !want || (have !== null && want.from === have.from && want.to === have.to);
}

function tally<W, H>(wanted: readonly W[], found: readonly H[], matches: (want: W, have: H) => boolean): Tally {
  const left = new Set(found);
  let matched = 0;
  for (const want of wanted) {
    const have = [...left].find((each) => matches(want, each));
    if (have === undefined) continue;
    left.delete(have);
    matched += 1;
  }
  return { matched, found: found.length, wanted: wanted.length };
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (kind: Scored): Tally =>
    scores.reduce(
      (total, { [kind]: each }) => ({
        matched: total.matched + each.matched,
        found: total.found + each.found,
        wanted: total.wanted + each.wanted,
      }),
      { matched: 0, found: 0, wanted: 0 },
    );
  return { resolutions: sum('resolutions'), reportBacks: sum('reportBacks'), actions: sum('actions') };
}

/** Precision, recall and F1, from 0 to 1. Nothing wanted and nothing found is a full score. */
export function measuresOf({ matched, found, wanted }: Tally): { precision: number; recall: number; f1: number } {
  if (found === 0 && wanted === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = found === 0 ? 0 : matched / found;
  const recall = wanted === 0 ? 0 : matched / wanted;
  return { precision, recall, f1: matched === 0 ? 0 : (2 * matched) / (found + wanted) };
}
