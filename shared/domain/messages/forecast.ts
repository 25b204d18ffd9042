import { addDays, compareDays, type Day } from '../calendar/day.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import type { Commitment } from '../commitments/commitment.ts';
import { dueOn } from './due-on.ts';
import type { Milestone, ReminderContext } from './milestone.ts';
import { milestonesOf } from './milestones.ts';

/** One thing that would be sent if nothing changes: whom it tells is in the milestone, who that is is known on the day. */
export type Foreseen = { readonly day: Day; readonly promise: Commitment; readonly milestone: Milestone };

type Asked = {
  readonly contextOf: (promise: Commitment) => ReminderContext;
  readonly handledOf: (promise: Commitment) => ReadonlySet<string>;
  readonly from: Day;
  readonly days?: number;
};

function foreseenOf(promise: Commitment, asked: Asked): readonly Foreseen[] {
  const [context, handled, from] = [asked.contextOf(promise), asked.handledOf(promise), asked.from];
  const until = addDays(from, asked.days ?? 60);
  const first = nextWorkingDay(from, context.calendar);
  const now = dueOn(promise, context, handled, first).send.map((milestone) => ({ day: first, promise, milestone }));
  const later = milestonesOf(promise, context, until)
    .filter(({ day, key }) => day > first && day <= until && !handled.has(key))
    .map((milestone) => ({ day: milestone.day, promise, milestone }));
  return [...now, ...later].filter(({ day }) => day <= until);
}

/**
 * What would be sent from `from` on, for `days` days (60), if nobody acts and no day moves: for the administrator's
 * reminder page, and with one promise for its own page. In order of day. Digest lines stand under the day they fall
 * due; they go with the reader's next digest.
 */
export function whatWouldBeSent(promises: readonly Commitment[], asked: Asked): readonly Foreseen[] {
  return promises.flatMap((promise) => foreseenOf(promise, asked)).toSorted((a, b) => compareDays(a.day, b.day));
}
