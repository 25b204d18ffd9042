import type { Catalogue } from './catalogue.ts';

export const publicWords = {
  en: {},
} satisfies Catalogue;
