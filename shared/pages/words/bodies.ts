import type { Catalogue } from './catalogue.ts';

export const bodiesWords = {
  en: {},
} satisfies Catalogue;
