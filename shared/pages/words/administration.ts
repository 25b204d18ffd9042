import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const administrationWords = {
  en: {
    theSystem: 'Quorate',
    atMoment: 'at {{moment}}',
  },
} satisfies Catalogue;

addWords({ administration: administrationWords });
