import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Membership } from '../../../shared/domain/bodies/membership.ts';
import {
  type Attendance,
  apologyProblem,
  attendance,
  intentions,
  seatsOn,
  substitutesFor,
  takesApologies,
} from '../../../shared/domain/meetings/attendance.ts';
import { quorumForecast } from '../../../shared/domain/meetings/quorum-forecast.ts';
import { aMeeting } from '../../support/builders.ts';

const on = '2019-04-25';
const held = (personId: string, more: Partial<Membership> = {}): Membership => ({
  id: `hosb-${personId}-${more.role ?? 'member'}`,
  bodyId: 'hosb',
  personId,
  role: 'member',
  votes: 'all',
  group: 'Orchard Group',
  from: '2018-05-17',
  to: null,
  ...more,
});

const board: Membership[] = [
  held('rowan-kestrel', { role: 'chair' }),
  held('farida-linnet', { role: 'vice-chair', group: 'River Group' }),
  held('egret'),
  held('gannet'),
  held('twite', { group: 'River Group' }),
  held('chough', { group: 'Independent Alliance' }),
  held('jo-waxwing', { role: 'co-optee', votes: 'none', group: null }),
  held('tern', { role: 'substitute' }),
  held('dipper', { role: 'substitute', group: 'River Group' }),
  held('left-before', { to: '2019-04-24' }),
];
const seats = { memberships: board, bodyId: 'hosb', on };
const quorum = { number: 3, including: null };
const says = (personId: string, intention: Attendance['intention'], substituteId: string | null = null) => ({
  personId,
  intention,
  substituteId,
});

test('the sum: voting seats, less apologies, less who stand aside; a substitute fills the seat', () => {
  const given = [
    says('egret', 'apologies'),
    says('gannet', 'substitute', 'tern'),
    says('rowan-kestrel', 'attending'),
    says('jo-waxwing', 'apologies'),
  ];
  const forecast = quorumForecast(seats, given, quorum, ['farida-linnet']);
  expect(forecast).toMatchObject({
    apologies: ['egret'],
    substituted: ['gannet'],
    standingAside: ['farida-linnet'],
    silent: ['farida-linnet', 'twite', 'chough'],
    expected: 4,
    certain: 2,
    needed: 3,
    verdict: 'enough-if-the-silent-come',
  });
  expect(forecast.voting).toHaveLength(6);
});

test('it warns when too few are expected, and says by the body’s own words who must be among them', () => {
  const given = ['rowan-kestrel', 'farida-linnet', 'egret', 'gannet'].map((id) => says(id, 'apologies'));
  const forecast = quorumForecast(seats, given, { number: 3, including: '1 lay member' });
  expect(forecast).toMatchObject({ expected: 2, verdict: 'short', including: '1 lay member' });
});

describe('a quorum that must include somebody', () => {
  const clinician = ['clinician'] satisfies Membership['sitsAs'];
  const memberships = [
    held('rowan-kestrel', { role: 'chair' }),
    held('farida-linnet', { role: 'vice-chair' }),
    held('ravi-garganey', { sitsAs: clinician }),
    held('una-smew'),
    held('tern', { role: 'substitute', sitsAs: clinician }),
  ];
  const board = { memberships, bodyId: 'hosb', on };
  const forecastOf = (including: string, ...given: ReturnType<typeof says>[]) =>
    quorumForecast(board, given, { number: 2, including });

  test('is short when nobody of that kind is expected, however many come', () => {
    const none = forecastOf('1 clinician', says('ravi-garganey', 'apologies'));
    expect(none).toMatchObject({ expected: 3, verdict: 'short', among: [{ who: 'clinician', expected: 0 }] });
    const sent = forecastOf('1 clinician', says('ravi-garganey', 'substitute', 'tern'));
    expect(sent).toMatchObject({ among: [{ who: 'clinician', expected: 1, certain: 1 }] });
    const plain = forecastOf('a clinician', says('una-smew', 'attending'), says('rowan-kestrel', 'attending'));
    expect(plain.verdict).toBe('enough-if-the-silent-come');
  });

  test('counts the chair or the vice-chair, and a substitute brings no office', () => {
    const one = forecastOf('the chair or vice-chair', says('rowan-kestrel', 'apologies'));
    expect(one).toMatchObject({ among: [{ who: 'chair-or-vice-chair', expected: 1 }] });
    const neither = forecastOf(
      'the chair or vice-chair',
      says('rowan-kestrel', 'substitute', 'tern'),
      says('farida-linnet', 'apologies'),
    );
    expect(neither).toMatchObject({ expected: 3, verdict: 'short' });
  });

  test('counts councillors wherever they sit', () => {
    const councillors = new Set(['una-smew']);
    const among = quorumForecast({ ...board, councillors }, [], {
      number: 2,
      including: '1 councillor and 1 NHS',
    }).among;
    expect(among).toMatchObject([
      { who: 'councillor', expected: 1 },
      { who: 'nhs-member', expected: 0 },
    ]);
  });

  test('says nothing of words that it cannot count, and leaves them to whoever reads', () => {
    expect(forecastOf('somebody from the voluntary sector')).toMatchObject({
      among: null,
      verdict: 'enough-if-the-silent-come',
    });
  });
});

