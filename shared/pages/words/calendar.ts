import type { Catalogue } from './catalogue.ts';

export const calendarWords = {
  en: {},
} satisfies Catalogue;
