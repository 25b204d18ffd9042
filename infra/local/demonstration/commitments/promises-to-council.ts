import { businessId } from '../business.ts';
import { meetingId } from '../meetings.ts';
import {
  accepted,
  agreedMoreTime,
  arisesFrom,
  askedMoreTime,
  type PromiseStory,
  placedOn,
  progressed,
  promiseStory,
  saidDone,
  satisfied,
} from './promise-story.ts';

const tom = { recordedBy: 'tom-dunnock' };

const c07: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c07-scc-19-02',
    reference: 'SCC/19/02',
    kind: 'response',
    subject: "Cabinet's response to the scrutiny review of voids",
    asSaid: 'That Cabinet respond to the recommendations within two months of receiving them.',
    bodyId: 'scc',
    // The day on which Cabinet received the review: LGA 2000 s.9FE counts two months from it.
    madeOn: '2019-03-20',
    source: arisesFrom('scc', '2019-03-06', '6', '2'),
    owner: { role: 'Leader of the Council, for Cabinet', personId: 'adaeze-merlin', linkOfficerId: 'nia-redstart' },
    due: { sort: 'day', day: '2019-05-19', asSaid: 'within two months' },
  },
  [accepted({ on: '2019-03-26', by: 'adaeze-merlin' })],
);

const c08: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c08-cab-19-05',
    reference: 'CAB/19/05',
    kind: 'delegated-decision',
    subject: 'Agree the final terms of the home care contract and publish the decision record',
    asSaid:
      'That the director of adult services agree the final contract terms, in consultation with the cabinet member, by 31 May 2019.',
    bodyId: 'cabinet',
    madeOn: '2019-03-12',
    source: arisesFrom('cabinet', '2019-03-12', '8', '2'),
    owner: { role: 'Director of adult services', personId: 'leena-plover' },
    due: { sort: 'day', day: '2019-05-31', asSaid: 'by 31 May 2019' },
  },
  [
    accepted({ on: '2019-03-15', by: 'leena-plover' }),
    progressed(
      { on: '2019-04-11', by: 'leena-plover' },
      "Terms are with the bidder. I am away from 15 to 26 April; the director of children's services covers.",
    ),
  ],
);

const c09: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c09-cab-18-21',
    reference: 'CAB/18/21',
    kind: 'report-back',
    subject: 'Review of the parking pilot',
    asSaid: "That a review of the pilot be brought to Cabinet in six months' time.",
    bodyId: 'cabinet',
    madeOn: '2018-10-09',
    source: arisesFrom('cabinet', '2018-10-09', '5', '3'),
    owner: { role: 'Parking manager', personId: 'marcus-ruff' },
    due: { sort: 'day', day: '2019-04-09', asSaid: "in six months' time" },
  },
  [
    accepted({ on: '2018-10-15', by: 'marcus-ruff' }),
    askedMoreTime(
      { on: '2019-03-22', by: 'marcus-ruff' },
      { sort: 'day', day: '2019-06-18', asSaid: 'to the meeting of 18 June 2019' },
      'The counts of the last quarter will be complete in May.',
    ),
    agreedMoreTime({ on: '2019-04-09', by: 'tom-dunnock' }, 'Agreed by Cabinet on 9 April 2019, item 4.'),
    placedOn({ on: '2019-04-10', by: 'tom-dunnock' }, 'cabinet', '2019-06-18'),
  ],
  [
    {
      milestoneKey: 'c0/T-10/meeting-cabinet-2019-04-09',
      day: '2019-03-12',
      who: 'marcus-ruff',
      title: 'Report due in 10 working days: review of the parking pilot',
    },
  ],
);

const c10: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c10-cnl-19-04',
    reference: 'CNL/19/04',
    kind: 'action',
    subject: 'Write to the Secretary of State about rural buses',
    asSaid: 'That the Leader write to the Secretary of State about rural buses by the end of March.',
    bodyId: 'council',
    madeOn: '2019-02-27',
    source: arisesFrom('council', '2019-02-27', '11.2', '1'),
    owner: { role: 'Leader of the Council', personId: 'adaeze-merlin' },
    due: { sort: 'day', day: '2019-03-29', asSaid: 'by the end of March' },
  },
  [
    accepted({ on: '2019-03-01', by: 'adaeze-merlin' }),
    saidDone({ on: '2019-03-11', by: 'adaeze-merlin' }, 'Letter of 11 March 2019, attached.'),
    // The procedure of Council lets its chair close an action between meetings.
    satisfied({ on: '2019-03-12', by: 'olu-puffin' }, { meetingId: null, minuteReference: null }),
  ],
);

const c11: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c11-cnl-19-01',
    reference: 'CNL/19/01',
    kind: 'referral',
    subject: 'Consider the climate motion and report to Council',
    asSaid:
      'That the motion be referred to the Scrutiny Coordination Committee, to consider it and report to Council in July.',
    bodyId: 'council',
    madeOn: '2019-01-16',
    source: arisesFrom('council', '2019-01-16', '9.1', '1'),
    owner: {
      role: 'Chair of the Scrutiny Coordination Committee',
      personId: 'ivor-dipper',
      linkOfficerId: 'nia-redstart',
    },
    due: { sort: 'day', day: '2019-07-10', asSaid: 'in July' },
  },
  [
    accepted({ on: '2019-01-22', by: 'ivor-dipper' }),
    placedOn({ on: '2019-03-07', by: 'tom-dunnock' }, 'scc', '2019-06-19'),
  ],
);

const c17: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c17-aud-19-01',
    reference: 'AUD/19/01',
    kind: 'report-back',
    subject: 'Outstanding audit actions',
    asSaid: 'That the report be noted and that outstanding audit actions be reported to every meeting.',
    bodyId: 'audit',
    madeOn: '2019-01-24',
    source: arisesFrom('audit', '2019-01-24', '7', '1'),
    owner: { role: 'Chief finance officer', personId: 'imran-godwit' },
    due: { sort: 'day', day: '2019-05-30', asSaid: 'to every meeting' },
    recurs: 'every-meeting',
  },
  [
    accepted({ on: '2019-01-29', by: 'imran-godwit' }),
    placedOn({ on: '2019-03-22', by: 'tom-dunnock' }, 'audit', '2019-05-30'),
  ],
);

const c18: PromiseStory = promiseStory(
  {
    ...tom,
    id: 'c18-cab-19-09',
    reference: 'CAB/19/09',
    kind: 'eia-mitigation',
    subject: 'Review the effect of the new library hours on wheelchair users',
    asSaid: 'The effect on wheelchair users will be reviewed three months after the decision.',
    bodyId: 'cabinet',
    madeOn: '2019-04-08',
    // From the equality impact assessment of an item that Cabinet has yet to decide: it has no minute.
    source: {
      meetingId: meetingId('cabinet', '2019-04-30'),
      itemId: businessId('item', 'cabinet', '2019-04-30', '4'),
      minuteId: null,
      resolutionId: null,
      limb: null,
    },
    owner: { role: 'Libraries manager', personId: 'ines-dabchick' },
    due: { sort: 'undated', asSaid: 'three months after the decision' },
    state: 'proposed',
  },
  [],
);

/** Promises to Council, Cabinet, Audit and Scrutiny Coordination. */
export const promisesToCouncil: readonly PromiseStory[] = [c07, c08, c09, c10, c11, c17, c18];
