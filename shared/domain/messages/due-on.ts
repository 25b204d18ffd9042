import type { Day } from '../calendar/day.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Matter, Milestone, ReminderContext, Who } from './milestone.ts';
import { milestonesOf } from './milestones.ts';
import { strongestOf } from './tell.ts';

export type DueToday = { readonly send: readonly Milestone[]; readonly overtaken: readonly Milestone[] };

/**
 * The name under which one reader of a milestone counts as handled, where the others are not yet: a line that waits
 * for a weekly digest. A milestone's own key counts for all its readers.
 */
export function toldKey(milestone: Pick<Milestone, 'key'>, who: Who): string {
  return `${milestone.key}>${who}`;
}

function unhandled(milestones: readonly Milestone[], handled: ReadonlySet<string>): readonly Milestone[] {
  return milestones
    .filter((milestone) => !handled.has(milestone.key))
    .map((milestone) => ({
      ...milestone,
      tell: milestone.tell.filter((tell) => !handled.has(toldKey(milestone, tell.who))),
    }))
    .filter((milestone) => milestone.tell.length > 0);
}

// The latest speaks for those it overtook: also to the readers of one that may not be missed, and of one of its own day.
function latestOf(milestones: readonly Milestone[]): Milestone | undefined {
  const latest = milestones.at(-1);
  if (latest === undefined) return undefined;
  const spokenFor = milestones.filter((each) => each.mustReach === true || each.day === latest.day);
  return { ...latest, tell: strongestOf(spokenFor.flatMap((each) => each.tell)) };
}

/**
 * What is to be said about a promise today. Nothing on a day that is no working day of the body: the next working day
 * does it. Of milestones passed over (an outage, a jump in time) only the latest of each matter is sent; the others are
 * `overtaken`, to be recorded as handled and not sent.
 * @param handled keys of milestones already sent or overtaken, and `toldKey`s of single readers already told. A
 *   milestone handled is never sent again, though its day has moved.
 */
export function dueOn(
  promise: Commitment,
  context: ReminderContext,
  handled: ReadonlySet<string>,
  today: Day,
): DueToday {
  if (!isWorkingDay(today, context.calendar)) return { send: [], overtaken: [] };
  const due = unhandled(milestonesOf(promise, context, today), handled).filter((milestone) => milestone.day <= today);
  const matters = [...new Set<Matter>(due.map((milestone) => milestone.matter))];
  const groups = matters.map((matter) => due.filter((milestone) => milestone.matter === matter));
  return {
    send: groups.map(latestOf).filter((milestone) => milestone !== undefined),
    overtaken: groups.flatMap((group) => group.slice(0, -1)),
  };
}

/**
 * The next day on which the daily round must look at a promise, or null when nothing more will be sent as things
 * stand: the key of the sparse index. Always after `today`; if something is left unhandled from today or before, the
 * next working day.
 */
export function nextActionDay(
  promise: Commitment,
  context: ReminderContext,
  handled: ReadonlySet<string>,
  today: Day,
): Day | null {
  const left = unhandled(milestonesOf(promise, context, today), handled);
  const first = left[0];
  if (first === undefined) return null;
  if (first.day <= today) return addWorkingDays(today, 1, context.calendar);
  return nextWorkingDay(first.day, context.calendar);
}
