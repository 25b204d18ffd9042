import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { londonDay, londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Signatory } from '../../../shared/domain/decisions/call-in-request.ts';
import { callInFindings, isValid, type SignatoryFacts } from '../../../shared/domain/decisions/call-in-validity.ts';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import { inWindow, publicationDay, windowOf } from '../../../shared/domain/decisions/standing.ts';
import {
  aDecision,
  backbencher,
  cabinetMember,
  england,
  officer,
  rule,
  scrutinyChair,
} from '../../support/decisions.ts';
import { holds } from '../../support/holds.ts';

const published = londonInstant('2019-04-11', '10:00');
const window = windowOf(published, { callIn: rule, closeTime: '17:00', calendar: england });
const open = (over: Partial<Decision> = {}) =>
  aDecision({ published: { at: published, by: 'tom-dunnock' }, state: 'call-in-open', ...over });

const signedBy = (...all: readonly (readonly [SignatoryFacts, string | null])[]) => {
  const signatories = all.map(
    ([, signedAt], index): Signatory => ({
      personId: `member-${index}`,
      signedAt,
      how: signedAt === null ? null : 'own-sign-in',
      seenBy: null,
    }),
  );
  const facts = new Map(all.map(([what], index) => [`member-${index}`, what]));
  return { request: { id: 'request-1', signatories }, facts };
};

const found = (signed: ReturnType<typeof signedBy>, over: Partial<Decision> = {}) =>
  callInFindings({ ...signed, decision: open(over), window, rule, calendar: england });
const notMet = (findings: ReturnType<typeof found>) => findings.filter(({ ok }) => !ok).map(({ check }) => check);

const monday = londonInstant('2019-04-15', '09:00');
const times = (count: number, what: readonly [SignatoryFacts, string | null]) =>
  Array.from({ length: count }, () => what);

test('the parking decision can be called in until five on Thursday 18 April and may take effect after Easter', () => {
  expect(window).toMatchObject({ publishedOn: '2019-04-11', closesOn: '2019-04-18', implementableFrom: '2019-04-23' });
  expect(window.closesAt).toBe('2019-04-18T16:00:00.000Z');
  const struck = window.sum.filter(({ part }) => part === 'left-out').map(({ day, why }) => `${day} ${why}`);
  expect(struck).toContain('2019-04-19 Good Friday');
  expect(struck).toContain('2019-04-22 Easter Monday');
});

test('what is published after the office has closed counts as published on the next working day', () => {
  expect(publicationDay(londonInstant('2019-04-11', '17:00'), '17:00', england)).toBe('2019-04-11');
  expect(publicationDay(londonInstant('2019-04-11', '17:01'), '17:00', england)).toBe('2019-04-12');
  expect(publicationDay(londonInstant('2019-04-18', '18:00'), '17:00', england)).toBe('2019-04-23');
  expect(publicationDay(londonInstant('2019-04-20', '10:00'), '17:00', england)).toBe('2019-04-23');
});

test('five members who are not of the executive are enough, and so are the scrutiny chair and two', () => {
  expect(isValid(found(signedBy(...times(5, [backbencher, monday]))))).toBe(true);
  expect(isValid(found(signedBy([scrutinyChair, monday], ...times(2, [backbencher, monday]))))).toBe(true);
});

test('four members are too few, and so is the scrutiny chair with one', () => {
  expect(notMet(found(signedBy(...times(4, [backbencher, monday]))))).toEqual(['signatories', 'in-time']);
  expect(notMet(found(signedBy([scrutinyChair, monday], [backbencher, monday])))).toContain('signatories');
});

test('members of the executive, officers and those who have not signed do not count', () => {
  for (const what of [cabinetMember, officer]) {
    const findings = found(signedBy(...times(4, [backbencher, monday]), [what, monday]));
    expect(findings[1]).toEqual({ check: 'signatories', ok: false, counted: 4, notCounted: 1 });
  }
  expect(isValid(found(signedBy(...times(4, [backbencher, monday]), [backbencher, null])))).toBe(false);
});

test('somebody named twice counts once', () => {
  const { request, facts } = signedBy(...times(4, [backbencher, monday]));
  const twice = { ...request, signatories: [...request.signatories, ...request.signatories] };
  expect(notMet(found({ request: twice, facts }))).toContain('signatories');
});

