import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { needsRecord, type RecordAnswers } from '../../../shared/domain/decisions/needs-record.ts';

const unanswered: RecordAnswers = {
  onBehalfOf: null,
  delegated: null,
  recordedElsewhere: null,
  authorisation: null,
  effect: null,
};
const council = { ...unanswered, onBehalfOf: 'council', delegated: true, recordedElsewhere: false } as const;

// The examples of rules.md 5.
test('a contract of £900,000 awarded under the general scheme is recorded, £200 of stationery is not', () => {
  const general = { ...council, authorisation: 'general' } as const;
  expect(needsRecord({ ...general, effect: 'contract' })).toEqual({ needed: true, why: 'contract' });
  expect(needsRecord({ ...general, effect: 'none' })).toEqual({ needed: false, why: 'no-such-effect' });
});

test('terms agreed by a director whom the committee expressly authorised are recorded, whatever their effect', () => {
  expect(needsRecord({ ...council, authorisation: 'specific' })).toEqual({ needed: true, why: 'specific' });
});

test('an executive decision of an officer is always recorded, and what another enactment has recorded is not recorded twice', () => {
  expect(needsRecord({ ...unanswered, onBehalfOf: 'executive' })).toEqual({ needed: true, why: 'executive' });
  expect(needsRecord({ ...council, recordedElsewhere: true })).toEqual({ needed: false, why: 'recorded-elsewhere' });
  expect(needsRecord({ ...council, delegated: false })).toEqual({ needed: false, why: 'not-delegated' });
});

const orNull = <T>(...values: T[]) => fc.constantFrom<T | null>(...values, null);
const anyAnswers: fc.Arbitrary<RecordAnswers> = fc.record({
  onBehalfOf: orNull('executive', 'council'),
  delegated: orNull(true, false),
  recordedElsewhere: orNull(true, false),
  authorisation: orNull('specific', 'general'),
  effect: orNull('permission', 'rights', 'contract', 'none'),
});

test('whatever is answered, the verdict is that of the plain sentence of rules.md 5, and only what decides is asked', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const answer = needsRecord(answers);
      if ('ask' in answer) {
        expect(answers[answer.ask]).toBeNull();
        return;
      }
      const { onBehalfOf, delegated, recordedElsewhere, authorisation, effect } = answers;
      const council = onBehalfOf === 'council' && delegated === true && recordedElsewhere === false;
      const counts = effect === 'permission' || effect === 'rights' || effect === 'contract';
      const plain =
        onBehalfOf === 'executive' ||
        (council && (authorisation === 'specific' || (authorisation === 'general' && counts)));
      expect(answer.needed).toBe(plain);
    }),
  );
});
