import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from '../calendar/working-days.ts';
import { type Commitment, lastDayOf } from '../commitments/commitment.ts';
import type { Milestone, ReminderContext, Tell, What } from './milestone.ts';
import { lateMilestone, repeatsAfter } from './overdue-milestones.ts';
import { byDay } from './targets.ts';
import { lineManager, owner, secretary, whenTrue } from './tell.ts';

type Said = { readonly key: string; readonly what: What; readonly tell: readonly Tell[] };

const delivery = (said: Said, day: Day, target: Day): Milestone => ({
  ...said,
  matter: 'delivery',
  day,
  target,
  meetingId: null,
});

const firstDayLate = (promise: Commitment): What =>
  promise.acceptance.state === 'accepted' ? 'overdue' : 'lapsed-unaccepted';

/** An action: told before, on the day and the day after; then its line manager, then the chair's briefing. */
export function actionMilestones(promise: Commitment, context: ReminderContext, until: Day): readonly Milestone[] {
  const end = lastDayOf(promise.due);
  if (end === null) return [];
  const [{ action }, { calendar }] = [context.policy, context];
  const accepted = promise.acceptance.state === 'accepted';
  const lastDay = previousWorkingDay(end, calendar);
  const at = (count: number) => addWorkingDays(end, count, calendar);
  const repeated = [owner('digest'), ...whenTrue(accepted, lineManager('digest')), secretary('digest')];
  const beyond = Math.max(action.lineManagerAfter, action.chairAfter);
  const overdue = {
    what: firstDayLate(promise),
    key: 'overdue',
    tell: [{ ...owner('own'), urgent: true as const }, secretary('digest')],
  };
  return [
    delivery(
      { key: `D-${action.digestBefore}`, what: 'due-soon', tell: [owner('digest')] },
      addWorkingDays(lastDay, -action.digestBefore, calendar),
      end,
    ),
    delivery({ key: 'D', what: 'due-today', tell: [{ ...owner('own'), urgent: true }] }, lastDay, end),
    { ...delivery(overdue, at(action.secretaryAfter), end), mustReach: true },
    ...(accepted
      ? [lateMilestone(action.lineManagerAfter, at(action.lineManagerAfter), end, [lineManager('digest')])]
      : []),
    lateMilestone(action.chairAfter, at(action.chairAfter), end, [{ who: 'chair', how: 'briefing' }]),
    ...repeatsAfter(end, { every: action.thenEvery, beyond, until }, context).map(({ count, day }) =>
      lateMilestone(count, day, end, repeated),
    ),
  ];
}

/** The day a responding body must act by: its last meeting in time, or the due day itself. A working day. */
function respondBy(promise: Commitment, end: Day, context: ReminderContext): Day {
  const inTime = (context.respondingMeetings ?? []).filter(
    (meeting) => meeting.state !== 'cancelled' && meeting.day >= promise.madeOn && meeting.day <= end,
  );
  return previousWorkingDay(inTime.toSorted(byDay).at(-1)?.day ?? end, context.calendar);
}

/**
 * A response from another body (to scrutiny two months: Local Government Act 2000 s.9FE; health scrutiny 28 days: SI
 * 2013/218 reg 22(7)): on sending, half way, before, on the day, and when it is late.
 */
export function responseMilestones(promise: Commitment, context: ReminderContext): readonly Milestone[] {
  const end = lastDayOf(promise.due);
  if (end === null) return [];
  const [{ response }, { calendar }] = [context.policy, context];
  const by = respondBy(promise, end, context);
  const halfWay = nextWorkingDay(addDays(promise.madeOn, Math.ceil(daysBetween(promise.madeOn, by) / 2)), calendar);
  const at = (count: number) => addWorkingDays(end, count, calendar);
  const overdue: Said = {
    what: 'overdue',
    key: 'overdue',
    tell: [secretary('own'), { who: 'link-officer', how: 'own' }],
  };
  return [
    delivery(
      { key: 'response-asked', what: 'response-asked', tell: [owner('own')] },
      addWorkingDays(promise.madeOn, 1, calendar),
      by,
    ),
    delivery({ key: 'half-way', what: 'response-half-way', tell: [owner('own')] }, halfWay, by),
    delivery(
      { key: `D-${response.ownBefore}`, what: 'due-soon', tell: [owner('own')] },
      addWorkingDays(by, -response.ownBefore, calendar),
      by,
    ),
    delivery({ key: 'D', what: 'due-today', tell: [{ ...owner('own'), urgent: true }] }, by, by),
    { ...delivery(overdue, at(response.secretaryAfter), end), mustReach: true },
    {
      ...lateMilestone(response.chairAfter, at(response.chairAfter), end, [{ who: 'chair', how: 'own' }]),
      mustReach: true,
    },
  ];
}

/** A promise without a day: never the owner, the secretary at each agenda review, and in time the chair's briefing. */
export function undatedMilestones(promise: Commitment, context: ReminderContext): readonly Milestone[] {
  const { undated } = context.policy;
  const reviews = context.meetings
    .filter((meeting) => meeting.bodyId === promise.bodyId && meeting.state !== 'cancelled')
    .toSorted(byDay)
    .map((meeting) => ({ meeting, day: addWorkingDays(meeting.day, -undated.reviewBeforeMeeting, context.calendar) }))
    .filter(({ day }) => promise.chasedFrom !== null && day >= promise.chasedFrom);
  return reviews.map(({ meeting, day }, asked) => ({
    key: `no-date/${meeting.id}`,
    matter: 'date',
    day,
    what: 'no-date',
    tell: [secretary('digest'), ...whenTrue(asked + 1 >= undated.chairFromAsking, { who: 'chair', how: 'briefing' })],
    target: null,
    meetingId: meeting.id,
  }));
}
