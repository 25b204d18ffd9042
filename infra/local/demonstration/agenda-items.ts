import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { type Business, onAgendaOf } from './business.ts';
import { businessOfCouncil } from './business-of-council.ts';
import { businessOfHosb } from './business-of-hosb.ts';
import { businessOfPartners } from './business-of-partners.ts';

/** Business of meetings already held. */
export const pastBusiness: readonly Business[] = [...businessOfHosb, ...businessOfCouncil, ...businessOfPartners];

/** Built and not published: the last lawful day to publish it is the demonstration's own. */
const hosbOf25April = onAgendaOf('hosb', '2019-04-25', [
  { number: '1', title: 'Apologies and substitutions' },
  { number: '2', title: 'Declarations of interest' },
  { number: '3', title: 'Minutes of 13 March 2019', purpose: 'decision', report: 'attached' },
  { number: '4', title: 'Action log and outstanding promises', purpose: 'discussion', report: 'attached' },
  { number: '5', title: 'Public questions', report: 'oral' },
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
    commitmentId: 'c19-hosb-18-06',
  },
  {
    number: '8',
    title: 'GP extended access',
    purpose: 'discussion',
    reportOf: 'Director of commissioning',
    report: 'to-follow',
  },
  { number: '9', title: 'Work programme', purpose: 'decision', reportOf: 'Scrutiny coordinator', report: 'attached' },
  { number: '10', title: 'Urgent business', report: 'oral' },
  { number: '11', title: 'Date of next meeting: 12 June 2019', purpose: 'information', report: 'oral' },
]);

/** Drafting: three items for three refusals, one of them private. */
const cabinetOf30April = onAgendaOf('cabinet', '2019-04-30', [
  { number: '1', title: 'Apologies' },
  { number: '2', title: 'Declarations of interest' },
  { number: '3', title: 'Minutes of 9 April 2019', purpose: 'decision', report: 'attached' },
  {
    number: '4',
    title: 'Library opening hours',
    purpose: 'decision',
    reportOf: 'Director of place',
    report: 'attached',
    commitmentId: 'c18-cab-19-09',
  },
  {
    number: '5',
    title: 'Bid to the pocket parks fund',
    purpose: 'decision',
    reportOf: 'Director of place',
    report: 'to-follow',
  },
  {
    // Paragraph 3 of Schedule 12A: any councillor may read it, the public may not.
    number: '6',
    title: 'Leisure contract settlement',
    purpose: 'decision',
    reportOf: 'Director of law',
    report: 'attached',
    accessClass: 'private',
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

/** Business still to come. */
export const comingItems: readonly AgendaItem[] = [...hosbOf25April, ...cabinetOf30April, ...later];

/** Every item of the demonstration. */
export const agendaItems: readonly AgendaItem[] = [...pastBusiness.map(({ item }) => item), ...comingItems];
