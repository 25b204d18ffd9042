import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../shared/domain/calendar/day.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { dueOn, nextActionDay } from '../../../shared/domain/messages/due-on.ts';
import type { Milestone } from '../../../shared/domain/messages/milestone.ts';
import { milestonesOf } from '../../../shared/domain/messages/milestones.ts';
import { boardMeetings, outOfHospital, reminderContext } from '../../support/reminders.ts';

type Sent = { readonly on: Day; readonly milestone: Milestone };

/** Runs the rounds that the sparse index asks for, as a host does; on a day that is out, nothing runs. */
function runRounds(promise: Commitment, from: Day, days: number, isOut: (day: Day) => boolean = () => false) {
  const [handled, sent, overtaken] = [new Set<string>(), Array.of<Sent>(), Array.of<Milestone>()];
  let today: Day | null = from;
  while (today !== null && today < addDays(from, days)) {
    if (isOut(today)) {
      today = addDays(today, 1);
      continue;
    }
    const due = dueOn(promise, reminderContext, handled, today);
    for (const milestone of due.overtaken) overtaken.push(milestone);
    for (const milestone of due.send) sent.push({ on: today, milestone });
    for (const { key } of [...due.send, ...due.overtaken]) handled.add(key);
    today = nextActionDay(promise, reminderContext, handled, today);
  }
  return { sent, overtaken };
}

const someDay = (from: Day, days: number) => fc.nat(days).map((count) => addDays(from, count));
const acceptance = fc.constantFrom(
  { state: 'not-asked' as const, on: null },
  { state: 'asked' as const, on: '2019-03-04' },
  { state: 'accepted' as const, on: '2019-03-05' },
);
const placedOn = fc.option(
  fc.constantFrom(...boardMeetings).map(({ id, day }) => ({ meetingId: id, day, since: '2019-03-01' })),
);
const promises = fc
  .record({
    kind: fc.constantFrom('report-back' as const, 'action' as const, 'referral' as const, 'response' as const),
    from: someDay('2019-01-02', 400),
    length: fc.nat(300),
    chasedFrom: someDay('2018-12-01', 400),
    acceptance,
    placedOn,
  })
  .map(({ from, length, ...rest }) =>
    outOfHospital({ ...rest, due: { sort: 'window', from, to: addDays(from, length), asSaid: '' } }),
  );
const reportBacks = promises.map((promise): Commitment => ({ ...promise, kind: 'report-back' }));

const DAYS = 900;
const START = '2018-12-01';

test('nothing is ever sent on a day that is no working day, or before chasing began', () => {
  fc.assert(
    fc.property(promises, (promise) => {
      for (const { on, milestone } of runRounds(promise, START, DAYS).sent) {
        expect(isWorkingDay(on, reminderContext.calendar)).toBe(true);
        expect(isWorkingDay(milestone.day, reminderContext.calendar)).toBe(true);
        expect(milestone.day >= (promise.chasedFrom ?? '')).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
});

test('each milestone is sent or overtaken at most once a cycle, and their keys fit the message log', () => {
  fc.assert(
    fc.property(promises, someDay(START, 500), fc.nat(80), (promise, outFrom, outDays) => {
      const isOut = (day: Day) => day >= outFrom && day <= addDays(outFrom, outDays);
      const { sent, overtaken } = runRounds(promise, START, DAYS, isOut);
      const keys = [...sent.map(({ milestone }) => milestone.key), ...overtaken.map(({ key }) => key)];
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => key.length <= 80)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('the chair gets exactly one own message about a report-back whose window closes, outage or not', () => {
  fc.assert(
    fc.property(reportBacks, someDay(START, 500), fc.nat(60), (promise, outFrom, outDays) => {
      const to = promise.due.sort === 'window' ? promise.due.to : '';
      fc.pre((promise.chasedFrom ?? '') <= to);
      const isOut = (day: Day) => day >= outFrom && day <= addDays(outFrom, outDays);
      const { sent } = runRounds(promise, START, DAYS, isOut);
      const own = sent.filter(({ milestone }) =>
        milestone.tell.some(({ who, how }) => who === 'chair' && how === 'own'),
      );
      expect(own).toHaveLength(1);
    }),
    { numRuns: 12 },
  );
});

test('before its window closes an owner hears of one promise at most seventeen times, twice the usual', () => {
  // Two targets at most (placed, then the last meeting), six steps each, with the two asks, the placing and two ends.
  fc.assert(
    fc.property(promises, (promise) => {
      const to = promise.due.sort === 'window' ? promise.due.to : '';
      const { sent } = runRounds(promise, START, DAYS);
      const heard = sent.filter(({ on, milestone }) => on <= to && milestone.tell.some(({ who }) => who === 'owner'));
      expect(heard.length).toBeLessThanOrEqual(17);
    }),
    { numRuns: 12 },
  );
});

test('an outage of any length is followed by one message a matter, the latest', () => {
  fc.assert(
    fc.property(promises, someDay(START, DAYS), (promise, today) => {
      const { send, overtaken } = dueOn(promise, reminderContext, new Set(), today);
      expect(new Set(send.map(({ matter }) => matter)).size).toBe(send.length);
      for (const passed of overtaken) {
        const latest = send.find(({ matter }) => matter === passed.matter);
        expect(latest !== undefined && passed.day <= latest.day).toBe(true);
      }
    }),
  );
});

test('the sparse index never misses a day: between today and the next action day nothing is due', () => {
  fc.assert(
    fc.property(promises, someDay(START, DAYS), (promise, today) => {
      const due = dueOn(promise, reminderContext, new Set(), today);
      const handled = new Set([...due.send, ...due.overtaken].map(({ key }) => key));
      const next = nextActionDay(promise, reminderContext, handled, today);
      const end = next ?? addDays(today, 400);
      for (let day = addDays(today, 1); day < end; day = addDays(day, 7)) {
        expect(dueOn(promise, reminderContext, handled, day).send).toEqual([]);
      }
      if (next !== null) expect(isWorkingDay(next, reminderContext.calendar)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('repeats go on without end in sight but within a bound', () => {
  const milestones = milestonesOf(outOfHospital(), reminderContext);
  expect(milestones.filter(({ what }) => what === 'still-overdue').length).toBeLessThanOrEqual(45);
});
