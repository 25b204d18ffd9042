import { type Business, heldAt } from './business.ts';

/** What Council, Cabinet, Audit and Scrutiny Coordination have done, where a promise or a page needs it. */
export const businessOfCouncil: readonly Business[] = [
  ...heldAt('cabinet', '2018-10-09', {}, [
    {
      number: '5',
      title: 'Parking pilot, Castlegate and Abbey',
      reportOf: 'Director of place',
      minute: 'Cabinet considered the results of the consultation on a pilot of shorter stays in the two city wards.',
      resolved: [
        ['approved', 'That the pilot begin on 5 November 2018.'],
        ['delegated', 'That the director of place settle the signs and lines in consultation with ward members.'],
        ['referred', "That a review of the pilot be brought to Cabinet in six months' time."],
      ],
    },
  ]),
  ...heldAt('cabinet', '2019-03-12', {}, [
    {
      number: '8',
      title: 'Home care contract 2019 to 2022',
      reportOf: 'Director of adult services',
      minute: 'Cabinet considered the outcome of the tender for home care.',
      resolved: [
        ['approved', 'That the contract be awarded as set out in the report.'],
        [
          'delegated',
          'That the director of adult services agree the final contract terms, in consultation with the cabinet member, by 31 May 2019.',
        ],
      ],
    },
  ]),
  ...heldAt('cabinet', '2019-04-09', { decisionsOut: true }, [
    {
      number: '4',
      title: 'Parking pilot: review',
      minute:
        'Cabinet heard that the counts of the last quarter would be complete in May, and agreed to take the review on 18 June 2019 instead.',
      resolved: [['deferred', 'That the review of the parking pilot be brought to the meeting of 18 June 2019.']],
    },
  ]),
  ...heldAt('council', '2019-01-16', {}, [
    {
      number: '9.1',
      title: 'Motion 1: climate emergency',
      minute: 'The motion was moved and seconded and, without further debate, referred.',
      resolved: [
        [
          'referred',
          'That the motion be referred to the Scrutiny Coordination Committee, to consider it and report to Council in July.',
        ],
      ],
    },
  ]),
  ...heldAt('council', '2019-02-27', {}, [
    {
      number: '11.2',
      title: 'Motion 2: rural buses',
      minute: 'The motion was moved, seconded and carried.',
      resolved: [
        ['approved', 'That the Leader write to the Secretary of State about rural buses by the end of March.'],
      ],
    },
  ]),
  ...heldAt('scc', '2019-03-06', {}, [
    {
      number: '6',
      title: 'Scrutiny review of voids in council housing',
      reportOf: 'Chair of the task group',
      minute: 'The Committee agreed the report of its task group and seven recommendations to Cabinet.',
      resolved: [
        ['approved', 'That the report be agreed.'],
        ['recommended', 'That Cabinet respond to the recommendations within two months of receiving them.'],
      ],
    },
  ]),
  ...heldAt('audit', '2019-01-24', {}, [
    {
      number: '7',
      title: 'Internal audit: progress',
      purpose: 'assurance',
      reportOf: 'Chief finance officer',
      minute: 'The Committee found that eleven audit actions were past their date.',
      resolved: [
        ['noted', 'That the report be noted and that outstanding audit actions be reported to every meeting.'],
      ],
    },
  ]),
];
