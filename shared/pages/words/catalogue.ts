/** A language of the pages. Another is added here, and in each area's catalogue. */
export type Language = 'en';

/** One phrase: text with `{{slots}}`, or two texts of which `count` chooses one. */
export type Phrase = string | { one: string; other: string };

/** The words of one area of the pages, in each language. */
export type Catalogue = { [language in Language]: Record<string, Phrase> };
