import type { PrivateReason } from './agenda-item.ts';

/** What a reason cannot be for a body of that scheme, or null: only some have Schedule 12A, and only paragraph 3 has terms. */
export function faultOfReason(
  reason: { scheme: PrivateReason['scheme']; paragraphs?: readonly number[]; contractTerms?: boolean },
  scheme: 'schedule-12A' | '1960-act',
): 'not-this-scheme' | 'contract-only-three' | null {
  if (reason.scheme !== 'schedule-12A') return null;
  if (scheme !== 'schedule-12A') return 'not-this-scheme';
  return reason.contractTerms && !reason.paragraphs?.includes(3) ? 'contract-only-three' : null;
}
