import type { Procedure } from '../bodies/procedure.ts';
import type { Day } from '../calendar/day.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { noticeDeadline, type SumDay, sumOfDays } from '../statutory-clock/clear-days.ts';
import type { Meeting } from './meeting.ts';

type Which = Pick<Meeting, 'day'>;
type Rules = Pick<Procedure, 'notice' | 'keyDecisionNotice' | 'papers' | 'localDates' | 'keepsOfficeClosures'>;

/** The last day to publish, with the days counted and the rule that makes it the last. */
export type PublishBy = {
  readonly day: Day;
  /** By pure arithmetic: it may be a day on which the offices are shut. */
  readonly strict: Day;
  readonly sum: readonly SumDay[];
  readonly rule: 'notice' | 'papers' | 'custom';
  readonly statutory: boolean;
  readonly sourceOfRule: string;
};

/** The calendar that the body counts on: an NHS body's own offices do not keep the organisation's closures. */
export function calendarOfBody(procedure: Pick<Procedure, 'keepsOfficeClosures'>, calendar: Calendar): Calendar {
  return procedure.keepsOfficeClosures ? calendar : { ...calendar, closures: new Map() };
}

function workingDaysBefore(on: Day, count: number, calendar: Calendar): Pick<PublishBy, 'day' | 'strict' | 'sum'> {
  const day = addWorkingDays(on, -count, calendar);
  return { day, strict: day, sum: sumOfDays(day, on, { mode: 'working', calendar }) };
}

/**
 * The last day to publish the agenda and reports (or give the notice) of a meeting, until the body's closing time.
 * Where statute gives clear days they decide; otherwise the body's own rule for papers; otherwise the local target.
 */
export function publishBy(meeting: Which, procedure: Rules, calendar: Calendar): PublishBy {
  const own = calendarOfBody(procedure, calendar);
  const { notice, papers } = procedure;
  if (notice !== null) {
    const deadline = noticeDeadline(meeting.day, notice.clearDays, { mode: notice.mode, calendar: own });
    return {
      day: deadline.latestPublication,
      strict: deadline.latestPublicationStrict,
      sum: deadline.sum,
      rule: 'notice',
      statutory: notice.statutory,
      sourceOfRule: notice.sourceOfRule,
    };
  }
  const count = papers.workingDaysBefore ?? procedure.localDates.publishTarget;
  return {
    ...workingDaysBefore(meeting.day, count, own),
    rule: papers.workingDaysBefore === null ? 'custom' : 'papers',
    statutory: false,
    sourceOfRule: papers.sourceOfRule ?? 'Local custom',
  };
}

/**
 * The last day for the notice of a key decision or of private business, or null where the body makes none.
 * SI 2012/2089 regs 5 and 9: 28 clear days.
 */
export function keyDecisionNoticeBy(meeting: Which, procedure: Rules, calendar: Calendar): PublishBy | null {
  const rule = procedure.keyDecisionNotice;
  return rule === null ? null : publishBy(meeting, { ...procedure, notice: rule }, calendar);
}

/** The day on which reports are due with the secretary: so many working days before the meeting, by local custom. */
export function reportDeadline(meeting: Which, procedure: Rules, calendar: Calendar): Day {
  return addWorkingDays(meeting.day, -procedure.localDates.reportsToSecretary, calendarOfBody(procedure, calendar));
}

/** The local dates before a meeting, each a day. */
export function localDaysBefore(
  meeting: Which,
  procedure: Rules,
  calendar: Calendar,
): Readonly<Record<keyof Procedure['localDates'], Day>> {
  const own = calendarOfBody(procedure, calendar);
  const before = (count: number): Day => addWorkingDays(meeting.day, -count, own);
  const { reportsToSecretary, chairsBriefing, clearancesComplete, publishTarget, apologies } = procedure.localDates;
  return {
    reportsToSecretary: before(reportsToSecretary),
    chairsBriefing: before(chairsBriefing),
    clearancesComplete: before(clearancesComplete),
    publishTarget: before(publishTarget),
    apologies: before(apologies),
  };
}
