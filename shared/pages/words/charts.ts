import type { Catalogue } from './catalogue.ts';

export const chartsWords = {
  en: {
    today: 'Today',
    todayOn: 'Today, {{day}}',
  },
} satisfies Catalogue;
