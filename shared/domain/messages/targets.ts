import { compareDays, type Day } from '../calendar/day.ts';
import { addWorkingDays, previousWorkingDay } from '../calendar/working-days.ts';
import { type Commitment, firstDayOf, lastDayOf } from '../commitments/commitment.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ReminderContext } from './milestone.ts';

/** What a report-back is chased to: the report deadline of a meeting, or, with none called, the end of the window. */
export type Target = {
  readonly day: Day;
  readonly meeting: Meeting | null;
  readonly isLastInWindow: boolean;
  /** Its milestones begin after this day: an earlier target holds until then. */
  readonly startsAfter: Day | null;
};

// Held meetings count: once the last meeting has passed, the promise is not chased to the end of a window that no
// meeting can use. Cancelled ones do not.
const standing = (meeting: Meeting): boolean => meeting.state !== 'cancelled';

/** The last meeting that the body has announced inside the window, or null. Days inclusive. */
export function lastMeetingInWindow(
  promise: Pick<Commitment, 'bodyId' | 'due'>,
  meetings: readonly Meeting[],
): Meeting | null {
  const [from, to] = [firstDayOf(promise.due), lastDayOf(promise.due)];
  if (from === null || to === null) return null;
  const inside = meetings.filter((each) => each.bodyId === promise.bodyId && standing(each));
  return (
    inside
      .filter((each) => each.day >= from && each.day <= to)
      .toSorted(byDay)
      .at(-1) ?? null
  );
}

/** The meeting the promise is placed on, unless that meeting is cancelled or unknown. */
export function placedMeeting(promise: Pick<Commitment, 'placedOn'>, meetings: readonly Meeting[]): Meeting | null {
  const placed = meetings.find((each) => each.id === promise.placedOn?.meetingId);
  return placed && standing(placed) ? placed : null;
}

/** The day by which reports for a meeting are due. */
export function reportDeadline(meeting: Meeting, context: ReminderContext): Day {
  return addWorkingDays(meeting.day, -context.reportDeadlineWorkingDays, context.calendar);
}

/**
 * Chase to the meeting, not to the end of the window: to the one it is placed on, and once that has passed without it to
 * the last one inside the window; with no meeting, to the last working day of the window. In order of day.
 */
export function targetsOf(promise: Commitment, context: ReminderContext): readonly Target[] {
  const last = lastMeetingInWindow(promise, context.meetings);
  const placed = placedMeeting(promise, context.meetings);
  const towards = (meeting: Meeting, startsAfter: Day | null): Target => ({
    day: reportDeadline(meeting, context),
    meeting,
    isLastInWindow: meeting.id === last?.id,
    startsAfter,
  });
  if (placed && last && placed.day < last.day) return [towards(placed, null), towards(last, placed.day)];
  const only = placed ?? last;
  if (only) return [towards(only, null)];
  const end = lastDayOf(promise.due);
  if (end === null) return [];
  return [{ day: previousWorkingDay(end, context.calendar), meeting: null, isLastInWindow: false, startsAfter: null }];
}

/** Meetings in order of day. */
export function byDay(a: Meeting, b: Meeting): number {
  return compareDays(a.day, b.day);
}
