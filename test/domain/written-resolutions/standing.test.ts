import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Capacity } from '../../../shared/domain/bodies/quorum.ts';
import { type Answered, endOf, standingOf } from '../../../shared/domain/written-resolutions/standing.ts';
import { answer } from '../../../shared/domain/written-resolutions/vote.ts';
import type { Elector, Terms } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { electors, someTerms } from '../../support/written.ts';

const majority = fc.constantFrom(
  'more-than-half' as const,
  'two-thirds' as const,
  'three-quarters' as const,
  'all' as const,
);
const seat = fc.record({
  sitsAs: fc.uniqueArray(fc.constantFrom<Capacity>('lay-member', 'clinician'), { maxLength: 2 }),
  said: fc.option(fc.constantFrom(...answer.options), { nil: null }),
});
const meetingless = seat.map((one) => (one.said === 'meeting' ? { ...one, said: null } : one));
const rules = fc.record({
  majority,
  closesEarly: fc.boolean(),
  quorum: fc.nat({ max: 12 }).map((number) => number + 1),
  lay: fc.nat({ max: 2 }),
  clinicians: fc.nat({ max: 2 }),
});
type Seat = { sitsAs: Capacity[]; said: Answered['answer'] | null };
type Rules = { majority: Terms['majority']; closesEarly: boolean; quorum: number; lay: number; clinicians: number };

const body = (seats: readonly Seat[]): Elector[] =>
  seats.map(({ sitsAs }, at) => ({ personId: `member-${at}`, sitsAs }));
const said = (seats: readonly Seat[]): Answered[] =>
  seats.flatMap(({ said: word }, at) => (word === null ? [] : [{ personId: `member-${at}`, answer: word }]));
const termsFrom = ({ lay, clinicians, quorum, ...rest }: Rules): Terms =>
  someTerms({
    ...rest,
    quorum: {
      number: quorum,
      including: null,
      among: [
        ...(lay > 0 ? [{ capacity: 'lay-member' as const, number: lay }] : []),
        ...(clinicians > 0 ? [{ capacity: 'clinician' as const, number: clinicians }] : []),
      ],
    },
  });

/** Rules 2.8 and 2.9 said plainly, with fractions compared crosswise and members counted one by one. */
function plainly(seats: readonly Seat[], { majority: wanted, quorum, lay, clinicians }: Rules) {
  if (seats.some((one) => one.said === 'meeting')) return 'meeting-required';
  const aside = seats.filter((one) => one.said === 'stand-aside').length;
  const entitled = seats.length - aside;
  const inFavour = seats.filter((one) => one.said === 'approve').length;
  const silent = seats.filter((one) => one.said === null).length;
  const isMajority = (votes: number): boolean => {
    if (votes === 0) return false;
    if (wanted === 'more-than-half') return votes * 2 > entitled;
    if (wanted === 'two-thirds') return votes * 3 >= entitled * 2;
    if (wanted === 'three-quarters') return votes * 4 >= entitled * 3;
    return votes === entitled;
  };
  const present = seats.filter((one) => ['approve', 'reject', 'abstain'].includes(one.said ?? ''));
  const quorate =
    present.length >= quorum &&
    present.filter(({ sitsAs }) => sitsAs.includes('lay-member')).length >= lay &&
    present.filter(({ sitsAs }) => sitsAs.includes('clinician')).length >= clinicians;
  if (isMajority(inFavour) && quorate) return 'carried';
  return isMajority(inFavour + silent) ? 'open' : 'lost';
}

test('after every answer the rule says what its plain restatement says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 20, arbitrary: meetingless }, { weight: 1, arbitrary: seat }), {
        minLength: 1,
        maxLength: 97,
      }),
      rules,
      (seats, by) => {
        expect(standingOf(body(seats), said(seats), termsFrom(by)).word).toBe(plainly(seats, by));
      },
    ),
    { numRuns: 2000 },
  );
});

