import type { Catalogue } from './catalogue.ts';

export const administrationWords = {
  en: {
    theSystem: 'Quorate',
    atMoment: 'at {{moment}}',
  },
} satisfies Catalogue;
