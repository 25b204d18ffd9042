import { expect, test } from '@jest/globals';
import type { Milestone } from '../../../shared/domain/messages/milestone.ts';
import { milestonesOf } from '../../../shared/domain/messages/milestones.ts';
import { aMeetingOn, boardMeetings, outOfHospital, reminderContext } from '../../support/reminders.ts';

const until = '2019-10-18';
const untilClosed = (milestones: readonly Milestone[]) => milestones.filter((milestone) => milestone.day <= until);
const hears = (milestones: readonly Milestone[], who: string, how?: string) =>
  untilClosed(milestones)
    .filter((milestone) => milestone.tell.some((tell) => tell.who === who && (how === undefined || tell.how === how)))
    .map((milestone) => milestone.day);

test('the Coventry report-back is chased to 25 September and overdue on 18 October 2019', () => {
  const delivery = untilClosed(milestonesOf(outOfHospital(), reminderContext, until)).filter(
    (milestone) => milestone.matter === 'delivery',
  );
  expect(delivery.map(({ day, what }) => `${day} ${what}`)).toEqual([
    '2019-07-30 start-now',
    '2019-08-28 report-due-soon',
    '2019-09-11 report-due-soon',
    '2019-09-18 report-due-soon',
    '2019-09-25 report-due-today',
    '2019-09-26 report-missing',
    '2019-10-01 agenda-without-it',
    '2019-10-18 overdue',
  ]);
});

test('the owner is touched eight times in six months, the chair gets one message', () => {
  const asked = milestonesOf(outOfHospital({ acceptance: { state: 'not-asked', on: null } }), reminderContext, until);
  const accepted = milestonesOf(outOfHospital(), reminderContext, until);
  expect(hears(asked, 'owner')[0]).toBe('2019-04-16');
  expect(1 + hears(accepted, 'owner').length).toBe(8);
  expect(hears(accepted, 'chair', 'own')).toEqual(['2019-10-18']);
  expect(hears(accepted, 'chair', 'briefing')).toEqual(['2019-09-26', '2019-10-01']);
});

test('the secretary hears that it is not placed when the window opens, and no more once it is placed', () => {
  const unplaced = milestonesOf(outOfHospital(), reminderContext, until);
  expect(unplaced.find((milestone) => milestone.what === 'not-placed')?.day).toBe('2019-04-17');
  const placedOn = { meetingId: 'hosb-2019-10-09', day: '2019-10-09', since: '2019-05-01' };
  const placed = milestonesOf(outOfHospital({ placedOn }), reminderContext, until);
  expect(placed.some((milestone) => milestone.what === 'not-placed')).toBe(false);
  expect(placed.find((milestone) => milestone.key === 'c0/T-20/hosb-2019-10-09')?.tell).toEqual([
    { who: 'owner', how: 'digest' },
  ]);
});

test('placed on an earlier meeting it is chased to that one first, and then to the last in the window', () => {
  const placedOn = { meetingId: 'hosb-2019-07-24', day: '2019-07-24', since: '2019-05-01' };
  const days = untilClosed(milestonesOf(outOfHospital({ placedOn }), reminderContext, until))
    .filter((milestone) => milestone.matter === 'delivery')
    .map((milestone) => milestone.day);
  expect(days).toContain('2019-07-10');
  expect(days.filter((day) => day > '2019-07-24')).toEqual([
    '2019-07-30',
    '2019-08-28',
    '2019-09-11',
    '2019-09-18',
    '2019-09-25',
    '2019-09-26',
    '2019-10-01',
    '2019-10-18',
  ]);
});

test('C03, due at the June meeting, has its paper due by 29 May', () => {
  const promise = outOfHospital({ due: { sort: 'day', day: '2019-06-12', asSaid: 'to the June meeting' } });
  const [due] = milestonesOf(promise, reminderContext, until).filter(({ what }) => what === 'report-due-today');
  expect(due?.day).toBe('2019-05-29');
});

