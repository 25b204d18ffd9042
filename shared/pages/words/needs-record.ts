import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const needsRecordWords = {
  en: {
    title: 'Does this decision need a record?',
    link: 'Does an officer’s decision need a record?',
    lede: 'For a decision that an officer has made by delegation. Only what decides is asked.',
    'ask-onBehalfOf': 'On whose behalf did the officer decide?',
    'onBehalfOf-executive': 'The executive: the leader, the cabinet or one of its members',
    'onBehalfOf-council': 'The council, a committee, a sub-committee or a joint committee',
    'ask-delegated':
      'Would the council, a committee, a sub-committee or a joint committee have decided, had it not been delegated?',
    'delegated-yes': 'Yes',
    'delegated-no': 'No: it is day-to-day administration',
    'ask-recordedElsewhere': 'Does another law already have it recorded, with its date and the reasons?',
    'hint-recordedElsewhere': 'For example the decision notice on a planning application.',
    'recordedElsewhere-yes': 'Yes',
    'recordedElsewhere-no': 'No',
    'ask-authorisation': 'By what authority?',
    'authorisation-specific': 'A specific one: the body expressly authorised this decision',
    'authorisation-general': 'A general one: the scheme of delegation',
    'ask-effect': 'What does it do?',
    'effect-permission': 'It grants a permission or a licence',
    'effect-rights': 'It affects the rights of an individual',
    'effect-contract':
      'It awards a contract or spends money, so that the body’s financial position is materially affected',
    'effect-none': 'None of these',
    next: 'Continue',
    again: 'Begin again',
    answersTitle: 'What you answered',
    needChoice: 'Choose one answer',
    yes: 'It needs a record.',
    no: 'It needs no record.',
    'why-executive':
      'An officer who has made an executive decision writes a statement of it as soon as reasonably practicable (SI 2012/2089 reg 13(4)).',
    'why-specific':
      'It was delegated by a specific express authorisation, whatever its effect (SI 2014/2095 reg 7(2)(a)).',
    'why-permission':
      'Under a general authorisation it grants a permission or a licence (SI 2014/2095 reg 7(2)(b)(i)).',
    'why-rights':
      'Under a general authorisation it affects the rights of an individual (SI 2014/2095 reg 7(2)(b)(ii)).',
    'why-contract':
      'Under a general authorisation it awards a contract or incurs expenditure that materially affects the body’s financial position (SI 2014/2095 reg 7(2)(b)(iii)).',
    'why-not-delegated':
      'Only what the council or a committee would otherwise have decided is recorded (SI 2014/2095 reg 7(1)).',
    'why-recorded-elsewhere': 'Another law already has it recorded with its date and reasons (SI 2014/2095 reg 7(4)).',
    'why-no-such-effect':
      'Under a general authorisation only a permission or licence, the rights of an individual, or a material contract or expenditure is recorded (SI 2014/2095 reg 7(2)(b)).',
    contains:
      'The record holds the date, the decision with its reasons, the alternatives considered and rejected, and the conflicts that members declared. It is open to inspection for six years, background papers for four.',
    record: 'Record the decision',
    voluntary: 'Record it all the same',
  },
} satisfies Catalogue;

addWords({ needsRecord: needsRecordWords });
