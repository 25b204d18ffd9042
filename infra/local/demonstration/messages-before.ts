import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import { messageIdFor } from '../../../shared/store/messages.ts';
import { promiseStories } from './commitments.ts';
import { cllr } from './councillors.ts';
import { parkingDecision } from './decisions.ts';
import { people } from './people.ts';
import { askedBefore } from './written-resolution.ts';

const aboutPromises: readonly Message[] = promiseStories.flatMap(({ steps, sentBefore }) => {
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

const asTold = londonInstant('2019-04-11', '10:01');

// Claimed under the ids that the notice itself would have, so that nobody is told twice of the decision on parking.
const aboutDecisions: readonly Message[] = [cllr('Dipper'), 'tom-dunnock'].map((who): Message => {
  const by = 'email';
  const milestone = 'decision-open-to-call-in';
  return {
    id: messageIdFor({ recipient: who, subject: parkingDecision.id, milestone, by }),
    by,
    recipient: who,
    address: people.find(({ id }) => id === who)?.email ?? null,
    commitmentIds: [],
    aboutId: parkingDecision.id,
    bodyId: parkingDecision.bodyId,
    milestone,
    dueOn: '2019-04-11',
    title: 'Can be called in until Thursday 18 April 2019: Parking charges, Mill Lane',
    state: 'sent',
    attempts: 1,
    claimedAt: asTold,
    leaseUntil: asTold,
    sentAt: asTold,
    repeated: false,
    why: null,
  };
});

/** The message log of the time before the demonstration: all of it went out, and none of it is sent again. */
export const messagesBefore: readonly Message[] = [...aboutPromises, ...aboutDecisions, ...askedBefore];
