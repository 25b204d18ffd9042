import { headOf, listed, type Paper, part, said } from './paper.ts';

const caption = 'Cabinet, 30 April 2019';

const libraryHours: Paper = {
  id: 'report-cabinet-2019-04-30-4-1',
  itemId: 'item-cabinet-2019-04-30-4',
  title: 'Library opening hours',
  caption,
  addedOn: '2019-04-10',
  blocks: [
    headOf({
      'Report of': 'Director of Place',
      'Key decision': 'Yes. Notice was given on 1 April 2019.',
      Wards: 'Bridge, Eastfield, Kiln Lane, Lockgate',
    }),
    part('1', 'Recommendations'),
    said('That, with effect from 2 September 2019:'),
    listed(
      'Eastfield and Lockgate libraries open on four days a week in place of five;',
      'Bridge and Kiln Lane libraries open until 7pm on two evenings a week in place of one;',
      'the effect on people who use a wheelchair be looked at again after three months.',
    ),
    part('2', 'Reasons'),
    said(
      'Visits on Mondays are a third of those on Thursdays in two of the branches. In the survey of January, 61% of those who work asked for a second late evening. The change saves £48,000 in a full year.',
    ),
    part('3', 'Alternatives'),
    said(
      'Closing one branch would save more, and was rejected: it would leave 4,200 people more than a mile and a half from a library. Leaving the hours as they are would not meet the budget that Council set on 27 February.',
    ),
    part('4', 'Equality'),
    said(
      'A screening found that a full assessment is needed, since Lockgate is the only branch with a changing place. The full assessment is with the equality lead.',
    ),
    part('5', 'Money'),
    {
      sort: 'table',
      caption: 'Thousands of pounds a year',
      head: ['', '2019/20', '2020/21'],
      widths: [5, 2, 2],
      rows: [
        ['Saved on staff', '31', '53'],
        ['Saved on heat and light', '5', '9'],
        ['Second late evening', '−8', '−14'],
        ['Together', '28', '48'],
      ],
    },
  ],
};

const leisure: Paper = {
  id: 'report-cabinet-2019-04-30-6-1',
  itemId: 'item-cabinet-2019-04-30-6',
  title: 'Leisure contract settlement: terms',
  caption,
  isPrivate: true,
  addedOn: '2019-04-11',
  blocks: [
    { sort: 'marked', text: 'Not for publication: paragraph 3 of Schedule 12A to the Local Government Act 1972.' },
    headOf({ 'Report of': 'Helen Curlew, Director of Law and Monitoring Officer' }),
    part('1', 'Recommendation'),
    said('That the claim be settled on the terms in section 2, and the Director of Law sign the deed.'),
    part('2', 'Terms'),
    said(
      'The contractor claims £612,000 for the closure of the Ironside pool in 2017. Counsel puts our risk at two in five. The contractor would take £240,000, each side bearing its own costs, if the deed is signed by 31 May 2019.',
    ),
    part('3', 'Why in private'),
    said(
      'Whoever knew the sum before the deed is signed could use it in the two other claims that the contractor has threatened.',
    ),
  ],
};

/** The reports of Cabinet's meeting of 30 April, but for its minutes. */
export const papersOfCabinet: readonly Paper[] = [libraryHours, leisure];
