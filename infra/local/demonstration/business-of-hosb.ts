import { type Business, heldAt } from './business.ts';

/** What the Health Overview and Scrutiny Board has done, where a promise or a page needs it. */
export const businessOfHosb: readonly Business[] = [
  ...heldAt('hosb', '2018-07-11', {}, [
    {
      number: '5',
      title: 'Access to NHS dentistry in Brackenford',
      reportOf: 'Director of operations, Moorland Community Trust',
      minute:
        'The Board considered a report on access to NHS dentistry. Members heard that four practices had closed their lists to new adult patients and that waits for a first appointment were longest in Eastfield and Fenside.',
      resolved: [
        ['noted', 'That the report be noted.'],
        ['referred', 'That a further report on dental access be brought to the Board in six to nine months.'],
      ],
    },
  ]),
  ...heldAt('hosb', '2018-09-12', {}, [
    {
      number: '5',
      title: 'Discharge from hospital to home: recommendations to the NHS',
      reportOf: 'Scrutiny coordinator',
      minute:
        'The Board considered the evidence heard over three meetings about discharge from hospital, and agreed five recommendations to Moorland Community Trust.',
      resolved: [
        [
          'recommended',
          'That the recommendations be sent to Moorland Community Trust, whose response is requested in writing within 28 days.',
        ],
      ],
    },
  ]),
  ...heldAt('hosb', '2018-10-17', {}, [
    {
      number: '4',
      title: 'Community hub at Kiln Lane',
      purpose: 'discussion',
      reportOf: 'Director of adult services',
      minute:
        'The Board received a presentation on the community hub. Members asked to see the hub at work before they considered its second year.',
      resolved: [
        ['noted', 'That the presentation be noted.'],
        ['approved', "That a members' visit to the community hub be arranged before the end of March 2019."],
      ],
    },
  ]),
  ...heldAt('hosb', '2018-11-28', {}, [
    {
      number: '4',
      title: 'Discharge from hospital to home: response to the recommendations',
      reportOf: 'Director of operations, Moorland Community Trust',
      minute:
        'The Board considered the response, which had been received on 19 October 2018, a week after it was due. Four recommendations were accepted and one was accepted in part.',
      resolved: [
        ['received', 'That the response be received and the Board is satisfied with it.'],
        ['noted', 'That the delay in answering be noted.'],
      ],
    },
    {
      number: '6',
      title: 'Air quality and childhood asthma',
      reportOf: 'Director of public health',
      minute:
        'The Board considered a report on admissions of children with asthma. Members noted that monitoring near schools was confined to Dyers Row and Harbour Street.',
      resolved: [
        ['noted', 'That the report be noted.'],
        [
          'referred',
          'That a report on air quality around schools be brought to the Board within the next three months.',
        ],
      ],
    },
  ]),
  ...heldAt('hosb', '2019-01-30', {}, [
    {
      number: '5',
      title: 'Winter pressures',
      purpose: 'information',
      reportOf: 'Director of commissioning',
      minute:
        'The Board considered an update on winter pressures. Members raised ambulance handover waits at the general hospital; the director of operations of Moorland Community Trust undertook to answer in writing by the end of March.',
      raised: [
        { text: 'Ambulance handover waits at the general hospital in December and January', answer: 'to-follow' },
        { text: 'The number of beds opened for the winter', answer: 'answered' },
      ],
      resolved: [['noted', 'That the update be noted.']],
    },
  ]),
  ...heldAt('hosb', '2019-03-13', {}, [
    {
      number: '6',
      title: 'Access to NHS dentistry in Brackenford: report back',
      reportOf: 'Director of operations, Moorland Community Trust',
      minute:
        'The Board considered the report asked for on 11 July 2018. Members were not satisfied: the report gave figures for the county and none for the city.',
      resolved: [
        ['noted', 'That the report be noted.'],
        ['deferred', 'That figures for the city, ward by ward, be brought to the meeting of 25 April 2019.'],
      ],
    },
    {
      number: '7',
      title: 'GP extended access: the first year',
      reportOf: 'Director of commissioning',
      minute: 'The Board considered the first year of evening and weekend appointments. Use on Sundays was low.',
      resolved: [
        ['noted', 'That the report be noted.'],
        ['recommended', 'That the clinical commissioning group publish the opening hours of each hub.'],
        ['referred', 'That the director of commissioning report back on GP extended access to the June meeting.'],
      ],
    },
    {
      number: '8',
      title: 'Public defibrillators',
      purpose: 'discussion',
      minute: 'The Board discussed where public defibrillators are kept, and found that no list of them is published.',
      resolved: [['approved', 'That a map of public defibrillators be made by the end of April 2019.']],
    },
    {
      number: '9',
      title: 'Performance of adult social care, quarter 3',
      purpose: 'information',
      reportOf: 'Director of adult services',
      minute: 'The Board considered the performance report. Members asked to see it each quarter.',
      resolved: [['noted', 'That the report be noted and that a performance report be brought quarterly.']],
    },
  ]),
];
