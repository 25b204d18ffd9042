import '../words/public.ts';
import type { Outcome } from '../../domain/resolutions/resolution.ts';
import { say } from '../say.ts';

const words: Readonly<Record<Outcome, string>> = {
  approved: say('public', 'outcomeApproved'),
  noted: say('public', 'outcomeNoted'),
  received: say('public', 'outcomeReceived'),
  deferred: say('public', 'outcomeDeferred'),
  referred: say('public', 'outcomeReferred'),
  delegated: say('public', 'outcomeDelegated'),
  rejected: say('public', 'outcomeRejected'),
  recommended: say('public', 'outcomeRecommended'),
  withdrawn: say('public', 'outcomeWithdrawn'),
};

/** What a body did with a part of a resolution, in one word. */
export function outcomeWord(outcome: Outcome): string {
  return words[outcome];
}
