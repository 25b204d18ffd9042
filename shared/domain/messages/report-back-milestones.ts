import { addWorkingDays, nextWorkingDay } from '../calendar/working-days.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Milestone, ReminderContext, Tell, What } from './milestone.ts';
import { type Target, targetsOf } from './targets.ts';
import { lineManager, owner, secretary, whenTrue } from './tell.ts';

type Step = { readonly name: string; readonly after: number; readonly what: What; readonly tell: readonly Tell[] };

function stepsTowards(target: Target, promise: Commitment, context: ReminderContext): readonly Step[] {
  const numbers = context.policy.reportBack;
  const unplaced = promise.placedOn === null;
  const unprepared = promise.acceptance.state !== 'accepted' || promise.progress.length === 0;
  const before = (count: number) => ({ name: `T-${count}`, after: -count });
  const missing = {
    name: `T+${numbers.missingAfter}`,
    after: numbers.missingAfter,
    what: 'report-missing' as const,
    tell: [
      owner('own'),
      lineManager('own'),
      secretary('own'),
      ...whenTrue(target.isLastInWindow, { who: 'chair', how: numbers.chairBeforeOverdue }),
    ],
  };
  return [
    { ...before(numbers.startNowBefore), what: 'start-now', tell: [owner('digest')] },
    {
      ...before(numbers.digestBefore),
      what: 'report-due-soon',
      tell: [owner('digest'), ...whenTrue(unplaced, secretary('digest'))],
    },
    {
      ...before(numbers.firstOwnBefore),
      what: 'report-due-soon',
      tell: [owner('own'), ...whenTrue(unprepared, lineManager('digest')), secretary('digest')],
    },
    {
      ...before(numbers.secondOwnBefore),
      what: 'report-due-soon',
      tell: [owner('own'), lineManager('digest'), secretary('digest')],
    },
    { name: 'T', after: 0, what: 'report-due-today', tell: [{ ...owner('own'), urgent: true }, secretary('digest')] },
    // With no meeting to chase to, the day after is the day after the window: `overdue` says it.
    ...(target.meeting === null ? [] : [missing]),
  ];
}

function agendaWithoutIt(target: Target, context: ReminderContext): readonly Milestone[] {
  const { meeting } = target;
  const publishBy = meeting && target.isLastInWindow ? context.publishByOf(meeting) : null;
  if (meeting === null || publishBy === null) return [];
  return [
    {
      key: `agenda-without-it/${meeting.id}`,
      matter: 'delivery',
      day: nextWorkingDay(publishBy, context.calendar),
      what: 'agenda-without-it',
      tell: [secretary('own'), { who: 'chair', how: context.policy.reportBack.chairBeforeOverdue }],
      target: target.day,
      meetingId: meeting.id,
    },
  ];
}

/** The milestones of a report-back up to the end of its window: towards each report deadline it is chased to. */
export function reportBackMilestones(promise: Commitment, context: ReminderContext): readonly Milestone[] {
  return targetsOf(promise, context).flatMap((target) => {
    const steps = stepsTowards(target, promise, context).map(
      (step): Milestone => ({
        key: `${step.name}/${target.meeting?.id ?? 'window'}`,
        matter: 'delivery',
        day: addWorkingDays(target.day, step.after, context.calendar),
        what: step.what,
        tell: step.tell,
        target: target.day,
        meetingId: target.meeting?.id ?? null,
      }),
    );
    return [...steps, ...agendaWithoutIt(target, context)].filter(
      (milestone) => target.startsAfter === null || milestone.day > target.startsAfter,
    );
  });
}