test('everybody is counted exactly once, and silence is never consent', () => {
  fc.assert(
    fc.property(fc.array(meetingless, { minLength: 1, maxLength: 60 }), rules, (seats, by) => {
      const sum = standingOf(body(seats), said(seats), termsFrom(by));
      expect(sum.for + sum.against + sum.abstained + sum.stoodAside + sum.notAnswered).toBe(sum.voting);
      expect(sum.entitled).toBe(sum.voting - sum.stoodAside);
      const silenced = seats.map((one) => (one.said === 'approve' ? { ...one, said: null } : one));
      expect(standingOf(body(silenced), said(silenced), termsFrom(by)).word).not.toBe('carried');
    }),
  );
});

test('what is carried or lost stays so whatever the silent say, short of standing aside or requiring a meeting', () => {
  const later = fc.constantFrom('approve' as const, 'reject' as const, 'abstain' as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(meetingless, later), { minLength: 1, maxLength: 40 }), rules, (pairs, by) => {
      const before = pairs.map(([one]) => one);
      const after = pairs.map(([one, word]) => (one.said === null ? { ...one, said: word } : one));
      const word = standingOf(body(before), said(before), termsFrom(by)).word;
      if (word !== 'open') expect(standingOf(body(after), said(after), termsFrom(by)).word).toBe(word);
    }),
  );
});

test('the order of answers does not matter but for a member’s own last one, and strangers count for nothing', () => {
  fc.assert(
    fc.property(fc.array(meetingless, { minLength: 1, maxLength: 30 }), rules, (seats, by) => {
      const [who, terms, answers] = [body(seats), termsFrom(by), said(seats)];
      const sum = standingOf(who, answers, terms);
      const changed = answers.map(({ personId }): Answered => ({ personId, answer: 'abstain' }));
      const strangers: Answered[] = [{ personId: 'nobody-here', answer: 'meeting' }];
      expect(standingOf(who, [...changed, ...answers.toReversed(), ...strangers], terms)).toEqual(sum);
    }),
  );
});

const governingBody: Elector[] = electors(11).map((one, at) => ({
  ...one,
  sitsAs: at < 3 ? ['lay-member'] : at < 7 ? ['clinician'] : [],
}));
const including = {
  number: 6,
  including: '1 lay member and 1 clinician',
  among: [
    { capacity: 'lay-member' as const, number: 1 },
    { capacity: 'clinician' as const, number: 1 },
  ],
};
const answersOf = (words: readonly (Answered['answer'] | null)[]): Answered[] =>
  words.flatMap((word, at) => (word === null ? [] : [{ personId: governingBody[at]?.personId ?? '', answer: word }]));

test('11 voting, 1 stands aside: 10 entitled, needs 6; 5 for and 1 abstaining leave it open, and one more carries it', () => {
  const terms = someTerms({ quorum: including });
  const first = ['approve', 'approve', null, 'abstain', 'stand-aside', 'approve', null, 'approve', 'approve'] as const;
  const sum = standingOf(governingBody, answersOf(first), terms);
  expect(sum).toMatchObject({
    voting: 11,
    stoodAside: 1,
    entitled: 10,
    needs: 6,
    for: 5,
    abstained: 1,
    notAnswered: 4,
  });
  expect(sum.word).toBe('open');
  expect(standingOf(governingBody, answersOf([...first, 'approve']), terms).word).toBe('carried');
});

test('a majority without the lay member whom the quorum asks for carries nothing', () => {
  const terms = someTerms({ quorum: including });
  const eight = governingBody.slice(3).map(({ personId }): Answered => ({ personId, answer: 'approve' }));
  const sum = standingOf(governingBody, eight, terms);
  expect([sum.for, sum.needs, sum.quorum.met, sum.quorum.canBeMet, sum.word]).toEqual([8, 6, false, true, 'open']);
  expect(endOf(sum)).toBe('lapsed');
});

test('a quorum that nobody left can make up is said to be out of reach', () => {
  const terms = someTerms({ quorum: including });
  const layAside = [0, 1, 2].map(
    (at): Answered => ({ personId: governingBody[at]?.personId ?? '', answer: 'stand-aside' }),
  );
  expect(standingOf(governingBody, layAside, terms).quorum.canBeMet).toBe(false);
});

test('a tie is not carried: there is no casting vote in writing', () => {
  const five = electors(10).map(({ personId }, at): Answered => ({ personId, answer: at < 5 ? 'approve' : 'reject' }));
  expect(standingOf(electors(10), five, someTerms()).word).toBe('lost');
});
