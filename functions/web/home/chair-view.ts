import '../../../shared/pages/words/promises.ts';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { type Commitment, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import { standingOf } from '../../../shared/domain/commitments/standing.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { placingOf } from '../../../shared/domain/plan/plan.ts';
import { ageBars } from '../../../shared/pages/charts/age-bars.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { dueWords, heardWords, ownerWords, statusesOf } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { OwnBody } from './home-data.ts';

type Persons = ReadonlyMap<string, Person>;
type On = { persons: Persons; today: Day };

/** A promise that is overdue to a body, and by how many working days of that body's calendar. */
export type Overdue = { promise: Commitment; own: OwnBody; workingDays: number };

/** What is overdue to these bodies, the oldest first. */
export function overdueIn(bodies: readonly OwnBody[], today: Day): Overdue[] {
  const all = bodies.flatMap((own) =>
    own.owed.flatMap((promise) => {
      const standing = standingOf(promise, { today, calendar: own.context.calendar });
      return standing.sort === 'overdue' ? [{ promise, own, workingDays: standing.workingDays }] : [];
    }),
  );
  return all.toSorted((a, b) => b.workingDays - a.workingDays);
}

/** Rows: what, who by role, how long, the last thing heard. */
export function overdueRows(overdue: readonly Overdue[], { persons, today }: On) {
  return overdue.map(({ promise, own, workingDays }) => ({
    subject: promise.subject,
    href: paths.commitment(promise.id),
    owner: ownerWords(promise, { persons, today }),
    body: own.context.body.name,
    due: formatDate(lastDayOf(promise.due) ?? today),
    workingDays,
    heard: heardWords(promise),
  }));
}

/** One bar for each overdue promise, by body; null when nothing is overdue. */
export function agesOf(overdue: readonly Overdue[]) {
  if (overdue.length === 0) return null;
  const groups = Map.groupBy(overdue, ({ own }) => own.context.body.name);
  return ageBars(
    [...groups].map(([name, all]) => ({
      name,
      ages: all.map(({ promise, workingDays }) => ({ text: promise.subject, workingDays })),
    })),
  );
}

/** The meetings of a body still to come, the next first. */
export function toCome({ context }: OwnBody, today: Day): Meeting[] {
  return context.meetings.filter((one) => canReceiveReports(one) && one.day >= today);
}

/** The last meeting of a body before today. */
function lastMeeting({ context }: OwnBody, today: Day): Meeting | undefined {
  return context.meetings.findLast(({ state, day }) => state !== 'cancelled' && day < today);
}

const whereAndWhen = ({ time, venue }: Meeting): string =>
  [time === null ? '' : formatTime(time), venue ?? ''].filter((text) => text !== '').join(', ');

/** The next meeting: its day, its agenda, and the reports that are still to follow, with whose they are. */
export function nextMeetingOf(own: OwnBody, items: readonly AgendaItem[], { today }: On) {
  const [next] = toCome(own, today);
  const { body, reminders } = own.context;
  if (!next) return { body: body.name, absent: true, planHref: paths.bodyPlan(body.id) };
  const publish = reminders.publishByOf(next);
  const missing = items.filter(({ report, state }) => report === 'to-follow' && state !== 'withdrawn');
  return {
    body: body.name,
    absent: false,
    day: formatDay(next.day),
    where: whereAndWhen(next),
    state: say('plan', `state-${next.state}`),
    items: items.length,
    publish: publish === null ? null : formatDay(publish),
    missing: missing.map(({ number, title, reportOf }) =>
      say('home', 'missingReport', { number: number ?? '', title, whose: reportOf ?? say('promises', 'ownerNobody') }),
    ),
    planHref: paths.bodyPlan(body.id),
  };
}

/** The next three meetings with what is placed on each; promises not placed; promises without a date. */
export function comingTo(own: OwnBody, { today }: On) {
  const { body, meetings } = own.context;
  const live = own.owed.filter(({ state }) => state === 'open' || state === 'not-mine' || state === 'done');
  const link = ({ id, subject }: Commitment) => ({ text: subject, href: paths.commitment(id) });
  return {
    body: body.name,
    planHref: paths.bodyPlan(body.id),
    meetings: toCome(own, today)
      .slice(0, 3)
      .map((meeting) => ({
        day: formatDay(meeting.day),
        promises: live.filter(({ placedOn }) => placedOn?.meetingId === meeting.id).map(link),
      })),
    unplaced: live
      .filter((promise) => promise.kind === 'report-back' || promise.kind === 'referral')
      .filter((promise) => ['not-placed', 'no-meeting-in-window'].includes(placingOf(promise, meetings)))
      .map((promise) => ({ ...link(promise), note: dueWords(promise.due) })),
    undated: live
      .filter(({ due }) => due.sort === 'undated')
      .map((promise) => ({ ...link(promise), note: promise.due.asSaid })),
  };
}

/** What has been closed since the body last met (that day included): what was asked for and what came of it. */
export function closedSince(own: OwnBody, { persons, today }: On) {
  const { calendar, body } = own.context;
  const since = lastMeeting(own, today)?.day;
  return own.ended
    .filter(
      ({ closure }) => closure !== null && closure.how !== 'history' && since !== undefined && closure.on >= since,
    )
    .map((promise) => ({
      subject: promise.subject,
      href: paths.commitment(promise.id),
      asked: formatDate(promise.madeOn),
      came: promise.reports.at(-1)?.said ?? promise.progress.at(-1)?.text ?? promise.closure?.reason ?? '',
      statuses: statusesOf(promise, { today, calendar, persons, shortName: body.shortName }),
    }));
}
