import { expect, test } from '@jest/globals';
import { amongIn } from '../../../shared/domain/bodies/quorum.ts';

test.each([
  [
    '1 lay member and 1 clinician',
    [
      ['lay-member', 1],
      ['clinician', 1],
    ],
  ],
  [
    '1 lay and 1 clinician',
    [
      ['lay-member', 1],
      ['clinician', 1],
    ],
  ],
  ['including one lay member', [['lay-member', 1]]],
  [
    '1 councillor and 1 NHS member',
    [
      ['councillor', 1],
      ['nhs-member', 1],
    ],
  ],
  [
    'at least 2 lay members, 1 clinical member',
    [
      ['lay-member', 2],
      ['clinician', 1],
    ],
  ],
  ['', []],
  [null, []],
])('the words of a quorum "%s" can be counted', (words, counted) => {
  expect(amongIn(words)?.map(({ capacity, number }) => [capacity, number])).toEqual(counted);
});

test.each(['the chair or vice-chair', '1 wise person', 'most of the lay members', '0 clinicians'])(
  'the words "%s" cannot be counted, and that is said rather than guessed',
  (words) => {
    expect(amongIn(words)).toBeNull();
  },
);