test('a forecast is what counting the seats one by one gives', () => {
  const person = fc.constantFrom(...Array.from({ length: 12 }, (_, at) => `person-${at}`));
  const membership = fc.record({
    personId: person,
    role: fc.constantFrom('chair' as const, 'member' as const, 'co-optee' as const, 'substitute' as const),
    votes: fc.constantFrom('all' as const, 'education' as const, 'none' as const),
    to: fc.constantFrom(null, '2019-04-24', '2019-04-25'),
  });
  const answer = fc.record({ personId: person, intention: fc.constantFrom(...intentions), instead: person });
  const all = fc.tuple(
    fc.array(membership, { maxLength: 15 }),
    fc.uniqueArray(answer, { selector: ({ personId }) => personId }),
    fc.array(person, { maxLength: 3 }),
    fc.integer({ min: 1, max: 8 }),
  );
  fc.assert(
    fc.property(all, ([sketched, answers, aside, number]) => {
      const memberships = sketched.map((one, at) => held(one.personId, { ...one, id: `m-${at}` }));
      const given = answers.map(({ personId, intention, instead }) =>
        says(personId, intention, intention === 'substitute' ? instead : null),
      );
      // Plainly: go round the table, seat by seat.
      let [expected, certain] = [0, 0];
      for (let at = 0; at < 12; at += 1) {
        const id = `person-${at}`;
        const votes = sketched.some(
          (one) => one.personId === id && one.role !== 'substitute' && one.votes === 'all' && one.to !== '2019-04-24',
        );
        const said = given.find(({ personId }) => personId === id);
        const sits = said?.substituteId ?? id;
        if (!votes || said?.intention === 'apologies' || aside.includes(sits)) continue;
        expected += 1;
        if (said) certain += 1;
      }
      const forecast = quorumForecast({ ...seats, memberships }, given, { number, including: null }, aside);
      expect([forecast.expected, forecast.certain]).toEqual([expected, certain]);
      expect(forecast.verdict === 'short').toBe(expected < number);
      expect(forecast.verdict === 'enough').toBe(certain >= number);
    }),
  );
});

test('who has two roles has one seat, and who left the day before has none', () => {
  const twice = [...board, held('rowan-kestrel', { id: 'again', role: 'member' })];
  const ids = seatsOn(twice, 'hosb', on).map(({ personId }) => personId);
  expect(ids.filter((id) => id === 'rowan-kestrel')).toHaveLength(1);
  expect(ids).not.toContain('left-before');
});

test('only a substitute of the same group, on the list, who comes for nobody else, may come', () => {
  const [kestrel] = board;
  if (!kestrel) throw new Error('no chair');
  const about = { on, given: [says('egret', 'substitute', 'tern')] };
  expect(substitutesFor(kestrel, board, { on, given: [] })).toEqual(['tern']);
  expect(substitutesFor(kestrel, board, about)).toEqual([]);
  const wanted = { bodyId: 'hosb', ...says('rowan-kestrel', 'substitute', 'tern') };
  expect(apologyProblem(wanted, board, { on, given: [] })).toBeNull();
  expect(apologyProblem(wanted, board, about)).toBe('substitute-taken');
  expect(apologyProblem({ ...wanted, substituteId: 'dipper' }, board, about)).toBe('no-such-substitute');
  expect(apologyProblem({ ...wanted, substituteId: 'gannet' }, board, about)).toBe('no-such-substitute');
  expect(apologyProblem({ ...wanted, personId: 'tern' }, board, about)).toBe('not-a-member');
});

test('answers are taken up to the minute of the meeting, and of one that is called off not at all', () => {
  const meeting = aMeeting({ day: on, time: '14:00' });
  expect(takesApologies(meeting, '2019-04-25T12:59:59.999Z')).toBe(true);
  expect(takesApologies(meeting, '2019-04-25T13:00:00.000Z')).toBe(false);
  expect(takesApologies({ ...meeting, state: 'cancelled' }, '2019-04-01T09:00:00.000Z')).toBe(false);
});

test('a substitute is named exactly where one is sent', () => {
  const base = {
    id: 'a-1',
    meetingId: 'm-1',
    bodyId: 'hosb',
    personId: 'egret',
    reason: null,
    enteredBy: 'egret',
    on,
    forDay: on,
  };
  expect(attendance.safeParse({ ...base, intention: 'substitute', substituteId: null }).success).toBe(false);
  expect(attendance.safeParse({ ...base, intention: 'attending', substituteId: 'tern' }).success).toBe(false);
  expect(attendance.safeParse({ ...base, intention: 'substitute', substituteId: 'tern' }).success).toBe(true);
});
