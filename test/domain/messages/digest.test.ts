import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../shared/domain/calendar/day.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import { capOwnMessages, type DigestLine, digestFor } from '../../../shared/domain/messages/digest.ts';
import { whatWouldBeSent } from '../../../shared/domain/messages/forecast.ts';
import { policySentences } from '../../../shared/domain/messages/policy-sentences.ts';
import { policyOn, reminderPolicy, shippedPolicy } from '../../../shared/domain/messages/reminder-policy.ts';
import { boardMeetings, brackenfordCalendar, outOfHospital, reminderContext } from '../../support/reminders.ts';

const weekly = { weeklyDay: 1, dailyDigest: false };
const on = (today: Day) => ({ today, calendar: brackenfordCalendar, policy: shippedPolicy, meetings: boardMeetings });
const aLine = (overrides: Partial<DigestLine> = {}): DigestLine => ({
  as: 'owner',
  section: 'clocks',
  day: '2019-10-09',
  pastDue: false,
  reference: 'HOSB/18/15',
  ...overrides,
});
const goes = (today: Day, line: DigestLine, reader = weekly) => digestFor(reader, [line], on(today)).length > 0;

test("an owner's digest goes on Mondays, on the Tuesday after a bank holiday Monday, and never empty", () => {
  expect(goes('2019-04-15', aLine())).toBe(true);
  expect(goes('2019-04-16', aLine())).toBe(false);
  expect(goes('2019-04-22', aLine())).toBe(false);
  expect(goes('2019-04-23', aLine())).toBe(true);
  expect(digestFor(weekly, [], on('2019-04-15'))).toEqual([]);
});

test("an owner's digest goes on other days only when something is due within two working days", () => {
  expect(goes('2019-04-17', aLine({ day: '2019-04-23' }))).toBe(true);
  expect(goes('2019-04-16', aLine({ day: '2019-04-23' }))).toBe(false);
});

test('a person may choose another day of the week, or every day', () => {
  expect(goes('2019-04-17', aLine(), { weeklyDay: 3, dailyDigest: false })).toBe(true);
  expect(goes('2019-04-15', aLine(), { weeklyDay: 3, dailyDigest: false })).toBe(false);
  expect(goes('2019-04-16', aLine(), { weeklyDay: 1, dailyDigest: true })).toBe(true);
});

test('the week that the office is shut passes its digest on', () => {
  expect(goes('2019-12-30', aLine())).toBe(false);
  expect(goes('2020-01-02', aLine())).toBe(true);
});

test("a chair's digest goes one working day before the briefing, and in a month without one on its first Monday", () => {
  // Meeting 9 October: briefing eight working days before, Friday 27 September; digest the day before.
  expect(goes('2019-09-26', aLine({ as: 'chair' }))).toBe(true);
  expect(goes('2019-09-27', aLine({ as: 'chair' }))).toBe(false);
  expect(goes('2019-12-02', aLine({ as: 'chair' }))).toBe(true);
  expect(goes('2019-12-09', aLine({ as: 'chair' }))).toBe(false);
});

test("a line manager's digest goes on Monday only if something is past due", () => {
  expect(goes('2019-04-15', aLine({ as: 'line-manager' }))).toBe(false);
  expect(goes('2019-04-15', aLine({ as: 'line-manager', pastDue: true }))).toBe(true);
  expect(goes('2019-04-16', aLine({ as: 'line-manager', pastDue: true }))).toBe(false);
});

test("a secretary's digest goes daily: clocks first, then missing, then answers, then messages that came back", () => {
  const lines = [
    aLine({ as: 'secretary', section: 'bounces', day: null }),
    aLine({ as: 'secretary', section: 'answers', day: '2019-04-01' }),
    aLine({ as: 'secretary', section: 'missing', day: '2019-04-02' }),
    aLine({ as: 'secretary', section: 'clocks', day: '2019-10-09' }),
    aLine({ as: 'secretary', section: 'clocks', day: '2019-04-25' }),
  ];
  expect(digestFor(weekly, lines, on('2019-04-16')).map(({ section, day }) => `${section} ${day}`)).toEqual([
    'clocks 2019-04-25',
    'clocks 2019-10-09',
    'missing 2019-04-02',
    'answers 2019-04-01',
    'bounces null',
  ]);
});

test('no digest ever goes on a day that is no working day', () => {
  const lines = fc.array(
    fc.constantFrom('owner' as const, 'secretary' as const, 'chair' as const, 'line-manager' as const),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(lines, fc.nat(400), (capacities, offset) => {
      const today = addDays('2019-01-01', offset);
      const waiting = capacities.map((as) => aLine({ as, pastDue: true }));
      if (digestFor(weekly, waiting, on(today)).length > 0) expect(isWorkingDay(today, brackenfordCalendar)).toBe(true);
    }),
  );
});

test('at most three messages alone a day; beyond that the last one carries the rest', () => {
  expect(capOwnMessages(['a', 'b', 'c'], shippedPolicy)).toEqual({ alone: ['a', 'b', 'c'], together: [] });
  expect(capOwnMessages(['a', 'b', 'c', 'd'], shippedPolicy)).toEqual({ alone: ['a', 'b'], together: ['c', 'd'] });
  expect(capOwnMessages(['a', 'b'], shippedPolicy, 3)).toEqual({ alone: [], together: ['a', 'b'] });
});

test('what would be sent in sixty days is foreseen, day by day, as it will then be sent', () => {
  const foreseen = whatWouldBeSent([outOfHospital()], {
    contextOf: () => reminderContext,
    handledOf: () => new Set(['c0/window-opens-unplaced']),
    from: '2019-07-29',
  });
  expect(foreseen.map(({ day, milestone }) => `${day} ${milestone.what}`)).toEqual([
    '2019-07-30 start-now',
    '2019-08-28 report-due-soon',
    '2019-09-11 report-due-soon',
    '2019-09-18 report-due-soon',
    '2019-09-25 report-due-today',
    '2019-09-26 report-missing',
  ]);
});

test('the policy can be read as sentences, and each number in it is said', () => {
  const text = policySentences(shippedPolicy)
    .map(({ when, who }) => `${when}: ${who}`)
    .join('\n');
  expect(text).toContain('40 working days before the report deadline: The owner in the digest: start now');
  expect(text).toContain('1 working day overdue');
  expect(text).toContain('At most 3 a day to one person');
});

test("a body's own policy of the day counts before the organisation's, and that before the preset", () => {
  expect(reminderPolicy.parse(shippedPolicy)).toEqual(shippedPolicy);
  const [organisations, bodys] = [2, 5].map((most) => ({
    ...shippedPolicy,
    digests: { ...shippedPolicy.digests, ownMessagesAtMost: most },
  }));
  if (!organisations || !bodys) throw new Error('two policies expected');
  const records = [
    { id: 'p1', bodyId: 'organisation', from: '2019-01-01', to: null, policy: organisations },
    { id: 'p2', bodyId: 'hosb', from: '2019-04-01', to: '2019-06-30', policy: bodys },
  ];
  expect(policyOn(records, 'hosb', '2019-05-01').digests.ownMessagesAtMost).toBe(5);
  expect(policyOn(records, 'hosb', '2019-07-01').digests.ownMessagesAtMost).toBe(2);
  expect(policyOn(records, 'hosb', '2018-07-01').digests.ownMessagesAtMost).toBe(3);
});
