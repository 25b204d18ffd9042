import { type Business, heldAt } from './business.ts';

/** What the partnership and NHS bodies and the Health and Wellbeing Board have done, where a promise needs it. */
export const businessOfPartners: readonly Business[] = [
  ...heldAt('hwb', '2018-12-10', {}, [
    {
      number: '4',
      title: 'Workforce across health and care',
      purpose: 'discussion',
      reportOf: "Director of children's services",
      minute:
        'The Board discussed the shortage of therapists. More on the workforce strategy would follow in due course.',
      resolved: [
        ['noted', 'That the position be noted, and that more on the workforce strategy be brought in due course.'],
      ],
    },
  ]),
  ...heldAt('hwb', '2019-03-11', {}, [
    {
      number: '6',
      title: 'Suicide prevention plan: annual report',
      purpose: 'assurance',
      reportOf: 'Director of public health',
      minute: 'The Board considered the first annual report on the suicide prevention plan.',
      resolved: [['noted', 'That the report be noted and that it be brought each year.']],
    },
  ]),
  ...heldAt('partnership', '2019-03-21', {}, [
    {
      number: '4',
      title: 'Terms of reference',
      minute: 'Members asked for the revised terms of reference to be sent round before the next meeting.',
      resolved: [['approved', 'That the revised terms of reference be circulated by 26 April 2019.']],
    },
  ]),
  ...heldAt('governing-body', '2019-03-26', {}, [
    {
      number: '10',
      title: 'Quality and safety',
      purpose: 'assurance',
      reportOf: 'Director of nursing',
      minute: 'The Governing Body discussed two never events reported in the quarter.',
      resolved: [['noted', 'That the paper be noted, with assurance on never events at the next meeting.']],
    },
  ]),
  ...heldAt('pccc', '2019-01-08', {}, [
    {
      number: '3',
      title: 'Action log',
      purpose: 'information',
      minute:
        'The list dispersal of the practice that is to close on 31 May was still to be confirmed, by the end of April.',
    },
  ]),
];
