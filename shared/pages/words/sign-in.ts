import type { Catalogue } from './catalogue.ts';

export const signInWords = {
  en: {},
} satisfies Catalogue;
