import type { Catalogue } from './catalogue.ts';

export const procedureWords = {
  en: {},
} satisfies Catalogue;
