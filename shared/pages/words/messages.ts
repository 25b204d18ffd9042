import type { Catalogue } from './catalogue.ts';

export const messagesWords = {
  en: {},
} satisfies Catalogue;
