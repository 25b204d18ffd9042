import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { StandingKey } from '../../../shared/domain/agendas/standing-items.ts';
import { type Business, onAgendaOf } from './business.ts';
import { businessOfCouncil } from './business-of-council.ts';
import { businessOfHosb } from './business-of-hosb.ts';
import { businessOfPartners } from './business-of-partners.ts';
import { reportsOf } from './papers/paper-files.ts';

/** Business of meetings already held. */
export const pastBusiness: readonly Business[] = [...businessOfHosb, ...businessOfCouncil, ...businessOfPartners];

const standing = (key: StandingKey): AgendaItem['origin'] => ({ sort: 'standing', key });

/** Built and not published: the last lawful day to publish it is the demonstration's own. */
const hosbOf25April = onAgendaOf('hosb', '2019-04-25', [
  { number: '1', title: 'Apologies and substitutions', report: 'oral', origin: standing('apologies') },
  { number: '2', title: 'Declarations of interest', report: 'oral', origin: standing('declarations') },
  {
    number: '3',
    title: 'Minutes of 13 March 2019',
    purpose: 'decision',
    report: 'attached',
    origin: standing('minutes'),
  },
  {
    number: '4',
    title: 'Action log and outstanding promises',
    purpose: 'discussion',
    report: 'attached',
    origin: standing('action-log'),
  },
  { number: '5', title: 'Public questions', report: 'oral', origin: standing('public-questions') },
  {
    number: '6',
    title: 'Better Care Fund plan 2019/20',
    purpose: 'discussion',
    reportOf: 'Director of adult services',
    report: 'attached',
  },
  {
    number: '7',
    title: 'Dental access: further report',
    purpose: 'discussion',
    reportOf: 'Director of operations, Moorland Community Trust',
    report: 'attached',
    attendedFor: [{ named: 'Andy Ouzel', personId: 'andy-ouzel', at: '14:40' }],
    origin: { sort: 'promise', commitmentId: 'c19-hosb-18-06' },
    commitmentId: 'c19-hosb-18-06',
  },
  {
    number: '8',
    title: 'GP extended access',
    purpose: 'discussion',
    reportOf: 'Director of commissioning',
    report: 'to-follow',
  },
  {
    number: '9',
    title: 'Work programme',
    purpose: 'decision',
    reportOf: 'Scrutiny coordinator',
    report: 'attached',
    origin: standing('work-programme'),
  },
  { number: '10', title: 'Urgent business', report: 'oral', origin: standing('urgent') },
  {
    number: '11',
    title: 'Date of next meeting: 12 June 2019',
    purpose: 'information',
    report: 'oral',
    origin: standing('next-meeting'),
  },
]);

/** Drafting: three items for three refusals, one of them private. */
const cabinetOf30April = onAgendaOf('cabinet', '2019-04-30', [
  { number: '1', title: 'Apologies', report: 'oral', origin: standing('apologies') },
  { number: '2', title: 'Declarations of interest', report: 'oral', origin: standing('declarations') },
  {
    number: '3',
    title: 'Minutes of 9 April 2019',
    purpose: 'decision',
    report: 'attached',
    origin: standing('minutes'),
  },
  {
    number: '4',
    title: 'Library opening hours',
    purpose: 'decision',
    reportOf: 'Director of place',
    report: 'attached',
    commitmentId: 'c18-cab-19-09',
    keyDecision: true,
    noticeId: 'notice-library-opening-hours',
    blockedBy: 'Its full equality impact assessment waits for the equality lead to sign it off.',
  },
  {
    number: '5',
    title: 'Bid to the pocket parks fund',
    purpose: 'decision',
    reportOf: 'Director of place',
    report: 'to-follow',
    toFollowReason: 'The fund was announced on 12 April; figures are being checked.',
  },
  {
    key: 'exclusion',
    number: '6',
    title: 'Exclusion of the press and public',
    purpose: 'decision',
    report: 'oral',
    origin: standing('exclusion'),
  },
  {
    // Paragraph 3 of Schedule 12A: any councillor may read it, the public may not.
    key: '6',
    number: '7',
    title: 'Leisure contract settlement',
    purpose: 'decision',
    reportOf: 'Director of law',
    report: 'attached',
    accessClass: 'private',
    noticeId: 'notice-cabinet-2019-04-30-private',
    privateReason: {
      scheme: 'schedule-12A',
      paragraphs: [3],
      // A settlement, not terms under negotiation: any councillor may read it.
      contractTerms: false,
      publicInterest:
        'Disclosure before the sums are agreed would harm the council’s position against the contractor more than the public would gain by it.',
    },
  },
]);

const later = [
  ...onAgendaOf('pccc', '2019-05-07', [
    {
      number: '5',
      title: 'New models of care',
      purpose: 'decision',
      reportOf: 'Primary care manager',
      report: 'to-follow',
    },
  ]),
  ...onAgendaOf('hwb', '2019-06-10', [
    {
      number: '5',
      title: 'A clinical strategy for the city',
      purpose: 'discussion',
      reportOf: 'Director of public health',
      report: 'attached',
    },
  ]),
];

/** Business still to come, with the reports that have come in. */
export const comingItems: readonly AgendaItem[] = [...hosbOf25April, ...cabinetOf30April, ...later].map((item) => ({
  ...item,
  reports: reportsOf(item.id),
}));

/** Every item of the demonstration. */
export const agendaItems: readonly AgendaItem[] = [...pastBusiness.map(({ item }) => item), ...comingItems];
