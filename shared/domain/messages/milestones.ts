import { compareDays, type Day } from '../calendar/day.ts';
import { addWorkingDays, nextWorkingDay } from '../calendar/working-days.ts';
import type { Commitment } from '../commitments/commitment.ts';
import { acceptanceMilestones, moreTimeMilestones, reassignMilestones } from './answer-milestones.ts';
import type { Milestone, ReminderContext, Tell } from './milestone.ts';
import { actionMilestones, responseMilestones, undatedMilestones } from './other-milestones.ts';
import { overdueMilestones } from './overdue-milestones.ts';
import { reportBackMilestones } from './report-back-milestones.ts';
import { placedMeeting } from './targets.ts';
import { owner, secretary } from './tell.ts';

const FAR_OFF: Day = '9999-01-01';

function placingMilestones(promise: Commitment, context: ReminderContext): readonly Milestone[] {
  const meeting = placedMeeting(promise, context.meetings);
  if (meeting && promise.placedOn) {
    const day = addWorkingDays(promise.placedOn.since, 1, context.calendar);
    const tell = [owner('digest')];
    const key = `placed/${meeting.id}`;
    return [{ key, matter: 'placed', day, what: 'placed', tell, target: meeting.day, meetingId: meeting.id }];
  }
  if (promise.due.sort !== 'window') return [];
  const day = nextWorkingDay(promise.due.from, context.calendar);
  const tell = [secretary('digest')];
  const key = 'window-opens-unplaced';
  return [{ key, matter: 'placing', day, what: 'not-placed', tell, target: promise.due.to, meetingId: null }];
}

function byKind(promise: Commitment, context: ReminderContext, until: Day): readonly Milestone[] {
  if (promise.due.sort === 'undated') return undatedMilestones(promise, context);
  switch (promise.kind) {
    case 'report-back':
    case 'referral':
      return [
        ...placingMilestones(promise, context),
        ...reportBackMilestones(promise, context),
        ...overdueMilestones(promise, context, until),
      ];
    case 'action':
    case 'delegated-decision':
    case 'eia-mitigation':
      return actionMilestones(promise, context, until);
    case 'response':
      return responseMilestones(promise, context);
  }
}

const lateness = ['overdue', 'lapsed-unaccepted', 'still-overdue'];
const ownersSide = ['owner', 'line-manager', 'their-manager'];

// Somebody who has answered "not mine", or has asked for more time and waits, has acted: the next move is the
// secretary's. Lateness is told all the same while more time is only asked for.
function audience(promise: Commitment, milestone: Milestone): readonly Tell[] {
  const refused = promise.state === 'not-mine';
  const waiting = promise.extensions.some((extension) => extension.answer === 'waiting');
  if (!refused && (!waiting || lateness.includes(milestone.what))) return milestone.tell;
  return milestone.tell.filter((tell) => !ownersSide.includes(tell.who));
}

const isChased = (promise: Commitment): boolean => promise.state === 'open' || promise.state === 'not-mine';

/**
 * Every day on which somebody is to be told something about a promise, as its record stands now, in order of day.
 * Empty when it is done, reported, closed, withdrawn, history or only proposed; when chasing is off for it or for its
 * body; and never with a day before `chasedFrom` (nothing is retrospective). Repeats go on to the second one after
 * `until`. The rules are local practice (the reminder policy), not law.
 */
export function milestonesOf(
  promise: Commitment,
  context: ReminderContext,
  until: Day = FAR_OFF,
): readonly Milestone[] {
  const { chasedFrom } = promise;
  if (chasedFrom === null || !context.policy.chasing || !isChased(promise)) return [];
  return [
    ...acceptanceMilestones(promise, chasedFrom, context),
    ...reassignMilestones(promise, context),
    ...moreTimeMilestones(promise, context),
    ...byKind(promise, context, until < chasedFrom ? chasedFrom : until),
  ]
    .filter((milestone) => milestone.day >= chasedFrom)
    .map((milestone) => ({
      ...milestone,
      key: `c${promise.cycle}/${milestone.key}`,
      tell: audience(promise, milestone),
    }))
    .filter((milestone) => milestone.tell.length > 0)
    .toSorted((a, b) => compareDays(a.day, b.day));
}
