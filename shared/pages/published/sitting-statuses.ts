import '../words/public.ts';
import type { PublishedSitting } from '../../domain/meetings/published.ts';
import { say } from '../say.ts';

type Status = { readonly kind: 'stop' | 'wait' | 'done' | 'open'; readonly text: string };

const ofMinutes = {
  draft: { kind: 'wait', text: say('public', 'minutesDraft') },
  confirmed: { kind: 'done', text: say('public', 'minutesConfirmed') },
  'not-known': { kind: 'open', text: say('public', 'minutesNotKnown') },
} as const;

/** What a reader must know of a meeting before reading on: called off, and how far its minutes can be relied on. */
export function sittingStatuses({ cancelled, minutesStatus, sort }: PublishedSitting): Status[] {
  const minutes = minutesStatus === null ? [] : [ofMinutes[minutesStatus]];
  const meeting: Status[] = cancelled ? [{ kind: 'stop', text: say('public', 'cancelled') }] : minutes;
  const sorts = { ordinary: [], extraordinary: [say('public', 'extraordinary')], annual: [say('public', 'annual')] };
  return [...meeting, ...sorts[sort].map((text) => ({ kind: 'open' as const, text }))];
}
