import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../shared/domain/calendar/day.ts';
import { isInPart, pressingFirst } from '../../../shared/domain/commitments/action-log.ts';
import { commitmentState } from '../../../shared/domain/commitments/commitment.ts';
import { questionOf } from '../../../shared/domain/commitments/needs-answer.ts';
import { nextStepOf } from '../../../shared/domain/commitments/next-step.ts';
import { cameLateBy, lastHeard, standingOf } from '../../../shared/domain/commitments/standing.ts';
import { aCommitment } from '../../support/builders.ts';
import { holds } from '../../support/holds.ts';
import { brackenfordCalendar as calendar } from '../../support/reminders.ts';

const due = (day: string) => ({ sort: 'day' as const, day, asSaid: '' });
const accepted = { state: 'accepted' as const, on: '2019-04-16' };

test('overdue is counted in working days of the body after the last day', () => {
  const airQuality = aCommitment({ due: { sort: 'window', from: '2018-11-28', to: '2019-02-28', asSaid: '' } });
  expect(standingOf(airQuality, { today: '2019-04-15', calendar })).toEqual({
    sort: 'overdue',
    last: '2019-02-28',
    workingDays: 32,
  });
  expect(standingOf(airQuality, { today: '2019-02-28', calendar })).toMatchObject({ sort: 'left', workingDays: 0 });
});

test('Easter does not count towards what is left', () => {
  const promise = aCommitment({ due: due('2019-04-23') });
  expect(standingOf(promise, { today: '2019-04-18', calendar })).toMatchObject({ sort: 'left', workingDays: 1 });
});

test('a promise is never both left and overdue, and becomes overdue on the day after its last', () => {
  holds(
    fc.property(fc.integer({ min: -400, max: 400 }), (shift) => {
      const today = addDays('2019-04-15', shift);
      const { sort } = standingOf(aCommitment({ due: due('2019-04-15') }), { today, calendar });
      expect(sort).toBe(shift > 0 ? 'overdue' : 'left');
    }),
  );
});

test('what came late stays late after it has been closed, to the day on which it came', () => {
  const closed = aCommitment({
    state: 'closed',
    due: due('2018-10-12'),
    overdueSince: '2018-10-12',
    doneOn: '2018-10-19',
  });
  expect(cameLateBy(closed, calendar)).toBe(5);
  expect(cameLateBy({ ...closed, overdueSince: null }, calendar)).toBe(0);
});

test('the last thing heard is the latest of what anybody said', () => {
  const progress = [{ on: '2019-05-01', by: 'owen-sandpiper', text: 'A draft is with finance.' }];
  expect(lastHeard(aCommitment())).toBeNull();
  expect(lastHeard(aCommitment({ acceptance: accepted }))).toMatchObject({ sort: 'accepted' });
  expect(lastHeard(aCommitment({ acceptance: accepted, progress }))).toMatchObject({
    text: 'A draft is with finance.',
  });
});

test('the next step goes from accepting to placing to bringing to considering to closing', () => {
  const at = (overrides: Parameters<typeof aCommitment>[0], today = '2019-05-01') =>
    nextStepOf(aCommitment(overrides), { today, gap: null });
  const placedOn = { meetingId: 'hosb-2019-10-09', day: '2019-10-09', since: '2019-05-01' };
  expect(at({})).toEqual({ step: 'accept', whose: 'owner' });
  expect(at({ acceptance: accepted })).toEqual({ step: 'place', whose: 'secretary' });
  expect(at({ acceptance: accepted, placedOn })).toEqual({ step: 'bring', whose: 'owner' });
  expect(at({ acceptance: accepted, placedOn }, '2019-10-10')).toEqual({ step: 'consider', whose: 'secretary' });
  expect(at({ state: 'reported' })).toEqual({ step: 'close', whose: 'secretary' });
  expect(at({ state: 'closed' })).toEqual({ step: 'nothing', whose: 'nobody' });
});

test('a vacancy, a refusal and a promise read too late come before everything else', () => {
  const on = { today: '2019-05-01', gap: null };
  expect(nextStepOf(aCommitment(), { ...on, gap: 'vacant' }).step).toBe('find-owner');
  expect(nextStepOf(aCommitment({ state: 'not-mine' }), on).step).toBe('reassign');
  expect(nextStepOf(aCommitment({ chasedFrom: null }), on).step).toBe('already-late');
});

test('the secretary is asked of nothing that has ended', () => {
  for (const state of commitmentState.options) {
    const question = questionOf(aCommitment({ state, chasedFrom: null }), 'vacant', '2019-05-01');
    if (['closed', 'withdrawn', 'history', 'proposed'].includes(state)) expect(question).toBeNull();
  }
});

test('the meeting a promise was placed on has been: what was said there is asked for', () => {
  const placedOn = { meetingId: 'hosb-2019-04-25', day: '2019-04-25', since: '2019-04-15' };
  expect(questionOf(aCommitment({ placedOn, state: 'done' }), null, '2019-04-25')).toBeNull();
  expect(questionOf(aCommitment({ placedOn, state: 'done' }), null, '2019-04-26')).toBe('consider');
});

test('an action log puts what is overdue first and what has no date last', () => {
  const [late, soon, undated] = [
    aCommitment({ id: 'late', due: due('2019-03-29') }),
    aCommitment({ id: 'soon', due: due('2019-04-30') }),
    aCommitment({ id: 'undated', due: { sort: 'undated', asSaid: 'in due course' } }),
  ];
  const ordered = pressingFirst([undated, soon, late], '2019-04-15').map(({ id }) => id);
  expect(ordered).toEqual(['late', 'soon', 'undated']);
  expect([late, soon, undated].map((one) => isInPart(one, 'month', '2019-04-15'))).toEqual([false, true, false]);
  expect([late, soon, undated].map((one) => isInPart(one, 'unplaced', '2019-04-15'))).toEqual([true, true, false]);
});
