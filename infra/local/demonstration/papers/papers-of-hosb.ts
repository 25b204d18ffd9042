import { headOf, listed, type Paper, part, said } from './paper.ts';

const caption = 'Health Overview and Scrutiny Board, 25 April 2019';
const item = (number: number): string => `item-hosb-2019-04-25-${number}`;
const id = (number: number, place = 1): string => `report-hosb-2019-04-25-${number}-${place}`;

const betterCareFund: Paper = {
  id: id(6),
  itemId: item(6),
  title: 'Better Care Fund plan 2019/20',
  caption,
  addedOn: '2019-04-11',
  blocks: [
    headOf({
      'Report of': 'Leena Plover, Director of Adult Services',
      Contact: 'Owen Sandpiper, Programme Manager, Adult Services',
      Wards: 'All',
      'For the Board': 'Discussion',
    }),
    part('1', 'Summary'),
    said(
      'The council and the clinical commissioning group pool part of their money so that people leave hospital when they are ready and are helped to stay at home. This is the plan for 2019/20. It was cleared by finance, legal and equality; finance asks the Board to note that the winter money is for one year only.',
    ),
    part('2', 'Recommendations'),
    said('The Board is asked to:'),
    listed(
      'comment on the plan before it goes to the Health and Wellbeing Board on 10 June 2019;',
      'say which of the measures in section 4 it wants to see again in November.',
    ),
    part('3', 'What was done in 2018/19'),
    said(
      'Delayed days fell from 612 in April 2018 to 418 in March 2019. Reablement reached 1,130 people, of whom 84% were at home three months later. The hub at Castlegate opened in October and members have visited it.',
    ),
    said(
      'Two things did not go as planned. The shared record was four months late, and the falls service could not fill three of its nine posts until February.',
    ),
    part('4', 'What is proposed'),
    {
      sort: 'table',
      caption: 'Measures for 2019/20',
      head: ['Measure', 'Now', 'By March 2020'],
      widths: [5, 2, 2],
      rows: [
        ['Days that people wait in hospital when they could leave, each month', '418', '350'],
        ['People at home 91 days after reablement', '84%', '86%'],
        ['Admissions to care homes, for each 100,000 people over 65', '611', '590'],
        ['Unplanned admissions of people over 75 after a fall', '74', '65'],
      ],
    },
    part('5', 'Money'),
    said(
      'The pooled fund is £23.4 million: £15.1 million from the commissioning group, £6.2 million improved Better Care Fund and £2.1 million for adaptations to homes. The appendix sets it out by scheme.',
    ),
    part('6', 'Equality'),
    said(
      'A screening was done on 2 April 2019. Carers and people with dementia gain most; nobody loses a service. A full assessment is not needed.',
    ),
    part('7', 'Background papers'),
    said('None but those published.'),
  ],
};

const schemes: Paper = {
  id: id(6, 2),
  itemId: item(6),
  title: 'Appendix: the fund by scheme',
  caption,
  addedOn: '2019-04-11',
  blocks: [
    {
      sort: 'table',
      caption: 'Pooled fund 2019/20, in thousands of pounds',
      head: ['Scheme', 'Who runs it', '2018/19', '2019/20'],
      widths: [5, 4, 2, 2],
      rows: [
        ['Reablement', 'Council', '4,310', '4,520'],
        ['Community nursing out of hours', 'Moorland Community Trust', '3,870', '3,980'],
        ['Home from hospital', 'Council', '1,240', '1,460'],
        ['Falls service', 'Moorland Community Trust', '690', '840'],
        ['Carers', 'Council', '1,105', '1,150'],
        ['Care homes support team', 'Commissioning group', '720', '760'],
        ['Adaptations to homes', 'Council', '2,020', '2,100'],
        ['Protection of adult social care', 'Council', '6,020', '6,130'],
        ['Winter, one year only', 'Both', '780', '960'],
        ['Shared record', 'Both', '610', '540'],
        ['Everything else', 'Both', '955', '960'],
        ['All', '', '22,320', '23,400'],
      ],
    },
  ],
};

const dental: Paper = {
  id: id(7),
  itemId: item(7),
  title: 'Dental access: further report',
  caption,
  addedOn: '2019-04-12',
  blocks: [
    headOf({
      'Report of': 'Andy Ouzel, Director of Operations, Moorland Community Trust',
      'Asked for': 'On 11 July 2018, item 5, and again on 13 March 2019',
      'For the Board': 'Discussion',
    }),
    part('1', 'Why this report is before the Board'),
    said(
      'On 13 March the Board was not satisfied with what it was told of waiting times and asked for numbers by ward, and for what is being done about the practice at Kiln Lane. This report has both.',
    ),
    part('2', 'Who can see a dentist'),
    {
      sort: 'table',
      caption: 'Weeks that a new patient waits for a first appointment, March 2019',
      head: ['Ward', 'Adults', 'Children'],
      widths: [5, 2, 2],
      rows: [
        ['Abbey, Bridge and Castlegate', '6', '3'],
        ['Dyers and Eastfield', '9', '4'],
        ['Fenside and Gatehouse', '14', '6'],
        ['Harbour, Ironside and Jubilee', '11', '5'],
        ['Kiln Lane and Lockgate', '23', '9'],
      ],
    },
    part('3', 'Kiln Lane'),
    said(
      'The practice handed back its contract on 31 December 2018. A mobile clinic comes on two days a week since February and has seen 412 patients. A new practice is to open on 2 September 2019; the lease is signed.',
    ),
    part('4', 'What the Board may want to ask'),
    listed(
      'whether the mobile clinic stays until the new practice is full;',
      'what becomes of those who were in the middle of a treatment.',
    ),
  ],
};

const workProgramme: Paper = {
  id: id(9),
  itemId: item(9),
  title: 'Work programme 2019/20',
  caption,
  addedOn: '2019-04-12',
  blocks: [
    headOf({ 'Report of': 'Nia Redstart, Scrutiny Coordinator', 'For the Board': 'Decision' }),
    part('1', 'Recommendation'),
    said('That the work programme be agreed as it stands below.'),
    part('2', 'What is planned'),
    {
      sort: 'table',
      caption: 'Business by meeting',
      head: ['Meeting', 'Business', 'Report of'],
      widths: [3, 6, 4],
      rows: [
        ['12 June 2019', 'GP extended access; quarterly performance', 'Director of Commissioning'],
        ['24 July 2019', 'Winter plan; air quality around schools', 'Director of Public Health'],
        ['11 September 2019', 'Children’s mental health', 'Director of Children’s Services'],
        ['9 October 2019', 'To be settled', ''],
        ['27 November 2019', 'Better Care Fund at half year', 'Director of Adult Services'],
        ['29 January 2020', 'Budget: health and care', 'Chief Finance Officer'],
        ['11 March 2020', 'Quality accounts', 'Moorland Community Trust'],
      ],
    },
  ],
};

/** The reports of the Board's meeting of 25 April, but for its minutes. */
export const papersOfHosb: readonly Paper[] = [betterCareFund, schemes, dental, workProgramme];
