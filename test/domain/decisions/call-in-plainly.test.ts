import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, type Day, londonDay, londonInstant } from '../../../shared/domain/calendar/day.ts';
import {
  callInFindings,
  isValid,
  type SignatoryFacts,
  wholeAt,
} from '../../../shared/domain/decisions/call-in-validity.ts';
import { inWindow, judgedBy, waitsForJudgement, windowOf } from '../../../shared/domain/decisions/standing.ts';
import { aDecision, backbencher, cabinetMember, england, officer, scrutinyChair } from '../../support/decisions.ts';
import { holds } from '../../support/holds.ts';

/*
 * rules.md 6 said again, plainly, for any day of ten years: the day of publication is not counted (after the office has
 * closed it is the next working day); call-in closes at its time on the n-th working day after; the decision may take
 * effect on the next working day; enough members of the council who are not of the executive must have signed by then.
 */
const works = (day: Day): boolean => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !england.holidays.has(day);
};
function nthWorkingDayAfter(day: Day, count: number): Day {
  let [at, left] = [day, count];
  while (left > 0) {
    at = addDays(at, 1);
    if (works(at)) left -= 1;
  }
  return at;
}
function plainWindow(publishedAt: string, days: number, close: string) {
  const on = londonDay(publishedAt);
  const counts = works(on) && publishedAt <= londonInstant(on, close) ? on : nthWorkingDayAfter(on, 1);
  const closesOn = nthWorkingDayAfter(counts, days);
  return { publishedOn: counts, closesOn, implementableFrom: nthWorkingDayAfter(closesOn, 1) };
}

const MINUTE = 60_000;
const minutesFrom = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * MINUTE).toISOString();
// 2018 to 2027: every holiday of the shipped calendar, both changes of the clock each year.
const publications = fc
  .integer({ min: 0, max: 10 * 365 * 1440 })
  .map((minutes) => minutesFrom('2018-01-01T00:00:00.000Z', minutes));
const times = fc.constantFrom('12:00', '16:30', '17:00');
const rules = fc.record({
  workingDays: fc.integer({ min: 1, max: 10 }),
  closesAt: times,
  members: fc.integer({ min: 1, max: 6 }),
  withChair: fc.integer({ min: 1, max: 3 }),
});
const ruleOf = ({ workingDays, closesAt, members, withChair }: { [key: string]: number | string }) => ({
  workingDays: Number(workingDays),
  closesAt: String(closesAt),
  signatories: [
    { members: Number(members), scrutinyChair: false },
    { members: Number(withChair), scrutinyChair: true },
  ],
  heardBy: null,
});

test('a decision published at the very minute at which the office closes counts that day, and a minute later the next', () => {
  const days = fc.integer({ min: 0, max: 3650 }).map((count) => addDays('2018-01-01', count));
  holds(
    fc.property(days, fc.integer({ min: -1, max: 1 }), times, (day, minutes, closeTime) => {
      const publishedAt = minutesFrom(londonInstant(day, closeTime), minutes);
      const callIn = ruleOf({ workingDays: 5, closesAt: '17:00', members: 5, withChair: 2 });
      const window = windowOf(publishedAt, { callIn, closeTime, calendar: england });
      expect(window.publishedOn).toBe(works(day) && minutes <= 0 ? day : nthWorkingDayAfter(day, 1));
    }),
  );
});

test('the window of a decision published at any moment of ten years is the one that is counted by hand', () => {
  holds(
    fc.property(publications, rules, times, (publishedAt, by, closeTime) => {
      const window = windowOf(publishedAt, { callIn: ruleOf(by), closeTime, calendar: england });
      expect(window).toMatchObject(plainWindow(publishedAt, by.workingDays, closeTime));
      expect(window.closesAt).toBe(londonInstant(window.closesOn, by.closesAt));
      expect(judgedBy(window)).toBe(window.implementableFrom);
    }),
  );
});

const person = fc.constantFrom(backbencher, backbencher, backbencher, scrutinyChair, cabinetMember, officer);
// Minutes around the closing of the window, so that the edge is met often.
const around = fc.option(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -4000, max: 4000 })), {
  nil: null,
  freq: 5,
});
const signers = fc.array(fc.tuple(person, around), { minLength: 1, maxLength: 10 });

test('whoever signs and whenever, around the closing of any window, a request is valid exactly when the plain rule says so', () => {
  holds(
    fc.property(publications, rules, signers, (publishedAt, by, all) => {
      const rule = ruleOf(by);
      const window = windowOf(publishedAt, { callIn: rule, closeTime: '17:00', calendar: england });
      const signed = all.map(([what, at]): readonly [SignatoryFacts, string | null] => [
        what,
        at === null ? null : minutesFrom(window.closesAt, at),
      ]);
      const signatories = signed.map(([, signedAt], at) => ({
        personId: `member-${at}`,
        signedAt,
        how: null,
        seenBy: null,
      }));
      const facts = new Map(signed.map(([what], at) => [`member-${at}`, what]));
      const decision = aDecision({ published: { at: publishedAt, by: 'tom-dunnock' }, state: 'call-in-open' });
      const request = { id: 'request-1', signatories };
      const inTime = signed.filter(
        ([what, at]) => what.councillor && !what.executive && at !== null && at <= window.closesAt,
      );
      const chairs = inTime.filter(([what]) => what.scrutinyChair).length;
      const plainly = inTime.length >= by.members || (chairs > 0 && inTime.length >= by.withChair + 1);
      expect(isValid(callInFindings({ decision, request, window, rule, facts, calendar: england }))).toBe(plainly);
      // And it holds the decision back exactly so long as nobody has judged it.
      const whole = wholeAt(signatories, rule, facts);
      expect(waitsForJudgement({ state: 'open', wholeAt: whole }, window)).toBe(plainly);
      for (const state of ['valid', 'not-valid', 'withdrawn', 'lapsed'] as const)
        expect(waitsForJudgement({ state, wholeAt: whole }, window)).toBe(false);
    }),
  );
});

test('at any moment a decision is open, closed, held back or free, as the day and the requests plainly say', () => {
  const states = fc.constantFrom('open' as const, 'valid' as const, 'not-valid' as const, 'lapsed' as const);
  const requests = fc.array(fc.tuple(states, around), { maxLength: 4 });
  holds(
    fc.property(publications, rules, requests, fc.integer({ min: -9000, max: 9000 }), (publishedAt, by, all, later) => {
      const window = windowOf(publishedAt, { callIn: ruleOf(by), closeTime: '17:00', calendar: england });
      const now = minutesFrom(window.closesAt, later);
      const asked = all.map(([state, at]) => ({
        state,
        wholeAt: at === null ? null : minutesFrom(window.closesAt, at),
      }));
      const held = all.some(([state, at]) => state === 'open' && at !== null && at <= 0);
      const plainly =
        later <= 0
          ? 'open'
          : held
            ? 'waits-for-judgement'
            : londonDay(now) < window.implementableFrom
              ? 'closed'
              : 'may-take-effect';
      expect(inWindow(window, asked, now)).toBe(plainly);
    }),
  );
});
