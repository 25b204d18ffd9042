import * as z from 'zod';
import { day } from '../calendar/day.ts';

const optionalDay = day.nullable().optional();

/** What is known of an equality impact assessment when a report is published or a decision made. */
export const equalityCheck = z.object({
  screening: z.enum(['relevant', 'not_relevant'], { error: 'must be relevant, not_relevant or null' }).nullable(),
  rationale: z.string().nullable().optional(),
  fullAssessment: z.enum(['draft', 'complete'], { error: 'must be draft, complete or null' }).nullable().optional(),
  signedOff: optionalDay,
  reportPublished: optionalDay,
  attachedToReport: z.boolean().optional(),
  consultationCloses: optionalDay,
  reviewDue: optionalDay,
  decision: optionalDay,
  decisionType: z.string().optional(),
});
export type EqualityCheck = z.infer<typeof equalityCheck>;

/** What each finding says on the page. BLOCK stops the act; WARN asks for an answer first. */
export const equalityFindings = {
  'no-screening': 'BLOCK: no screening recorded',
  'screened-out-without-reasons': 'BLOCK: screening-out needs reasons',
  'no-full-assessment': 'BLOCK: full assessment required before publication',
  'after-decision': 'BLOCK: assessment post-dates decision (Bracking / rearguard action)',
  'after-publication': 'BLOCK at publication: sign-off after the report was published',
  'not-signed-off': 'BLOCK: full assessment not signed off',
  'not-attached': 'BLOCK at publication: assessment not attached to the report',
  'consultation-open': 'WARN/BLOCK: consultation still open at decision',
  'review-passed': 'WARN: review date passed; reconfirm',
  pass: 'PASS',
} as const;
export type EqualityFinding = keyof typeof equalityFindings;

const isAfter = (a: string | null | undefined, b: string | null | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string' && a > b;

type Test = readonly [EqualityFinding, (check: EqualityCheck) => boolean];

// In the order of gravity: the first that applies is told.
const tests: readonly Test[] = [
  ['no-screening', ({ screening }) => screening === null],
  ['screened-out-without-reasons', (c) => c.screening === 'not_relevant' && (c.rationale ?? '').trim() === ''],
  ['no-full-assessment', (c) => c.screening === 'relevant' && c.fullAssessment !== 'complete'],
  ['after-decision', (c) => isAfter(c.signedOff, c.decision)],
  ['after-publication', (c) => isAfter(c.signedOff, c.reportPublished)],
  ['not-signed-off', (c) => c.screening === 'relevant' && !c.signedOff],
  ['not-attached', (c) => c.screening === 'relevant' && Boolean(c.reportPublished) && c.attachedToReport !== true],
  // A consultation that closes on the day of the decision is open all that day.
  ['consultation-open', (c) => isAfter(c.consultationCloses, c.decision) || isSame(c.consultationCloses, c.decision)],
  ['review-passed', (c) => isAfter(c.decision, c.reviewDue)],
];

function isSame(a: string | null | undefined, b: string | null | undefined): boolean {
  return typeof a === 'string' && a === b;
}

/**
 * Whether the duty of due regard was met before and at the time of the decision, by someone who had the assessment in
 * front of them. Equality Act 2010 s.149; Brown [2008] EWHC 3158 (Admin); Bracking [2013] EWCA Civ 1345.
 */
export function equalityGate(check: EqualityCheck): EqualityFinding {
  return tests.find(([, applies]) => applies(check))?.[0] ?? 'pass';
}
