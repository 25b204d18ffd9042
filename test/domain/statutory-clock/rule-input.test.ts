import { expect, test } from '@jest/globals';
import { computeRule } from '../../../shared/domain/statutory-clock/registry.ts';
import { BadRuleInput, UnknownRule } from '../../../shared/domain/statutory-clock/rule-input.ts';

const meeting = { meetingDate: '2022-09-20', clearDays: 5 };

const wrong: readonly (readonly [string, string, unknown, string])[] = [
  ['a day that is no day', 'DPI_28_DAYS_BEGINNING_WITH', { start: '2019-02-30' }, 'start must be a real day'],
  ['a missing day', 'S85_SIX_MONTHS', {}, 'lastAttendance must be a real day'],
  ['a timestamp for a day', 'S85_SIX_MONTHS', { lastAttendance: '2019-01-09T10:00:00Z' }, 'must be a real day'],
  ['no object', 'CALL_IN', null, 'the input must be an object'],
  ['a misspelt field', 'CLEAR_DAYS_BEFORE', { ...meeting, closuredays: [] }, 'closuredays is no field of this rule'],
  ['no days of notice', 'CLEAR_DAYS_BEFORE', { ...meeting, clearDays: 0 }, 'clearDays must be at least 1'],
  ['an unknown mode', 'CLEAR_DAYS_BEFORE', { ...meeting, mode: 'lunar' }, 'mode must be working or calendar'],
  [
    'an unknown division',
    'CLEAR_DAYS_BEFORE',
    { ...meeting, division: 'mercia' },
    'division must be england-and-wales',
  ],
  [
    'a holiday list that cannot be read',
    'CLEAR_DAYS_BEFORE',
    { ...meeting, holidayListOverride: 'england-and-wales minus the funeral' },
    'holidayListOverride must be a division and days',
  ],
  [
    'two divisions at once',
    'CLEAR_DAYS_BEFORE',
    { ...meeting, division: 'scotland', holidayListOverride: 'england-and-wales minus 2022-09-19' },
    'division is scotland but',
  ],
  ['a year whose holidays are unknown', 'CLEAR_DAYS_BEFORE', { ...meeting, meetingDate: '2029-01-09' }, 'lies outside'],
  [
    'an answer in a year whose holidays are unknown',
    'CALL_IN',
    { decisionPublished: '2028-12-29', period: 5 },
    'lies outside',
  ],
  ['half a member', 'COUNCIL_QUORUM', { wholeNumber: 12.5 }, 'wholeNumber must be a whole number'],
  [
    'more disqualified than there are',
    'COUNCIL_QUORUM',
    { wholeNumber: 3, disqualified: 4 },
    'more than the 3 members',
  ],
  ['a negative vote', 'VOTE_RESULT', { for: -1, against: 0, abstain: 0 }, 'for must not be negative'],
  [
    'a group of one',
    'POLITICAL_BALANCE_SINGLE_BODY',
    { groups: { A: 1 }, councilSize: 9, seats: 3 },
    'groups.A must be at least 2',
  ],
  [
    'more members in groups than on the council',
    'POLITICAL_BALANCE_SINGLE_BODY',
    { groups: { A: 9, B: 9 }, councilSize: 10, seats: 3 },
    'more than councilSize 10',
  ],
  ['a time without its zone', 'PUBLICATION_LOCAL_DATE', { timestampUtc: '2019-07-31T23:30:00' }, 'must be a timestamp'],
  ['another zone', 'PUBLICATION_LOCAL_DATE', { timestampUtc: '2019-07-31T23:30:00Z', zone: 'UTC' }, 'zone must be'],
];

test.each(wrong)('%s is refused with a sentence that says so', (_what, rule, input, says) => {
  expect(() => computeRule(rule, input)).toThrow(BadRuleInput);
  expect(() => computeRule(rule, input)).toThrow(says);
});

test.each(['NO_SUCH_RULE', 'toString', '__proto__', ''])(
  '"%s" is no rule, and the answer lists those there are',
  (id) => {
    expect(() => computeRule(id, {})).toThrow(UnknownRule);
    expect(() => computeRule(id, {})).toThrow('CLEAR_DAYS_BEFORE');
  },
);

test('division and mode may be left out: England and Wales, working days', () => {
  expect(computeRule('CLEAR_DAYS_BEFORE', meeting)).toEqual(
    computeRule('CLEAR_DAYS_BEFORE', { ...meeting, division: 'england-and-wales', mode: 'working' }),
  );
});

test('a day put on the holiday list moves the deadline as a closure does', () => {
  const asHoliday = {
    ...meeting,
    holidayListOverride: 'england-and-wales minus 2022-09-19 plus 2022-09-16, 2022-09-15',
  };
  const asClosure = {
    ...meeting,
    holidayListOverride: 'england-and-wales minus 2022-09-19',
    closureDays: ['2022-09-15', '2022-09-16'],
  };
  expect(computeRule('CLEAR_DAYS_BEFORE', asHoliday)).toEqual(computeRule('CLEAR_DAYS_BEFORE', asClosure));
  expect(computeRule('CLEAR_DAYS_BEFORE', asHoliday)).toMatchObject({ latestPublication: '2022-09-08' });
});

test('a council in Scotland counts the World Cup holiday of 15 June 2026, one in England does not', () => {
  const input = { published: '2026-06-12', meetingDate: '2026-06-17', mode: 'working' };
  expect(computeRule('CLEAR_DAYS_BETWEEN', input)).toMatchObject({ clearDays: 2 });
  expect(computeRule('CLEAR_DAYS_BETWEEN', { ...input, division: 'scotland' })).toMatchObject({ clearDays: 1 });
});
