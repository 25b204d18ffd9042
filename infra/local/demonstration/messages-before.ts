import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import { promiseStories } from './commitments.ts';
import { people } from './people.ts';

/** The message log of the time before the demonstration: all of it went out, and none of it is sent again. */
export const messagesBefore: readonly Message[] = promiseStories.flatMap(({ steps, sentBefore }) => {
  const promise = steps.at(-1)?.record;
  if (promise === undefined) return [];
  return sentBefore.map(({ milestoneKey, day, who, title }, index): Message => {
    const at = londonInstant(day, '08:00');
    return {
      id: `sent-before-${promise.id}-${index + 1}`,
      by: 'email',
      recipient: who,
      address: people.find((person) => person.id === who)?.email ?? null,
      commitmentIds: [promise.id],
      bodyId: promise.bodyId,
      milestone: milestoneKey,
      dueOn: day,
      title,
      state: 'sent',
      attempts: 1,
      claimedAt: at,
      leaseUntil: at,
      sentAt: at,
      repeated: false,
      why: null,
    };
  });
});
