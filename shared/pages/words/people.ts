import type { Catalogue } from './catalogue.ts';

export const peopleWords = {
  en: {},
} satisfies Catalogue;
