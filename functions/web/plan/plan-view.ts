import { addMonths, type Day } from '../../../shared/domain/calendar/day.ts';
import {
  formatDate,
  formatDay,
  formatDayShortWithYear,
  formatMonth,
} from '../../../shared/domain/calendar/day-words.ts';
import { type Commitment, firstDayOf, isOverdue, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { reportDeadline } from '../../../shared/domain/messages/targets.ts';
import { meetingsInWindow } from '../../../shared/domain/plan/plan.ts';
import type { PlanInput } from '../../../shared/pages/charts/plan-words.ts';
import { formatDateWithoutYear } from '../../../shared/pages/day-words.ts';
import { dueWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { BodyContext } from '../../../shared/store/body-context.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';

/** What a plan shows: promises that the reader may know of, with the meetings to come and their items. */
export type Planned = {
  context: BodyContext;
  promises: readonly Versioned<Commitment>[];
  coming: readonly Meeting[];
  items: ReadonlyMap<string, number>;
  today: Day;
  /** The address of a promise's story, or null for a reader who may not open it. */
  storyOf: (promise: Commitment) => string | null;
};

const MONTHS = 12;

/** Meetings of the year to come. */
export function comingYear({ meetings }: BodyContext, today: Day): Meeting[] {
  const end = addMonths(today, MONTHS);
  return meetings.filter((one) => canReceiveReports(one) && one.day >= today && one.day <= end);
}

const onAnAgenda = ({ kind }: Commitment): boolean => kind === 'report-back' || kind === 'referral';
const stillComing = ({ state }: Commitment): boolean => state === 'open' || state === 'not-mine' || state === 'done';

const lastOf = ({ record }: Versioned<Commitment>): string => lastDayOf(record.due) ?? '9999-12-31';

/** Promises that belong on an agenda and are on none, the first to be due first; those without a date apart. */
export function unplacedOf({ promises }: Pick<Planned, 'promises'>) {
  const loose = promises
    .filter(({ record }) => record.placedOn === null && stillComing(record))
    .toSorted((a, b) => lastOf(a).localeCompare(lastOf(b)));
  return {
    dated: loose.filter(({ record }) => onAnAgenda(record) && record.due.sort !== 'undated'),
    undated: loose.filter(({ record }) => record.due.sort === 'undated'),
  };
}

/** The rows of "promised, and on no agenda". */
export function unplacedRows(planned: Planned, newId: () => string) {
  return unplacedOf(planned).dated.map(({ record, version }) => {
    const inside = meetingsInWindow(record, planned.coming);
    const days = inside.map(({ day }) => formatDateWithoutYear(day)).join(', ');
    return {
      id: record.id,
      subject: record.subject,
      href: planned.storyOf(record),
      placeHref: paths.place(record.id),
      version,
      commandId: newId(),
      when: dueWords(record.due),
      overdue: isOverdue(record, planned.today),
      note: inside.length === 0 ? say('plan', 'placeNoMeeting') : say('plan', 'inside', { count: inside.length, days }),
      meetings: inside.map(({ id, day }) => ({ value: id, text: formatDay(day) })),
    };
  });
}

/** The rows of promises without a date. */
export function undatedRows(planned: Planned) {
  return unplacedOf(planned).undated.map(({ record }) => ({
    subject: record.subject,
    said: record.due.asSaid,
    since: formatDate(record.madeOn),
    href: planned.storyOf(record),
    dateHref: paths.giveDate(record.id),
  }));
}

/** What the picture of the year is drawn from: one body. */
export function yearOf({ context, promises, coming, items, today }: Planned): PlanInput {
  const dated = promises.filter(({ record }) => stillComing(record) && record.due.sort !== 'undated');
  const from = `${today.slice(0, 8)}01`;
  return {
    from,
    to: addMonths(from, MONTHS),
    today,
    bodies: [
      {
        name: context.body.name,
        meetings: coming.map(({ id, day }) => ({ day, items: items.get(id) ?? 0 })),
        promises: dated
          .filter(({ record }) => onAnAgenda(record) || record.placedOn !== null)
          .map(({ record }) => ({
            text: record.subject,
            window: { from: firstDayOf(record.due) ?? today, to: lastDayOf(record.due) ?? today },
            ...(record.placedOn ? { placedOn: record.placedOn.day } : {}),
            overdue: isOverdue(record, today),
          })),
      },
    ],
    undated: unplacedOf({ promises }).undated.map(({ record }) => ({
      text: record.subject,
      body: context.body.shortName,
    })),
  };
}

type Line = {
  id: string;
  day: string;
  promises: { subject: string; href: string | null }[];
  items: string;
  report: string;
  publish: string;
};

function lineOf(meeting: Meeting, { context, promises, items, storyOf }: Planned): Line {
  const { reminders } = context;
  const publish = reminders.publishByOf(meeting);
  const placed = promises.filter(({ record }) => record.placedOn?.meetingId === meeting.id && stillComing(record));
  const count = items.get(meeting.id) ?? 0;
  return {
    id: meeting.id,
    day: say('plan', 'meetingState', { day: formatDay(meeting.day), state: say('plan', `state-${meeting.state}`) }),
    promises: placed.map(({ record }) => ({ subject: record.subject, href: storyOf(record) })),
    items: count === 0 ? '' : say('plan', 'comingItems', { count }),
    report: formatDayShortWithYear(reportDeadline(meeting, reminders)),
    publish: publish === null ? '' : formatDayShortWithYear(publish),
  };
}

/** Meetings to come by month, each with its days and what is placed on it. */
export function monthsOf(planned: Planned): { month: string; lines: Line[] }[] {
  const groups = Map.groupBy(planned.coming, ({ day }) => formatMonth(day));
  return [...groups].map(([month, meetings]) => ({ month, lines: meetings.map((one) => lineOf(one, planned)) }));
}
