import {
  accepted,
  arisesFrom,
  type PromiseStory,
  placedOn,
  progressed,
  promiseStory,
  refused,
} from './promise-story.ts';

const maya = { bodyId: 'hosb', recordedBy: 'maya-lapwing' };
const owen = { role: 'Programme manager, Adult Services', personId: 'owen-sandpiper' };

const c02: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c02-hosb-19-03',
    reference: 'HOSB/19/03',
    kind: 'action',
    subject: 'Written answer on ambulance handover waits',
    asSaid:
      'The director of operations of Moorland Community Trust undertook to answer in writing by the end of March.',
    madeOn: '2019-01-30',
    source: arisesFrom('hosb', '2019-01-30', '5', null),
    // Without an account: chased at a contact address with the link officer copied.
    owner: {
      role: 'Director of operations, Moorland Community Trust',
      personId: 'andy-ouzel',
      linkOfficerId: 'nia-redstart',
    },
    due: { sort: 'day', day: '2019-03-29', asSaid: 'by the end of March' },
  },
  [
    accepted({ on: '2019-02-05', by: 'nia-redstart', onBehalfOf: 'andy-ouzel' }),
    progressed({ on: '2019-04-03', by: 'nia-redstart' }, 'The trust says that the figures are with its board.'),
  ],
  [
    {
      milestoneKey: 'c0/D',
      day: '2019-03-29',
      who: 'andy-ouzel',
      title: 'Due today: written answer on ambulance handover waits',
    },
    {
      milestoneKey: 'c0/D',
      day: '2019-03-29',
      who: 'nia-redstart',
      title: 'Copy: due today: written answer on ambulance handover waits',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-04-01',
      who: 'andy-ouzel',
      title: 'Overdue: written answer on ambulance handover waits',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-04-01',
      who: 'nia-redstart',
      title: 'Copy: overdue: written answer on ambulance handover waits',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-04-01',
      who: 'maya-lapwing',
      title: 'Overdue: written answer on ambulance handover waits',
    },
  ],
);

const c03: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c03-hosb-19-07',
    reference: 'HOSB/19/07',
    kind: 'report-back',
    subject: 'Report back on GP extended access',
    asSaid: 'That the director of commissioning report back on GP extended access to the June meeting.',
    madeOn: '2019-03-13',
    source: arisesFrom('hosb', '2019-03-13', '7', '3'),
    owner: { role: 'Director of commissioning', personId: 'priya-goldcrest' },
    due: { sort: 'day', day: '2019-06-12', asSaid: 'to the June meeting' },
  },
  [
    accepted({ on: '2019-03-18', by: 'priya-goldcrest' }),
    placedOn({ on: '2019-03-20', by: 'maya-lapwing' }, 'hosb', '2019-06-12'),
  ],
);

const c04: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c04-hosb-19-08',
    reference: 'HOSB/19/08',
    kind: 'report-back',
    subject: 'Performance report of adult social care',
    asSaid: 'That the report be noted and that a performance report be brought quarterly.',
    madeOn: '2019-03-13',
    source: arisesFrom('hosb', '2019-03-13', '9', '1'),
    owner: owen,
    due: { sort: 'day', day: '2019-06-12', asSaid: 'quarterly' },
    recurs: 'quarterly',
  },
  [
    accepted({ on: '2019-03-19', by: 'owen-sandpiper' }),
    placedOn({ on: '2019-03-20', by: 'maya-lapwing' }, 'hosb', '2019-06-12'),
  ],
);

const c20: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c20-hosb-19-09',
    reference: 'HOSB/19/09',
    kind: 'action',
    subject: 'Map of public defibrillators',
    asSaid: 'That a map of public defibrillators be made by the end of April 2019.',
    madeOn: '2019-03-13',
    source: arisesFrom('hosb', '2019-03-13', '8', '1'),
    owner: owen,
    due: { sort: 'day', day: '2019-04-30', asSaid: 'by the end of April 2019' },
  },
  [
    refused(
      { on: '2019-04-05', by: 'owen-sandpiper' },
      'Defibrillators are looked after by public health, not by adult services.',
    ),
  ],
  [
    {
      milestoneKey: 'c0/reassign/2019-04-05',
      day: '2019-04-08',
      who: 'maya-lapwing',
      title: 'Not mine: map of public defibrillators',
    },
  ],
);

/** Promises to the Health Overview and Scrutiny Board made in 2019. */
export const promisesToHosbOf2019: readonly PromiseStory[] = [c02, c03, c04, c20];
