import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const resolutionsWords = {
  en: {},
} satisfies Catalogue;

addWords({ resolutions: resolutionsWords });
