import type { Catalogue } from './catalogue.ts';

export const homeWords = {
  en: {},
} satisfies Catalogue;
