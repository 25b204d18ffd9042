import type { Catalogue } from './catalogue.ts';

export const commitmentsWords = {
  en: {},
} satisfies Catalogue;
