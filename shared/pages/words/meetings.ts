import type { Catalogue } from './catalogue.ts';

export const meetingsWords = {
  en: {},
} satisfies Catalogue;
