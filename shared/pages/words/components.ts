import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const componentsWords = {
  en: {
    now: 'Now',
    rule: 'Rule',
    lift: 'What would lift it',
    whoCan: 'Who can',
    findNumber: 'Find {{number}}',
    keep: 'Keep',
    drop: 'Drop',
    correct: 'Correct',
    correctNumber: 'Correct find {{number}}',
    answerFor: 'Find {{number}}: keep or drop',
    certain: 'Certain',
    likely: 'Likely',
    check: 'Please check',
    sameAsTable: 'The same as a table',
    stepDone: 'Done:',
    field: 'Field',
    theySaved: '{{who}} saved',
    youTyped: 'You typed',
    nothing: '(nothing)',
    day: 'Day',
    month: 'Month',
    year: 'Year',
  },
} satisfies Catalogue;

addWords({ components: componentsWords });
