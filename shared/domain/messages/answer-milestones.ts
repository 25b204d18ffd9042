import type { Day } from '../calendar/day.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Milestone, ReminderContext } from './milestone.ts';
import { owner, secretary } from './tell.ts';

/**
 * The first message asks the owner to accept, hand over, say "not mine" or "cannot be done by then"; silence goes to
 * the secretary, not up the line. A new owner is asked afresh, so the keys name the person.
 */
export function acceptanceMilestones(
  promise: Commitment,
  chasedFrom: Day,
  context: ReminderContext,
): readonly Milestone[] {
  const { acceptance, state } = promise;
  // A body that must respond is not asked whether it will; an undated promise waits for its day first.
  if (state !== 'open' || promise.due.sort === 'undated' || promise.kind === 'response') return [];
  if (acceptance.state !== 'not-asked' && acceptance.state !== 'asked') return [];
  const { askAfter, secondAskAfter } = context.policy.acceptance;
  const since = promise.owner !== null && promise.owner.since > chasedFrom ? promise.owner.since : chasedFrom;
  const asked = acceptance.state === 'asked' && acceptance.on !== null;
  const askedOn = asked && acceptance.on !== null ? acceptance.on : addWorkingDays(since, askAfter, context.calendar);
  const whom = promise.owner?.personId ?? 'nobody';
  const shared = { matter: 'acceptance', target: null, meetingId: null } as const;
  const again: Milestone = {
    ...shared,
    key: `second-ask/${whom}`,
    day: addWorkingDays(askedOn, secondAskAfter, context.calendar),
    what: 'second-ask',
    tell: [owner('own'), secretary('digest')],
  };
  if (asked) return [again];
  return [{ ...shared, key: `accept/${whom}`, day: askedOn, what: 'accept', tell: [owner('own')] }, again];
}

/** "Not mine" is an answer, not silence: the secretary finds another owner. */
export function reassignMilestones(promise: Commitment, context: ReminderContext): readonly Milestone[] {
  if (promise.state !== 'not-mine' || promise.acceptance.on === null) return [];
  const day = addWorkingDays(promise.acceptance.on, 1, context.calendar);
  const key = `reassign/${promise.acceptance.on}`;
  return [
    { key, matter: 'reassigning', day, what: 'reassign', tell: [secretary('digest')], target: null, meetingId: null },
  ];
}

/** More time asked for and not yet answered: the secretary is told the working day after. */
export function moreTimeMilestones(promise: Commitment, context: ReminderContext): readonly Milestone[] {
  return promise.extensions
    .filter((extension) => extension.answer === 'waiting')
    .map((extension) => ({
      key: `more-time/${extension.askedOn}`,
      matter: 'more-time',
      day: addWorkingDays(extension.askedOn, 1, context.calendar),
      what: 'answer-more-time',
      tell: [secretary('digest')],
      target: null,
      meetingId: null,
    }));
}
