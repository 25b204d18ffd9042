import { expect, test } from '@jest/globals';
import { memberships } from '../../../infra/local/demonstration/memberships.ts';
import { signInList } from '../../../infra/local/demonstration/sign-in-list.ts';
import { askedBefore, extendedAccessId, writtenSteps } from '../../../infra/local/demonstration/written-resolution.ts';
import { standing, takeAnswer } from '../../../shared/domain/written-resolutions/acts.ts';
import { vote } from '../../../shared/domain/written-resolutions/vote.ts';
import { writtenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { sumLine } from '../../../shared/pages/written/sum-words.ts';
import { aVote } from '../../support/written.ts';

const votes = writtenSteps.flatMap((step) => (step.type === 'written-vote' ? step.record : []));
const records = writtenSteps.flatMap((step) => (step.type === 'written-resolution' ? step.record : []));
const now = records.at(-1);

test('every record of the extended access variation is whole', () => {
  for (const record of records) expect(writtenResolution.safeParse(record).error).toBeUndefined();
  for (const record of votes) expect(vote.safeParse(record).error).toBeUndefined();
  expect(records.every(({ id }) => id === extendedAccessId)).toBe(true);
});

test('11 voting, 1 stands aside: 10 entitled, needs 6; 5 for, 1 abstains, 4 have not answered', () => {
  if (!now) throw new Error('It has been put');
  expect([now.state, now.closes]).toEqual(['put', { day: '2019-04-18', time: '17:00' }]);
  expect(sumLine(standing(now, votes))).toBe(
    '11 voting, 1 stands aside: 10 entitled, needs 6; 5 for, 1 abstains, 4 not answered',
  );
  expect(standing(now, votes).quorum.met).toBe(true);
});

test('somebody who may sign in has a vote, and has not used it: one more closes it', () => {
  if (!now) throw new Error('It has been put');
  const open = signInList.filter(
    ({ personId }) =>
      now.put?.electors.some((one) => one.personId === personId) && !votes.some((cast) => cast.personId === personId),
  );
  expect(open.map(({ personId }) => personId)).toEqual(['imran-godwit']);
  const act = { by: 'imran-godwit', at: '2019-04-15T09:00:00.000Z', today: '2019-04-15' };
  expect(takeAnswer(now, act, [...votes, aVote('imran-godwit', 'approve')]).state).toBe('carried');
});

test('everybody who was asked is in the log, and the seats say who is lay and who a clinician', () => {
  expect(new Set(askedBefore.map(({ recipient }) => recipient)).size).toBe(11);
  const seats = memberships.filter(({ bodyId, votes: has }) => bodyId === 'governing-body' && has === 'all');
  const counted = (capacity: 'lay-member' | 'clinician') =>
    seats.filter(({ sitsAs }) => sitsAs?.includes(capacity)).length;
  expect([counted('lay-member'), counted('clinician')]).toEqual([3, 5]);
});
