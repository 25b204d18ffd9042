import type { Catalogue } from './catalogue.ts';

export const operationsWords = {
  en: {},
} satisfies Catalogue;
