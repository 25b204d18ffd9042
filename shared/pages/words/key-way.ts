import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const keyWayWords = {
  en: {
    title: 'Notices of item {{number}}',
    lede: '{{body}}, {{day}}. A key decision, and business in private, need notice beforehand (SI 2012/2089).',
    link: 'Notices and lawful way',
    linkForm: 'Its notices, the 28 days counted, and the general exception or special urgency',
    linkLater:
      'When it is saved: its notices, the general exception (regulation 10) and special urgency (regulation 11).',
    standsTitle: 'How it stands',
    standsNone: 'It is neither a key decision nor private business: no notice is asked for.',
    mayNot: 'It may not be considered yet.',
    mayBe: 'Its notices are in order.',
    openNotice: 'Its notice, and the further notice of private business',
    gapsLead: 'The way that was chosen lacks:',
    'gap-no-matter': 'the matter, in words that the public may read',
    waysTitle: 'What each way needs',
    regular: '28 clear days (regulation 9)',
    regularGiven: 'Notice published {{day}}: {{given}} of 28 clear days.',
    regularOpen: 'Notice by {{by}}.',
    regularPast: 'The last day was {{by}}.',
    exception: 'General exception (regulation 10)',
    exceptionWould: 'A notice published today counts as {{day}}’s; after five clear days, from {{earliest}}.',
    exceptionGiven: 'Notice available {{day}}; after five clear days, from {{earliest}}.',
    exceptionInTime: 'In time for this meeting.',
    exceptionLate: 'Too late for this meeting.',
    urgency: 'Special urgency (regulation 11)',
    urgencyNeeds:
      'The scrutiny chair agrees before the decision that it is urgent and cannot reasonably be deferred. Without one who can act, the chair of the council; without one, the vice-chair. The reasons are published, and the decision is reported to the council.',
    urgencyGiven: 'Agreed by {{name}}, {{day}}.',
    daysTitle: 'The 28 clear days',
    exceptionTitle: 'The five clear days of the general exception',
    exceptionStart: 'Notice available',
    exceptionEnd: 'May be decided',
    exceptionCaption: 'Working days only; the day of the notice is not counted.',
    furtherTitle: 'The five clear days of the further notice',
    formTitle: 'Record it',
    yes: 'Yes',
    no: 'No',
    noticeNone: 'None given',
    noticeOut: '{{title}} (published {{day}})',
    noticeDraft: '{{title}} (not published)',
    writeNotice: 'Write a notice',
    'way-notice': 'The notice above: 28 clear days (regulation 9)',
    'way-general-exception': 'General exception: five clear days (regulation 10)',
    'way-special-urgency': 'Special urgency, by agreement (regulation 11)',
    publicNote:
      'For the general exception and special urgency. What you write here is published on the forward plan, the meeting’s page and the body’s page when you save.',
    save: 'Save',
    saved: 'Saved.',
    savedShown: 'Saved. The notice is published.',
    back: 'Back to the agenda',
  },
} satisfies Catalogue;

addWords({ keyWay: keyWayWords });
