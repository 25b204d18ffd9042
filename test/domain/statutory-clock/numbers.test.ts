import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { allocateSeats, UNGROUPED } from '../../../shared/domain/statutory-clock/political-balance.ts';
import { councilQuorum } from '../../../shared/domain/statutory-clock/quorum.ts';
import { voteCount, voteOutcome, voteResult } from '../../../shared/domain/statutory-clock/vote.ts';
import { holds } from '../../support/holds.ts';

const votes = fc.integer({ min: 0, max: 60 });
const castingVote = fc.constantFrom('for' as const, 'against' as const, null);

test('a quorum is the smallest number that is a quarter of the whole', () => {
  holds(
    fc.property(fc.integer({ min: 1, max: 150 }), (members) => {
      const quorum = councilQuorum(members, 0);
      expect(quorum * 4 >= members && (quorum - 1) * 4 < members).toBe(true);
    }),
  );
});

test('disqualified members leave the count only when they are more than a third', () => {
  holds(
    fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(150), (members, disqualified) => {
      fc.pre(disqualified < members);
      const counted = disqualified * 3 > members ? members - disqualified : members;
      expect(councilQuorum(members, disqualified)).toBe(councilQuorum(counted, 0));
      expect(councilQuorum(members, disqualified)).toBeLessThanOrEqual(councilQuorum(members, 0));
    }),
  );
});

test('for and against are mirror images, and abstentions change no outcome', () => {
  holds(
    fc.property(votes, votes, votes, castingVote, (inFavour, against, abstain, casting) => {
      const mirror = { for: 'against', against: 'for' } as const;
      const count = { for: inFavour, against, abstain, castingVote: casting };
      const outcome = voteOutcome(count);
      expect(voteOutcome({ ...count, abstain: 0 })).toBe(outcome);
      const other = voteOutcome({ ...count, for: against, against: inFavour, castingVote: casting && mirror[casting] });
      const turned = { carried: 'lost', lost: 'carried', tied: 'tied', 'nobody-voted': 'nobody-voted' } as const;
      expect(other).toBe(turned[outcome]);
    }),
  );
});

test('a casting vote decides a tie and nothing else', () => {
  expect(voteOutcome({ for: 8, against: 7, abstain: 0, castingVote: 'against' })).toBe('carried');
  expect(voteOutcome({ for: 7, against: 7, abstain: 0, castingVote: 'against' })).toBe('lost');
  expect(voteOutcome(voteCount.parse({ for: 7, against: 7, abstain: 0 }))).toBe('tied');
});

test('a reader is told why a motion with few votes was carried', () => {
  expect(voteResult({ for: 1, against: 0, abstain: 20, castingVote: null })).toContain('abstentions are not votes');
  expect(voteResult({ for: 8, against: 7, abstain: 3, castingVote: null })).toBe('carried');
});

const councils = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 45 }), { minLength: 2, maxLength: 6 }),
    ungrouped: fc.integer({ min: 0, max: 6 }),
    seats: fc.integer({ min: 2, max: 20 }),
  })
  .map(({ sizes, ungrouped, seats }) => ({
    groups: Object.fromEntries(sizes.map((size, index) => [`Group ${index + 1}`, size])),
    councilSize: sizes.reduce((sum, size) => sum + size, ungrouped),
    seats,
  }));

test('every seat is given, none twice, and never all to one group', () => {
  holds(
    fc.property(councils, ({ groups, councilSize, seats }) => {
      const given = Object.values(allocateSeats({ groups, councilSize, seats }).allocation);
      expect(given.reduce((sum, size) => sum + size, 0)).toBe(seats);
      expect(given.every((size) => size >= 0 && size < seats)).toBe(true);
    }),
  );
});

test('a group with a majority of the council has one on the body, unless that would be every seat', () => {
  holds(
    fc.property(councils, ({ groups, councilSize, seats }) => {
      fc.pre(seats > 2);
      const { allocation } = allocateSeats({ groups, councilSize, seats });
      for (const [group, members] of Object.entries(groups))
        if (members * 2 > councilSize) expect((allocation[group] ?? 0) * 2).toBeGreaterThan(seats);
    }),
  );
});

test('without a majority group each has its exact share, rounded up or down', () => {
  holds(
    fc.property(councils, ({ groups, councilSize, seats }) => {
      fc.pre(Object.values(groups).every((members) => members * 2 <= councilSize));
      const { allocation, exactShares } = allocateSeats({ groups, councilSize, seats });
      for (const [group, exact] of Object.entries(exactShares))
        expect(Math.abs((allocation[group] ?? 0) - exact)).toBeLessThanOrEqual(1.01);
    }),
  );
});

test('members of no group are shown only where there are some', () => {
  expect(allocateSeats({ groups: { A: 26, B: 24 }, councilSize: 50, seats: 5 }).allocation).not.toHaveProperty(
    UNGROUPED,
  );
});
