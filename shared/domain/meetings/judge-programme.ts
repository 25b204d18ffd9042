import { type Body, existsOn } from '../bodies/body.ts';
import { heldOn, type Membership } from '../bodies/membership.ts';
import type { Procedure } from '../bodies/procedure.ts';
import type { Day } from '../calendar/day.ts';
import { type Calendar, isKnown, whyNotWorking } from '../calendar/working-days.ts';
import type { Meeting } from './meeting.ts';
import { formulasIn, type ProgrammeColumn, type ProgrammeRow, programmeDay, timeInCell } from './programme-table.ts';
import { keyDecisionNoticeBy, type PublishBy, publishBy, reportDeadline } from './publish-by.ts';

/** What stops a programme: nothing of it is entered until it is put right. */
export const programmeProblems = [
  'formula',
  'needDay',
  'noSuchDay',
  'wrongWeekday',
  'repeats',
  'past',
  'bodyNotThere',
  'needTime',
  'noSuchTime',
  'needVenue',
  'tooLong',
  'noSuchSort',
  'known',
  'twice',
] as const;
export type ProgrammeProblem = { column: ProgrammeColumn; problem: (typeof programmeProblems)[number] };

/** What somebody should have looked at before the programme is adopted. It can be entered all the same. */
export type ProgrammeDoubt =
  | { readonly doubt: 'shut'; readonly why: string }
  | { readonly doubt: 'not-known-yet' }
  | { readonly doubt: 'notice-passed'; readonly day: Day }
  | { readonly doubt: 'key-notice-passed'; readonly day: Day }
  | { readonly doubt: 'same-day' }
  | { readonly doubt: 'room'; readonly body: string }
  | { readonly doubt: 'members'; readonly body: string; readonly count: number };

export type ProgrammeJudged = {
  readonly row: ProgrammeRow;
  readonly problems: readonly ProgrammeProblem[];
  readonly doubts: readonly ProgrammeDoubt[];
  /** What would be entered and by when things are due; null while there is a problem. */
  readonly meeting: Meeting | null;
  readonly dates: { readonly publish: PublishBy; readonly keyNotice: PublishBy | null; readonly reports: Day } | null;
};

/** A meeting of another body on one of the days, and how many voting members it shares. */
export type OtherMeeting = { readonly meeting: Meeting; readonly body: Pick<Body, 'id' | 'name'> };

type Given = {
  readonly body: Body;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly today: Day;
  /** Meetings that the body has already. */
  readonly known: readonly Meeting[];
  readonly others: readonly OtherMeeting[];
  /** Memberships of this body and of the others. */
  readonly memberships: readonly Membership[];
  /** Are the meetings called as they are entered, or only planned? */
  readonly state: 'planned' | 'called';
  readonly openTo: Meeting['openTo'];
  readonly newId: () => string;
};

const LONGEST_VENUE = 300;
/** Two meetings that begin within this many minutes are taken to be at the same time. */
const AT_THE_SAME_TIME = 120;

const sorts = ['ordinary', 'extraordinary', 'annual'] as const;
const problem = (column: ProgrammeColumn, which: ProgrammeProblem['problem']): ProgrammeProblem => ({
  column,
  problem: which,
});

function dayOf(cell: string, { today, body }: Given): Day | ProgrammeProblem {
  if (cell === '') return problem('day', 'needDay');
  if (cell === 'repeats') return problem('day', 'repeats');
  const day = programmeDay(cell);
  if (day === null) return problem('day', 'noSuchDay');
  if (day === 'wrong-weekday') return problem('day', 'wrongWeekday');
  if (day <= today) return problem('day', 'past');
  return existsOn(body, day) ? day : problem('day', 'bodyNotThere');
}

const sortOf = (cell: string): Meeting['sort'] | undefined =>
  cell === '' ? 'ordinary' : sorts.find((one) => one === cell.trim().toLowerCase());

const isProblem = (value: unknown): value is ProgrammeProblem => typeof value === 'object' && value !== null;

function read(row: ProgrammeRow, given: Given): Meeting | ProgrammeProblem[] {
  const { cells } = row;
  const [day, time, sort] = [dayOf(cells.day, given), timeInCell(cells.time), sortOf(cells.sort)];
  const wrong = [
    ...formulasIn(row).map((column) => problem(column, 'formula')),
    ...(isProblem(day) ? [day] : []),
    ...(time === null ? [problem('time', cells.time === '' ? 'needTime' : 'noSuchTime')] : []),
    ...(cells.venue === '' ? [problem('venue', 'needVenue')] : []),
    ...(cells.venue.length > LONGEST_VENUE ? [problem('venue', 'tooLong')] : []),
    ...(sort === undefined ? [problem('sort', 'noSuchSort')] : []),
  ];
  if (wrong.length > 0 || isProblem(day) || time === null || sort === undefined) return wrong;
  const { body, state, openTo, today, newId } = given;
  return {
    id: newId(),
    bodyId: body.id,
    day,
    time,
    venue: cells.venue,
    sort,
    convenedOn: state === 'called' ? today : null,
    openTo,
    state,
    minutesStatus: null,
    published: false,
    accessClass: 'internal',
  };
}

