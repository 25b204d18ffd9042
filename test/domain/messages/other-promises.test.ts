import { expect, test } from '@jest/globals';
import { milestonesOf } from '../../../shared/domain/messages/milestones.ts';
import { aMeetingOn, outOfHospital, reminderContext } from '../../support/reminders.ts';

const line = ({ day, what, tell }: ReturnType<typeof milestonesOf>[number]) =>
  `${day} ${what}: ${tell.map(({ who, how }) => `${who} ${how}`).join(', ')}`;

test('an action is told five days before, on the day and the day after, then its manager and the briefing', () => {
  const promise = outOfHospital({
    kind: 'action',
    due: { sort: 'day', day: '2019-03-29', asSaid: 'by the end of March' },
    chasedFrom: '2019-01-31',
  });
  expect(milestonesOf(promise, reminderContext, '2019-04-15').map(line)).toEqual([
    '2019-03-22 due-soon: owner digest',
    '2019-03-29 due-today: owner own',
    '2019-04-01 overdue: owner own, secretary digest',
    '2019-04-05 still-overdue: line-manager digest',
    '2019-04-12 still-overdue: chair briefing',
    '2019-04-30 still-overdue: owner digest, line-manager digest, secretary digest',
    '2019-05-30 still-overdue: owner digest, line-manager digest, secretary digest',
  ]);
});

test("C07: Cabinet's response, due on a Sunday in May, is chased to its meeting of 30 April", () => {
  const promise = outOfHospital({
    kind: 'response',
    madeOn: '2019-03-20',
    chasedFrom: '2019-03-20',
    due: { sort: 'day', day: '2019-05-19', asSaid: 'within two months' },
  });
  const respondingMeetings = ['2019-04-09', '2019-04-30', '2019-05-28'].map((day) =>
    aMeetingOn(day, { bodyId: 'cabinet' }),
  );
  expect(milestonesOf(promise, { ...reminderContext, respondingMeetings }, '2019-06-01').map(line)).toEqual([
    '2019-03-21 response-asked: owner own',
    '2019-04-10 response-half-way: owner own',
    '2019-04-12 due-soon: owner own',
    '2019-04-30 due-today: owner own',
    '2019-05-20 overdue: secretary own, link-officer own',
    '2019-05-24 still-overdue: chair own',
  ]);
});

test('C13: an undated promise never troubles its owner; the third time the briefing carries it', () => {
  const promise = outOfHospital({ due: { sort: 'undated', asSaid: 'in due course' }, chasedFrom: '2019-05-01' });
  const found = milestonesOf(promise, reminderContext, '2019-12-31').slice(0, 3).map(line);
  expect(found).toEqual([
    '2019-05-21 no-date: secretary digest',
    '2019-07-03 no-date: secretary digest',
    '2019-08-20 no-date: secretary digest, chair briefing',
  ]);
});

test('C20: "not mine" goes to the secretary and the owner hears nothing more', () => {
  const promise = outOfHospital({
    kind: 'action',
    state: 'not-mine',
    acceptance: { state: 'refused', on: '2019-04-05' },
    due: { sort: 'day', day: '2019-04-30', asSaid: '' },
    chasedFrom: '2019-03-14',
  });
  const milestones = milestonesOf(promise, reminderContext, '2019-12-31');
  expect(milestones[0]).toMatchObject({
    day: '2019-04-08',
    what: 'reassign',
    tell: [{ who: 'secretary', how: 'digest' }],
  });
  expect(milestones.flatMap(({ tell }) => tell).filter(({ who }) => who === 'owner')).toEqual([]);
});

test.each(['proposed', 'done', 'reported', 'closed', 'withdrawn', 'history'] as const)(
  'nothing is sent about a promise that is %s',
  (state) => {
    expect(milestonesOf(outOfHospital({ state }), reminderContext)).toEqual([]);
  },
);

test('nothing is sent while chasing is off, for the promise or for its body', () => {
  const off = { ...reminderContext, policy: { ...reminderContext.policy, chasing: false } };
  expect(milestonesOf(outOfHospital({ chasedFrom: null }), reminderContext)).toEqual([]);
  expect(milestonesOf(outOfHospital(), off)).toEqual([]);
});

test('C12: a yearly report far off is quiet until January', () => {
  const promise = outOfHospital({
    bodyId: 'hwb',
    due: { sort: 'day', day: '2020-03-09', asSaid: 'annually' },
    chasedFrom: '2019-03-12',
  });
  const meetings = [aMeetingOn('2020-03-09', { id: 'hwb-2020-03-09', bodyId: 'hwb' })];
  const milestones = milestonesOf(promise, { ...reminderContext, meetings }, '2019-12-31');
  expect(milestones.filter(({ day }) => day < '2019-12-20')).toEqual([]);
});
