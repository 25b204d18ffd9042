import { accepted, arisesFrom, type PromiseStory, placedOn, promiseStory } from './promise-story.ts';

const maya = { recordedBy: 'maya-lapwing' };
const grace = { recordedBy: 'grace-siskin' };

const c12: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c12-hwb-19-02',
    reference: 'HWB/19/02',
    kind: 'report-back',
    subject: 'Suicide prevention plan: annual report',
    asSaid: 'That the report be noted and that it be brought each year.',
    bodyId: 'hwb',
    madeOn: '2019-03-11',
    source: arisesFrom('hwb', '2019-03-11', '6', '1'),
    owner: { role: 'Director of public health', personId: 'amara-whimbrel' },
    due: { sort: 'day', day: '2020-03-09', asSaid: 'each year' },
    recurs: 'yearly',
  },
  [
    accepted({ on: '2019-03-14', by: 'amara-whimbrel' }),
    placedOn({ on: '2019-03-18', by: 'maya-lapwing' }, 'hwb', '2020-03-09'),
  ],
);

const c13: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c13-hwb-18-08',
    reference: 'HWB/18/08',
    kind: 'report-back',
    subject: 'More on the workforce strategy',
    asSaid: 'That the position be noted, and that more on the workforce strategy be brought in due course.',
    bodyId: 'hwb',
    madeOn: '2018-12-10',
    source: arisesFrom('hwb', '2018-12-10', '4', '1'),
    owner: { role: "Director of children's services", personId: 'colin-turnstone' },
    due: { sort: 'undated', asSaid: 'in due course' },
  },
  [],
  [
    {
      milestoneKey: 'c0/no-date/meeting-hwb-2019-03-11',
      day: '2019-02-18',
      who: 'maya-lapwing',
      title: 'No date: more on the workforce strategy',
    },
  ],
);

const c14: PromiseStory = promiseStory(
  {
    ...maya,
    id: 'c14-pse-19-02',
    reference: 'PSE/19/02',
    kind: 'action',
    subject: 'Circulate the revised terms of reference',
    asSaid: 'That the revised terms of reference be circulated by 26 April 2019.',
    bodyId: 'partnership',
    madeOn: '2019-03-21',
    source: arisesFrom('partnership', '2019-03-21', '4', '1'),
    // Nobody holds this role: the vacancy is to stand out.
    owner: { role: 'Partnership manager', personId: null },
    due: { sort: 'day', day: '2019-04-26', asSaid: 'by 26 April 2019' },
  },
  [],
);

const c15: PromiseStory = promiseStory(
  {
    ...grace,
    id: 'c15-pcc-19-04',
    reference: 'PCC/19/04',
    kind: 'action',
    subject: 'Confirm the list dispersal of a closing practice',
    asSaid:
      'The list dispersal of the practice that is to close on 31 May was still to be confirmed, by the end of April.',
    bodyId: 'pccc',
    madeOn: '2019-01-08',
    source: arisesFrom('pccc', '2019-01-08', '3', null),
    // Left on 31 March and still the owner: it needs a new one.
    owner: { role: 'Interim director', personId: 'pat-dotterel' },
    due: { sort: 'day', day: '2019-04-30', asSaid: 'by the end of April' },
  },
  [accepted({ on: '2019-01-14', by: 'pat-dotterel' })],
);

const c16: PromiseStory = promiseStory(
  {
    ...grace,
    id: 'c16-gb-19-06',
    reference: 'GB/19/06',
    kind: 'report-back',
    subject: 'Assurance on never events',
    asSaid: 'That the paper be noted, with assurance on never events at the next meeting.',
    bodyId: 'governing-body',
    madeOn: '2019-03-26',
    source: arisesFrom('governing-body', '2019-03-26', '10', '1'),
    owner: { role: 'Director of nursing', personId: 'nadia-pochard' },
    due: { sort: 'day', day: '2019-05-28', asSaid: 'at the next meeting' },
  },
  [
    accepted({ on: '2019-03-29', by: 'nadia-pochard' }),
    placedOn({ on: '2019-04-01', by: 'grace-siskin' }, 'governing-body', '2019-05-28'),
  ],
);

/** Promises to the Health and Wellbeing Board, the partnership and the NHS bodies. */
export const promisesToPartners: readonly PromiseStory[] = [c12, c13, c14, c15, c16];