test('C01, whose last meeting was 30 January, is overdue from 1 March 2019', () => {
  const promise = outOfHospital({
    due: { sort: 'window', from: '2018-11-28', to: '2019-02-28', asSaid: 'within the next three months' },
    chasedFrom: '2018-11-29',
  });
  const milestones = milestonesOf(promise, reminderContext, '2019-04-15');
  expect(milestones.find(({ what }) => what === 'report-due-today')?.day).toBe('2019-01-16');
  expect(milestones.find(({ what }) => what === 'overdue')?.day).toBe('2019-03-01');
  expect(milestones.filter(({ what }) => what === 'still-overdue').map(({ key, day }) => `${key} ${day}`)).toEqual([
    'c0/overdue+5 2019-03-07',
    'c0/overdue+10 2019-03-14',
    'c0/overdue+20 2019-03-28',
    'c0/overdue+40 2019-04-29',
    'c0/overdue+60 2019-05-29',
  ]);
});

test('with no meeting in the window it is chased to the last working day of the window', () => {
  const context = { ...reminderContext, meetings: [] };
  const promise = outOfHospital({ due: { sort: 'window', from: '2019-04-17', to: '2019-10-20', asSaid: '' } });
  const milestones = milestonesOf(promise, context, until);
  expect(milestones.find(({ what }) => what === 'report-due-today')?.day).toBe('2019-10-18');
  expect(milestones.find(({ what }) => what === 'overdue')?.day).toBe('2019-10-21');
  expect(milestones.some(({ what }) => what === 'report-missing')).toBe(false);
});

test('when the last meeting is cancelled the promise is chased to the one before it', () => {
  const meetings = boardMeetings.map((meeting) =>
    meeting.day === '2019-10-09' ? aMeetingOn('2019-10-09', { state: 'cancelled' }) : meeting,
  );
  const milestones = milestonesOf(outOfHospital(), { ...reminderContext, meetings }, until);
  expect(milestones.find(({ what }) => what === 'report-due-today')?.day).toBe('2019-08-28');
});

test('a meeting already held in the window still counts as the last one', () => {
  const meetings = boardMeetings.map((meeting) => ({ ...meeting, state: 'held' as const }));
  expect(milestonesOf(outOfHospital(), { ...reminderContext, meetings }, until)).toEqual(
    milestonesOf(outOfHospital(), reminderContext, until),
  );
});

test('"overdue" is not said of something nobody accepted, and its line manager is not told', () => {
  const promise = outOfHospital({ acceptance: { state: 'asked', on: '2019-04-16' } });
  const milestones = milestonesOf(promise, reminderContext, until);
  const closed = milestones.find(({ key }) => key === 'c0/overdue');
  expect(closed?.what).toBe('lapsed-unaccepted');
  expect(closed?.tell.map(({ who }) => who)).toEqual(['owner', 'secretary', 'chair']);
});

test('while more time is asked for the owner is left alone until the window has closed', () => {
  const extension = {
    askedOn: '2019-09-02',
    askedBy: 'owen-sandpiper',
    reason: 'figures late',
    was: outOfHospital().due,
    wanted: outOfHospital().due,
    answer: 'waiting' as const,
    answeredOn: null,
    answeredBy: null,
  };
  const milestones = milestonesOf(outOfHospital({ extensions: [extension] }), reminderContext, until);
  expect(hears(milestones, 'owner')).toEqual(['2019-10-18']);
  expect(milestones.find(({ what }) => what === 'answer-more-time')?.day).toBe('2019-09-03');
});

test('placed late, on a meeting after its window, the repeats fall silent until that meeting', () => {
  const placedOn = { meetingId: 'hosb-2019-11-27', day: '2019-11-27', since: '2019-10-21' };
  const late = milestonesOf(outOfHospital({ placedOn }), reminderContext, '2019-12-31');
  const repeats = late.filter(({ what }) => what === 'still-overdue').map(({ day }) => day);
  expect(late.find(({ what }) => what === 'overdue')?.day).toBe('2019-10-18');
  expect(late.find(({ what }) => what === 'report-due-today')?.day).toBe('2019-11-13');
  expect(repeats.every((day) => day > '2019-11-27')).toBe(true);
});