const minutesOf = (time: string | null): number | null =>
  time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function together(a: Meeting, b: Meeting): boolean {
  const [one, other] = [minutesOf(a.time), minutesOf(b.time)];
  return a.day === b.day && (one === null || other === null || Math.abs(one - other) < AT_THE_SAME_TIME);
}

const votersOf = (bodyId: string, on: Day, memberships: readonly Membership[]): Set<string> =>
  new Set(
    memberships
      .filter(
        (held) => held.bodyId === bodyId && held.votes !== 'none' && held.role !== 'substitute' && heldOn(held, on),
      )
      .map(({ personId }) => personId),
  );

function clashes(meeting: Meeting, { others, memberships, body }: Given): ProgrammeDoubt[] {
  const own = votersOf(body.id, meeting.day, memberships);
  return others
    .filter((other) => together(meeting, other.meeting) && other.meeting.state !== 'cancelled')
    .flatMap(({ meeting: other, body: { id, name } }): ProgrammeDoubt[] => {
      const shared = [...votersOf(id, meeting.day, memberships)].filter((personId) => own.has(personId)).length;
      const room = other.venue !== null && other.venue.toLowerCase() === meeting.venue?.toLowerCase();
      return [
        ...(room ? [{ doubt: 'room', body: name } as const] : []),
        ...(shared > 0 ? [{ doubt: 'members', body: name, count: shared } as const] : []),
      ];
    });
}

function doubtsOf(meeting: Meeting, given: Given, dates: NonNullable<ProgrammeJudged['dates']>): ProgrammeDoubt[] {
  const { calendar, today, known } = given;
  const shut = whyNotWorking(meeting.day, calendar);
  const { publish, keyNotice } = dates;
  return [
    ...(shut === null ? [] : [{ doubt: 'shut', why: shut } as const]),
    ...(isKnown(meeting.day, calendar) ? [] : [{ doubt: 'not-known-yet' } as const]),
    ...(publish.day < today ? [{ doubt: 'notice-passed', day: publish.day } as const] : []),
    ...(keyNotice !== null && keyNotice.day < today
      ? [{ doubt: 'key-notice-passed', day: keyNotice.day } as const]
      : []),
    ...(known.some(({ day, state }) => day === meeting.day && state !== 'cancelled')
      ? [{ doubt: 'same-day' } as const]
      : []),
    ...clashes(meeting, given),
  ];
}

const sameSitting = (a: Meeting, b: Meeting): boolean => a.day === b.day && a.time === b.time;

/**
 * What a programme would enter: each row with its problems (any of which stops the whole), its doubts (holidays, notice
 * already passed, clashes of room or members) and the last days that follow from it. All or nothing.
 */
export function judgeProgramme(
  rows: readonly ProgrammeRow[],
  given: Given,
): { readonly rows: readonly ProgrammeJudged[]; readonly meetings: readonly Meeting[] } {
  const soFar: Meeting[] = [];
  const judged = rows.map((row): ProgrammeJudged => {
    const meeting = read(row, given);
    if (Array.isArray(meeting)) return { row, problems: meeting, doubts: [], meeting: null, dates: null };
    const taken = given.known.some((other) => sameSitting(other, meeting)) ? 'known' : null;
    const again = soFar.some((other) => sameSitting(other, meeting)) ? 'twice' : null;
    soFar.push(meeting);
    const clash = taken ?? again;
    if (clash !== null) return { row, problems: [problem('day', clash)], doubts: [], meeting: null, dates: null };
    const { procedure, calendar } = given;
    const dates = {
      publish: publishBy(meeting, procedure, calendar),
      keyNotice: keyDecisionNoticeBy(meeting, procedure, calendar),
      reports: reportDeadline(meeting, procedure, calendar),
    };
    return { row, problems: [], doubts: doubtsOf(meeting, given, dates), meeting, dates };
  });
  const sound = judged.every(({ problems }) => problems.length === 0);
  return { rows: judged, meetings: sound ? judged.flatMap(({ meeting }) => meeting ?? []) : [] };
}
