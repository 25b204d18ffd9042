import type { Catalogue } from './catalogue.ts';

export const resolutionsWords = {
  en: {},
} satisfies Catalogue;
