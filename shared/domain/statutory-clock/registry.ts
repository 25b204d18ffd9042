import * as z from 'zod';
import { day, londonDay } from '../calendar/day.ts';
import { calendarOf } from '../calendar/shipped-calendar.ts';
import { annualMeetingWindow } from './annual-meeting.ts';
import { sixMonthRule } from './attendance.ts';
import { callInWindow } from './call-in.ts';
import { clearBetween, noticeDeadline } from './clear-days.ts';
import { equalityCheck, equalityFindings, equalityGate } from './equality-gate.ts';
import { requisition } from './extraordinary.ts';
import { acknowledgeHealthwatchBy, healthScrutinyResponseBy } from './health-scrutiny.ts';
import { notifyInterestBy } from './interests.ts';
import { GENERAL_EXCEPTION_CLEAR_DAYS, generalException } from './key-decisions.ts';
import { nhsPapersDeadlines } from './nhs-papers.ts';
import { allocateSeats, UNGROUPED } from './political-balance.ts';
import { councilQuorum } from './quorum.ts';
import { inspectionPeriods } from './retention.ts';
import { calendarRule, type Rule, rule } from './rule.ts';
import { type CalendarSource, UnknownRule } from './rule-input.ts';
import { voteCount, voteResult } from './vote.ts';

const FIVE_CLEAR_DAYS = 5;
// A longer notice is told by its deadline alone; its days can be drawn from the sum.
const LONGEST_LISTED_NOTICE_DAYS = 10;

const wholeNumber = z.int({ error: 'must be a whole number' });
const daysOfNotice = wholeNumber.min(1, { error: 'must be at least 1' }).max(366, { error: 'must be at most 366' });
const count = wholeNumber.min(0, { error: 'must not be negative' });

const clearDaysBefore = calendarRule({ meetingDate: day, clearDays: daysOfNotice }, (input, counting) => {
  const { latestPublication, latestPublicationStrict, countedDays } = noticeDeadline(
    input.meetingDate,
    input.clearDays,
    counting,
  );
  const deadline = { latestPublication, latestPublicationStrict };
  return input.clearDays > LONGEST_LISTED_NOTICE_DAYS ? deadline : { ...deadline, countedDays };
});

const clearDaysBetween = calendarRule({ published: day, meetingDate: day }, ({ published, meetingDate }, counting) => {
  const clearDays = clearBetween(published, meetingDate, counting);
  return { clearDays, meetsFiveClearDays: clearDays >= FIVE_CLEAR_DAYS };
});

const callIn = calendarRule({ decisionPublished: day, period: daysOfNotice }, (input, counting) => {
  const { countedDays, callInDeadline, implementableFrom } = callInWindow(
    input.decisionPublished,
    input.period,
    counting,
  );
  return { countedDays, callInDeadline, implementableFrom };
});

const quorum = rule(
  { wholeNumber: count.min(1, { error: 'must be at least 1' }), disqualified: count.default(0) },
  (input) => ({ quorum: councilQuorum(input.wholeNumber, input.disqualified) }),
  ({ wholeNumber: members, disqualified }) =>
    disqualified > members ? `disqualified is ${disqualified}, more than the ${members} members there are.` : null,
);

const politicalBalance = rule(
  {
    groups: z.record(z.string().min(1), wholeNumber.min(2, { error: 'must be at least 2: one member is no group' })),
    councilSize: count.min(1, { error: 'must be at least 1' }).max(10_000, { error: 'must be at most 10000' }),
    seats: count.max(1000, { error: 'must be at most 1000' }),
  },
  allocateSeats,
  ({ groups, councilSize }) => {
    const members = Object.values(groups).reduce((sum, size) => sum + size, 0);
    if (Object.hasOwn(groups, UNGROUPED))
      return `groups must not name ${UNGROUPED}: it is what is left of councilSize.`;
    return members > councilSize
      ? `groups have ${members} members in all, more than councilSize ${councilSize}.`
      : null;
  },
);

const publicationLocalDate = rule(
  {
    timestampUtc: z.iso.datetime({ offset: true, error: 'must be a timestamp such as 2019-07-31T23:30:00Z' }),
    zone: z.literal('Europe/London', { error: 'must be Europe/London' }).default('Europe/London'),
  },
  ({ timestampUtc }) => ({ publicationDate: londonDay(timestampUtc) }),
);

/** Every rule of the statutory clock by its id. */
export const rules: Readonly<Record<string, Rule>> = {
  CLEAR_DAYS_BEFORE: clearDaysBefore,
  CLEAR_DAYS_BETWEEN: clearDaysBetween,
  REG10_EARLIEST_DECISION: calendarRule(
    { noticeMadeAvailable: day, clearDays: daysOfNotice.default(GENERAL_EXCEPTION_CLEAR_DAYS) },
    ({ noticeMadeAvailable, clearDays }, counting) => generalException(noticeMadeAvailable, clearDays, counting),
  ),
  CALL_IN: callIn,
  DPI_28_DAYS_BEGINNING_WITH: rule({ start: day }, ({ start }) => ({ lastDay: notifyInterestBy(start) })),
  HOSC_RESPONSE_28_DAYS: rule({ requested: day }, ({ requested }) => ({
    respondBy: healthScrutinyResponseBy(requested),
  })),
  HEALTHWATCH_ACK_20_WORKING_DAYS: calendarRule({ referred: day }, ({ referred }, { calendar }) => ({
    acknowledgeBy: acknowledgeHealthwatchBy(referred, calendar),
  })),
  S85_SIX_MONTHS: rule({ lastAttendance: day }, ({ lastAttendance }) => sixMonthRule(lastAttendance)),
  RETENTION_PERIOD_BEGINNING_WITH: rule({ date: day }, ({ date }) => inspectionPeriods(date)),
  ANNUAL_MEETING_WINDOW: calendarRule({ electionDay: day }, ({ electionDay }, { calendar }) =>
    annualMeetingWindow(electionDay, calendar),
  ),
  EXTRAORDINARY_REQUISITION: calendarRule(
    { presented: day, extendOverBreaks: z.boolean({ error: 'must be true or false' }).default(false) },
    ({ presented, extendOverBreaks }, { calendar }) => requisition(presented, calendar, { extendOverBreaks }),
  ),
  COUNCIL_QUORUM: quorum,
  VOTE_RESULT: rule(voteCount.shape, (count) => ({ result: voteResult(count) })),
  POLITICAL_BALANCE_SINGLE_BODY: politicalBalance,
  PUBLICATION_LOCAL_DATE: publicationLocalDate,
  NHS_PAPERS_DEADLINE_VARIANTS: calendarRule({ meetingDate: day }, ({ meetingDate }, { calendar }) =>
    nhsPapersDeadlines(meetingDate, calendar),
  ),
  EIA_GATE: rule(equalityCheck.shape, (check) => ({ result: equalityFindings[equalityGate(check)] })),
};

/**
 * Computes one rule. Throws `UnknownRule`, or `BadRuleInput` with a sentence that says what is wrong.
 * @param calendars where calendars come from; by default the bank holidays that ship with Quorate
 */
export function computeRule(ruleId: string, input: unknown, calendars: CalendarSource = calendarOf): object {
  const known = Object.hasOwn(rules, ruleId) ? rules[ruleId] : undefined;
  if (known === undefined)
    throw new UnknownRule(`There is no rule "${ruleId}". Rules: ${Object.keys(rules).join(', ')}.`);
  return known.compute(input, calendars);
}
