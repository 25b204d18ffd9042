import { expect, test } from '@jest/globals';
import {
  type EqualityCheck,
  equalityFindings,
  equalityGate,
} from '../../../shared/domain/statutory-clock/equality-gate.ts';

const good: EqualityCheck = {
  screening: 'relevant',
  fullAssessment: 'complete',
  signedOff: '2018-12-20',
  reportPublished: '2018-12-31',
  attachedToReport: true,
  decision: '2019-01-09',
};

test.each<readonly [string, Partial<EqualityCheck>, string]>([
  ['signed off in time, attached and still valid passes', {}, 'pass'],
  ['signed off on the day of publication passes', { signedOff: '2018-12-31' }, 'pass'],
  ['only drafted is no full assessment', { fullAssessment: 'draft' }, 'no-full-assessment'],
  ['not signed off at all is blocked', { signedOff: null }, 'not-signed-off'],
  ['merely available on request is blocked', { attachedToReport: false }, 'not-attached'],
  ['signed off after the decision is worse than after publication', { signedOff: '2019-01-10' }, 'after-decision'],
  ['signed off after the report is blocked at publication', { signedOff: '2019-01-02' }, 'after-publication'],
  [
    'whose consultation closes on the day of the decision is still open',
    { consultationCloses: '2019-01-09' },
    'consultation-open',
  ],
  ['whose consultation closed the day before passes', { consultationCloses: '2019-01-08' }, 'pass'],
  ['due for review on the day of the decision passes', { reviewDue: '2019-01-09' }, 'pass'],
  ['due for review the day before is to be reconfirmed', { reviewDue: '2019-01-08' }, 'review-passed'],
  [
    'screened out with blank reasons is blocked',
    { screening: 'not_relevant', rationale: '  ' },
    'screened-out-without-reasons',
  ],
  ['screened out with reasons passes', { screening: 'not_relevant', rationale: 'Internal ledger only' }, 'pass'],
  ['never screened is blocked', { screening: null }, 'no-screening'],
])('an assessment %s', (_what, changes, finding) => {
  expect(equalityGate({ ...good, ...changes })).toBe(finding);
});

test('every finding says whether it blocks, warns or passes', () => {
  for (const words of Object.values(equalityFindings)) expect(words).toMatch(/^(BLOCK|WARN|PASS)/);
});
