import type { Catalogue } from './catalogue.ts';

export const decisionsWords = {
  en: {
    title: 'Decisions',
  },
} satisfies Catalogue;
