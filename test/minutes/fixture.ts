import { readdirSync, readFileSync } from 'node:fs';
import type { Find, FindKind, FindOf, Reading } from '../../shared/minutes/find.ts';

const fixtures = new URL('../fixtures/', import.meta.url);

export const seedText = (name: string): string => readFileSync(new URL(`seeds/${name}.txt`, fixtures), 'utf8');

export const seedGold = (number: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`seeds-gold/seed-${number}.gold.json`, fixtures), 'utf8'));

export type Pair = { name: string; text: string; gold: unknown };

/** The modelled texts with their gold, in order. */
export function modelledPairs(): Pair[] {
  const folder = new URL('modelled/', fixtures);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
    gold: JSON.parse(readFileSync(new URL(name.replace(/txt$/, 'gold.json'), folder), 'utf8')),
  }));
}

export function findsOf<K extends FindKind>(reading: Reading, kind: K): FindOf<K>[] {
  return reading.finds.filter((find: Find): find is FindOf<K> => find.kind === kind);
}

/** White space folded, as a find's text is. */
export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
