import { escapeMarkup } from './markup.ts';
import type { Language } from './words/catalogue.ts';
import type { words } from './words/index.ts';
import { wordsAtHand } from './words-at-hand.ts';

export type Area = keyof typeof words;

/** The keys of one area: asking for another is a type error in code and a thrown error in a template. */
export type Key<A extends Area> = keyof (typeof words)[A]['en'] & string;

/** What goes into the `{{slots}}` of a phrase. `count` also chooses between one and other. */
export type Slots = Record<string, string | number>;

/**
 * A phrase that is not in the catalogue, or whose file of words nobody has imported, or a slot that was not given: a mistake
 * in a page, found by its first test.
 */
export class WordsMissing extends Error {
  override name = 'WordsMissing';
}

const SLOT = /\{\{(\w+)\}\}/g;

const phrase = (path: string, slots: Slots, language: Language): string => {
  const [area = '', key = ''] = path.split('.');
  const found = wordsAtHand[area]?.[language][key];
  if (found === undefined) throw new WordsMissing(`There are no words at hand for "${path}" in "${language}"`);
  if (typeof found === 'string') return found;
  if (slots['count'] === undefined) throw new WordsMissing(`"${path}" has a singular and a plural and needs "count"`);
  return slots['count'] === 1 ? found.one : found.other;
};

const fill = (path: string, text: string, slots: Slots, change: (value: string) => string): string =>
  text.replaceAll(SLOT, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new WordsMissing(`"${path}" needs "${name}"`);
    return change(String(value));
  });

/** The words of `area.key` as plain text: what templates call `t`. Throws `WordsMissing`. */
export function sayPath(path: string, slots: Slots = {}, language: Language = 'en'): string {
  return fill(path, phrase(path, slots, language), slots, (value) => value);
}

/** The same as HTML: the phrase may hold `<b>` and the like, what is put into its slots is escaped. Throws `WordsMissing`. */
export function sayPathAsHtml(path: string, slots: Slots = {}, language: Language = 'en'): string {
  return fill(path, phrase(path, slots, language), slots, escapeMarkup);
}

/** The words for a page's code: `say('home', 'title')`. Plain text; a template escapes it. */
export function say<A extends Area>(area: A, key: Key<A>, slots: Slots = {}, language: Language = 'en'): string {
  return sayPath(`${area}.${key}`, slots, language);
}
