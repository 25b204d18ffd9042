import type { Day } from '../calendar/day.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { type Commitment, lastDayOf } from '../commitments/commitment.ts';
import type { Milestone, ReminderContext, Tell } from './milestone.ts';
import { placedMeeting } from './targets.ts';
import { lineManager, owner, secretary, whenTrue } from './tell.ts';

// Some three years at every 20 working days: a bound, so that a forgotten promise cannot be counted for ever.
const REPEATS_AT_MOST = 40;

/**
 * The days `every`, twice `every`, ... working days after `end`, beyond `beyond` working days, until two are past
 * `until` (the next is known then, even if a changed calendar has moved one already sent past it) or the bound is
 * reached.
 */
export function repeatsAfter(
  end: Day,
  { every, beyond, until }: { every: number; beyond: number; until: Day },
  { calendar }: Pick<ReminderContext, 'calendar'>,
): readonly { readonly count: number; readonly day: Day }[] {
  const found: { count: number; day: Day }[] = [];
  let [at, past] = [end, 0];
  for (let repeat = 1; repeat <= REPEATS_AT_MOST && past < 2; repeat += 1) {
    at = addWorkingDays(at, every, calendar);
    if (repeat * every <= beyond) continue;
    found.push({ count: repeat * every, day: at });
    if (at > until) past += 1;
  }
  return found;
}

/** What every "so many working days overdue" milestone has in common. */
export function lateMilestone(count: number, day: Day, end: Day, tell: readonly Tell[]): Milestone {
  return {
    key: `overdue+${count}`,
    matter: 'delivery',
    day,
    what: 'still-overdue',
    tell,
    target: end,
    meetingId: null,
  };
}

function windowClosed(promise: Commitment, end: Day, context: ReminderContext): Milestone {
  const accepted = promise.acceptance.state === 'accepted';
  return {
    key: 'overdue',
    matter: 'delivery',
    day: addWorkingDays(end, 1, context.calendar),
    // "Overdue" is never said of something that nobody accepted: the chair hears that it lapsed, and why.
    what: accepted ? 'overdue' : 'lapsed-unaccepted',
    tell: [
      { ...owner('own'), urgent: true },
      ...whenTrue(accepted, lineManager('own')),
      secretary('own'),
      { who: 'chair', how: 'own', urgent: true },
    ],
    target: end,
    meetingId: null,
    mustReach: true,
  };
}

function afterwards(promise: Commitment, end: Day, until: Day, context: ReminderContext): readonly Milestone[] {
  const numbers = context.policy.reportBack;
  const accepted = promise.acceptance.state === 'accepted';
  const at = (count: number) => addWorkingDays(end, count, context.calendar);
  const again = [owner('digest'), ...whenTrue(accepted, lineManager('digest')), secretary('digest')];
  const escalated: readonly Tell[] = [
    owner('own'),
    ...whenTrue(accepted, lineManager('own')),
    ...whenTrue(accepted, { who: 'their-manager', how: 'own' }),
    secretary('digest'),
    { who: 'chair', how: 'briefing' },
  ];
  const beyond = Math.max(numbers.escalateAfter, numbers.overdueAgainAfter);
  const repeats = repeatsAfter(end, { every: numbers.thenEvery, beyond, until }, context);
  return [
    lateMilestone(numbers.overdueAgainAfter, at(numbers.overdueAgainAfter), end, again),
    lateMilestone(numbers.escalateAfter, at(numbers.escalateAfter), end, escalated),
    ...repeats.map(({ count, day }) => lateMilestone(count, day, end, [...again, { who: 'chair', how: 'digest' }])),
  ];
}

/**
 * The milestones of a report-back once its window has closed with nothing reported: `overdue` on the first working day
 * after, then counted from the last day of the window, so that 'overdue+5' says "overdue by 5 working days".
 * While it is placed on a meeting to come, the repeats are silent: the report deadline of that meeting speaks instead.
 */
export function overdueMilestones(promise: Commitment, context: ReminderContext, until: Day): readonly Milestone[] {
  const end = lastDayOf(promise.due);
  if (end === null) return [];
  const [meeting, since] = [placedMeeting(promise, context.meetings), promise.placedOn?.since];
  const silent = (day: Day) => meeting !== null && since !== undefined && day > since && day <= meeting.day;
  const silentUntil = meeting !== null && meeting.day > until ? meeting.day : until;
  return [
    windowClosed(promise, end, context),
    ...afterwards(promise, end, silentUntil, context).filter((milestone) => !silent(milestone.day)),
  ];
}
