import { meetingId } from '../meetings.ts';
import {
  accepted,
  arisesFrom,
  considered,
  notSatisfied,
  type PromiseStory,
  placedOn,
  progressed,
  promiseStory,
  saidDone,
  satisfied,
} from './promise-story.ts';

const maya = { bodyId: 'hosb', recordedBy: 'maya-lapwing' };

const c01: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c01-hosb-18-14',
    reference: 'HOSB/18/14',
    kind: 'report-back',
    subject: 'Report on air quality around schools',
    asSaid: 'That a report on air quality around schools be brought to the Board within the next three months.',
    madeOn: '2018-11-28',
    source: arisesFrom('hosb', '2018-11-28', '6', '2'),
    owner: { role: 'Director of public health', personId: 'amara-whimbrel' },
    due: { sort: 'window', from: '2018-11-28', to: '2019-02-28', asSaid: 'within the next three months' },
  },
  [
    accepted({ on: '2018-12-04', by: 'amara-whimbrel' }),
    progressed(
      { on: '2019-03-04', by: 'amara-whimbrel' },
      'The monitors at two schools failed in January. It was not placed on the meeting of 30 January, the last inside its window.',
    ),
  ],
  [
    {
      milestoneKey: 'c0/T-10/meeting-hosb-2019-01-30',
      day: '2019-01-02',
      who: 'amara-whimbrel',
      title: 'Report due in 10 working days: air quality around schools',
    },
    {
      milestoneKey: 'c0/T/meeting-hosb-2019-01-30',
      day: '2019-01-16',
      who: 'amara-whimbrel',
      title: 'Report due today: air quality around schools',
    },
    {
      milestoneKey: 'c0/T+1/meeting-hosb-2019-01-30',
      day: '2019-01-17',
      who: 'maya-lapwing',
      title: 'No report received: air quality around schools',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-03-01',
      who: 'amara-whimbrel',
      title: 'Overdue: report on air quality around schools',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-03-01',
      who: 'ruth-avocet',
      title: 'Overdue: report on air quality around schools',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-03-01',
      who: 'maya-lapwing',
      title: 'Overdue: report on air quality around schools',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2019-03-01',
      who: 'rowan-kestrel',
      title: 'Overdue: report on air quality around schools',
    },
    {
      milestoneKey: 'c0/overdue+10',
      day: '2019-03-14',
      who: 'amara-whimbrel',
      title: 'Overdue by 10 working days: air quality around schools',
    },
  ],
);

const c05: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c05-hosb-18-11',
    reference: 'HOSB/18/11',
    kind: 'action',
    subject: "Members' visit to the community hub",
    asSaid: "That a members' visit to the community hub be arranged before the end of March 2019.",
    madeOn: '2018-10-17',
    source: arisesFrom('hosb', '2018-10-17', '4', '2'),
    owner: { role: 'Programme manager, Adult Services', personId: 'owen-sandpiper' },
    due: { sort: 'day', day: '2019-03-29', asSaid: 'before the end of March 2019' },
  },
  [
    accepted({ on: '2018-10-22', by: 'owen-sandpiper' }),
    saidDone(
      { on: '2019-03-08', by: 'owen-sandpiper' },
      'Six members visited the hub on 7 March 2019. A note of the visit is with the secretary.',
    ),
    placedOn({ on: '2019-03-15', by: 'maya-lapwing' }, 'hosb', '2019-04-25'),
  ],
);

const c06: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c06-hosb-18-09',
    reference: 'HOSB/18/09',
    kind: 'response',
    subject: 'Response of Moorland Community Trust to the recommendations on discharge',
    asSaid:
      'That the recommendations be sent to Moorland Community Trust, whose response is requested in writing within 28 days.',
    // Asked on 14 September: 28 days of the request, SI 2013/218 reg 22(7).
    madeOn: '2018-09-14',
    source: arisesFrom('hosb', '2018-09-12', '5', '1'),
    owner: { role: 'Moorland Community Trust', personId: 'andy-ouzel', linkOfficerId: 'nia-redstart' },
    due: { sort: 'day', day: '2018-10-12', asSaid: 'within 28 days' },
  },
  [
    accepted({ on: '2018-09-18', by: 'nia-redstart', onBehalfOf: 'andy-ouzel' }),
    saidDone(
      { on: '2018-10-19', by: 'nia-redstart', onBehalfOf: 'andy-ouzel' },
      'The response arrived by letter on 19 October 2018.',
    ),
    placedOn({ on: '2018-10-22', by: 'maya-lapwing' }, 'hosb', '2018-11-28'),
    considered(
      { on: '2018-11-28', by: 'maya-lapwing' },
      'hosb',
      'HOSB 28 November 2018, item 4',
      'Received; four recommendations accepted, one in part. The delay was noted.',
    ),
    satisfied(
      { on: '2018-11-28', by: 'maya-lapwing' },
      { meetingId: meetingId('hosb', '2018-11-28'), minuteReference: 'HOSB 28 November 2018, item 4 (1)' },
    ),
  ],
  [
    {
      milestoneKey: 'c0/D',
      day: '2018-10-12',
      who: 'nia-redstart',
      title: 'Due today: response to the recommendations on discharge',
    },
    {
      milestoneKey: 'c0/overdue',
      day: '2018-10-15',
      who: 'maya-lapwing',
      title: 'Overdue: response to the recommendations on discharge',
    },
  ],
);

const c19: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c19-hosb-18-06',
    reference: 'HOSB/18/06',
    kind: 'report-back',
    subject: 'Report on dental access',
    asSaid: 'That a further report on dental access be brought to the Board in six to nine months.',
    madeOn: '2018-07-11',
    source: arisesFrom('hosb', '2018-07-11', '5', '2'),
    owner: {
      role: 'Director of operations, Moorland Community Trust',
      personId: 'andy-ouzel',
      linkOfficerId: 'nia-redstart',
    },
    due: { sort: 'window', from: '2019-01-11', to: '2019-04-11', asSaid: 'in six to nine months' },
  },
  [
    accepted({ on: '2018-07-17', by: 'nia-redstart', onBehalfOf: 'andy-ouzel' }),
    placedOn({ on: '2019-01-14', by: 'maya-lapwing' }, 'hosb', '2019-03-13'),
    considered(
      { on: '2019-03-13', by: 'maya-lapwing' },
      'hosb',
      'HOSB 13 March 2019, item 6',
      'Not satisfied: figures for the county and none for the city.',
    ),
    notSatisfied(
      { on: '2019-03-13', by: 'maya-lapwing' },
      { sort: 'day', day: '2019-04-25', asSaid: 'to the meeting of 25 April 2019' },
      'The Board asked for figures for the city, ward by ward.',
    ),
    placedOn({ on: '2019-03-14', by: 'maya-lapwing' }, 'hosb', '2019-04-25'),
    saidDone(
      { on: '2019-04-08', by: 'nia-redstart', onBehalfOf: 'andy-ouzel' },
      'The further report, with figures ward by ward, arrived on 8 April 2019.',
    ),
  ],
  [
    {
      milestoneKey: 'c1/T-10/meeting-hosb-2019-04-25',
      day: '2019-03-26',
      who: 'nia-redstart',
      title: 'Report due in 10 working days: dental access',
    },
  ],
);

/** Promises to the Health Overview and Scrutiny Board, and to its year before, made in 2018. */
export const promisesToHosbOf2018: readonly PromiseStory[] = [c01, c05, c06, c19];
