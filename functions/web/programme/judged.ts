import type { Body } from '../../../shared/domain/bodies/body.ts';
import {
  judgeProgramme,
  type OtherMeeting,
  type ProgrammeJudged,
} from '../../../shared/domain/meetings/judge-programme.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { isCalendarFile, readProgrammeCalendar } from '../../../shared/domain/meetings/programme-calendar.ts';
import {
  type ProgrammeRow,
  programmeDay,
  readProgrammeTable,
} from '../../../shared/domain/meetings/programme-table.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { membershipsOf } from '../../../shared/store/people.ts';
import { meetingsOfYears } from '../../../shared/store/programme-acts.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import type { WebRequest } from '../route.ts';

/** A body seldom meets more often than this in a year; the adopted list is one item of the table. */
export const MOST_MEETINGS = 150;

/** What was typed, kept as it is. */
export type TypedProgramme = { text: string; state: 'planned' | 'called'; open: Meeting['openTo']; seen: boolean };

export const rowsOf = (text: string): readonly ProgrammeRow[] =>
  isCalendarFile(text) ? readProgrammeCalendar(text) : readProgrammeTable(text);

const recordsOf = <T>(all: readonly { record: T }[]): T[] => all.map(({ record }) => record);

/** Meetings of other bodies on the days of the rows, each with its body. */
async function othersOn(days: ReadonlySet<string>, own: Body, { services }: WebRequest): Promise<OtherMeeting[]> {
  const years = [...new Set([...days].map((day) => day.slice(0, 4)))];
  const all = recordsOf(await meetingsOfYears(services.register, years));
  const others = all.filter(({ bodyId, day }) => bodyId !== own.id && days.has(day));
  const known = recordsOf(
    await getMany(
      services.register,
      bodies,
      others.map(({ bodyId }) => bodyId),
    ),
  );
  return others.flatMap((meeting) => {
    const body = known.find(({ id }) => id === meeting.bodyId);
    return body ? [{ meeting, body }] : [];
  });
}

/** Judges what was typed against the register as it is now. */
export async function judgeTyped(
  request: WebRequest,
  bodyId: string,
  typed: TypedProgramme,
): Promise<{ rows: readonly ProgrammeJudged[]; meetings: readonly Meeting[] }> {
  const { register, newId } = request.services;
  const rows = rowsOf(typed.text);
  const days = rows.flatMap(({ cells }) => {
    const day = programmeDay(cells.day);
    return day === null || day === 'wrong-weekday' ? [] : [day];
  });
  const context = await bodyContext(register, bodyId, request.today);
  const others = await othersOn(new Set(days), context.body, request);
  const held = await Promise.all(
    [...new Set(others.map(({ body }) => body.id))].map((id) => membershipsOf(register, id)),
  );
  return judgeProgramme(rows, {
    body: context.body,
    procedure: context.procedure,
    calendar: context.calendar,
    today: request.today,
    known: context.meetings,
    others,
    memberships: [...context.memberships, ...recordsOf(held.flat())],
    state: typed.state,
    openTo: typed.open,
    newId,
  });
}
