import { expect, test } from '@jest/globals';
import { type Asker, may } from '../../../shared/domain/access/access.ts';
import type { Role } from '../../../shared/domain/bodies/membership.ts';
import { writtenSubject } from '../../../shared/domain/written-resolutions/written-subject.ts';
import { aWritten } from '../../support/written.ts';

const which = aWritten({ accessClass: 'private' });
const elector = which.put?.electors[0]?.personId ?? '';
const asker = (personId: string, role: Role, to: string | null = null): Asker => ({
  personId,
  memberships: [
    { id: 'seat', personId, bodyId: which.bodyId, role, votes: 'all', group: null, from: '2018-05-17', to },
  ],
  today: '2019-04-15',
});
const ways = (who: Asker) =>
  (['written-resolution.see', 'written-resolution.answer'] as const).map((act) => may(who, act, writtenSubject(which)));

test('a co-optee with a vote reads what is decided in private, and answers; one without does neither', () => {
  expect(ways(asker(elector, 'co-optee'))).toEqual([true, true]);
  expect(ways(asker('somebody-else', 'co-optee'))).toEqual([false, false]);
});

test('whoever has left their seat, and whoever only observes, has no such right from having been asked', () => {
  expect(ways(asker(elector, 'co-optee', '2019-04-01'))).toEqual([false, false]);
  expect(ways(asker('somebody-else', 'observer'))).toEqual([false, false]);
});
