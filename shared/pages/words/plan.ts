import type { Catalogue } from './catalogue.ts';

export const planWords = {
  en: {},
} satisfies Catalogue;
