import type { Catalogue } from './catalogue.ts';

export const minutesWords = {
  en: {},
} satisfies Catalogue;
