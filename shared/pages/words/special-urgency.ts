import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const specialUrgencyWords = {
  en: {
    title: 'Decisions by special urgency',
    link: 'Decisions by special urgency, for the council',
    lede: 'The leader reports them to the full council at least once a year, with particulars of each decision and a summary of its matter (SI 2012/2089 reg 19).',
    years: 'Year',
    yearName: '{{from}}/{{to}}',
    body: 'Body',
    show: 'Show',
    period: '{{from}} to {{to}}',
    none: 'No key decision was made by special urgency in this time.',
    noneNext: 'The council is told that there was none.',
    count: { one: '{{count}} decision', other: '{{count}} decisions' },
    caption: 'Key decisions made by special urgency',
    colDay: 'Decided on',
    colWhat: 'Decision',
    colWho: 'Who decided',
    colAgreed: 'Agreed as urgent by',
    colWhy: 'Why it could not be deferred',
    inPrivate: 'Business taken in private',
    atMeeting: 'At the meeting of that day. It has no record of its own yet.',
    agreed: '{{office}}: {{name}}, {{day}}',
    noDay: 'no day given',
    documentTitle: 'Key decisions made by special urgency, {{year}}',
    documentLaw:
      'Report to the council under regulation 19 of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012: each executive decision from {{from}} to {{to}} whose making was agreed as urgent under regulation 11.',
    factDay: 'Decided on',
    factWho: 'Decided by',
    factDecision: 'Particulars',
    factSummary: 'Summary of the matter',
    factAgreed: 'Agreed as urgent by',
    factWhy: 'Why it could not be deferred',
    foot: '{{body}}, special urgency {{year}}',
  },
} satisfies Catalogue;

addWords({ specialUrgency: specialUrgencyWords });
