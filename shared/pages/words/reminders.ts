import type { Catalogue } from './catalogue.ts';

export const remindersWords = {
  en: {},
} satisfies Catalogue;
