import type { Catalogue } from './catalogue.ts';

export const helpWords = {
  en: {},
} satisfies Catalogue;