test('the fifth signature one working day late makes the request late, by one working day', () => {
  const late = londonInstant('2019-04-23', '09:00');
  const findings = found(signedBy(...times(4, [backbencher, monday]), [backbencher, late]));
  expect(findings[2]).toEqual({ check: 'in-time', ok: false, received: '2019-04-23', late: 1 });
  expect(findings[1]).toMatchObject({ ok: true });
});

test('on the last day the time decides: five o’clock is in time, a minute later is not', () => {
  const at = (time: string) => found(signedBy(...times(5, [backbencher, londonInstant('2019-04-18', time)])));
  expect(isValid(at('17:00'))).toBe(true);
  expect(at('17:01')[2]).toEqual({ check: 'in-time', ok: false, received: '2019-04-18', late: 0 });
});

test.each([
  ['it is urgent', { callIn: { sort: 'waived', why: 'urgent', reason: 'Flood' } }, 'waived-urgent'],
  [
    'it is no executive decision',
    { callIn: { sort: 'waived', why: 'not-executive', reason: '' } },
    'waived-not-executive',
  ],
  [
    'it is a recommendation',
    { callIn: { sort: 'waived', why: 'recommendation', reason: '' } },
    'waived-recommendation',
  ],
  [
    'it comes back decided',
    { callIn: { sort: 'waived', why: 'already-called-in', reason: '' } },
    'waived-already-called-in',
  ],
  ['it has been called in', { calledInBy: 'another' }, 'called-in-before'],
  ['it is not published', { published: null }, 'not-published'],
] as const)('a decision is not called in when %s, whoever signs', (_, over, why) => {
  const findings = found(signedBy(...times(24, [backbencher, monday])), over);
  expect(findings[0]).toEqual({ check: 'kind', ok: false, why });
  expect(isValid(findings)).toBe(false);
});

/**
 * rules.md 6 said again, plainly: the deadline is the fifth working day after the day of publication, which is not
 * counted; five members outside the executive (or the scrutiny chair and two) must have signed by the time it closes.
 */
function plainly(all: readonly (readonly [SignatoryFacts, string | null])[], publishedAt: string): boolean {
  let day = londonDay(publishedAt);
  for (let left = 5; left > 0; ) {
    day = new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !england.holidays.has(day)) left -= 1;
  }
  const deadline = londonInstant(day, '17:00');
  const counting = all.filter(([what, at]) => what.councillor && !what.executive && at !== null && at <= deadline);
  const chairs = counting.filter(([what]) => what.scrutinyChair).length;
  return counting.length >= 5 || (chairs > 0 && counting.length >= 3);
}

const moment = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map(([days, minutes]) =>
    new Date(Date.parse('2019-04-11T09:00:00Z') + (days * 1440 + minutes) * 60_000).toISOString(),
  );
const person = fc.constantFrom(backbencher, backbencher, scrutinyChair, cabinetMember, officer);
const names = fc.array(fc.tuple(person, fc.option(moment, { nil: null })), { minLength: 1, maxLength: 9 });

test('a request is valid exactly when a plain reading of the rule says so', () => {
  holds(
    fc.property(names, (all) => {
      expect(isValid(found(signedBy(...all)))).toBe(plainly(all, published));
    }),
  );
});

test('another signature never makes a valid request invalid', () => {
  holds(
    fc.property(names, person, moment, (all, what, at) => {
      fc.pre(isValid(found(signedBy(...all))));
      expect(isValid(found(signedBy(...all, [what, at])))).toBe(true);
    }),
  );
});

test('a request whole in time and not yet judged holds the decision back; a late one does not', () => {
  const tuesday = londonInstant('2019-04-23', '08:00');
  const request = (wholeAt: string | null) => [{ state: 'open' as const, wholeAt }];
  expect(inWindow(window, request(monday), tuesday)).toBe('waits-for-judgement');
  expect(inWindow(window, request(londonInstant('2019-04-18', '17:01')), tuesday)).toBe('may-take-effect');
  expect(inWindow(window, request(null), tuesday)).toBe('may-take-effect');
  expect(inWindow(window, [], londonInstant('2019-04-20', '12:00'))).toBe('closed');
  expect(inWindow(window, [], londonInstant('2019-04-18', '16:59'))).toBe('open');
});
