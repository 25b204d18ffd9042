import type { Body } from '../domain/bodies/body.ts';
import { judgeProgramme, type OtherMeeting, type ProgrammeJudged } from '../domain/meetings/judge-programme.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import { isCalendarFile, readProgrammeCalendar } from '../domain/meetings/programme-calendar.ts';
import { type ProgrammeRow, programmeDay, readProgrammeTable } from '../domain/meetings/programme-table.ts';
import { bodies } from './bodies.ts';
import { bodyContext } from './body-context.ts';
import { membershipsOf } from './people.ts';
import { meetingsOfYears } from './programme-acts.ts';
import { getMany, type Register } from './record-kind.ts';

/** A body seldom meets more often than this in a year; the adopted list is one item of the table. */
export const MOST_MEETINGS = 150;

/** What was typed, kept as it is. */
export type TypedProgramme = { text: string; state: 'planned' | 'called'; open: Meeting['openTo']; seen: boolean };

export const rowsOf = (text: string): readonly ProgrammeRow[] =>
  isCalendarFile(text) ? readProgrammeCalendar(text) : readProgrammeTable(text);

const recordsOf = <T>(all: readonly { record: T }[]): T[] => all.map(({ record }) => record);

/** Meetings of other bodies on the days of the rows, each with its body. */
async function othersOn(days: ReadonlySet<string>, own: Body, register: Register): Promise<OtherMeeting[]> {
  const years = [...new Set([...days].map((day) => day.slice(0, 4)))];
  const all = recordsOf(await meetingsOfYears(register, years));
  const others = all.filter(({ bodyId, day }) => bodyId !== own.id && days.has(day));
  const known = recordsOf(
    await getMany(
      register,
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
  { register, newId, today }: { register: Register; newId: () => string; today: string },
  bodyId: string,
  typed: TypedProgramme,
): Promise<{ rows: readonly ProgrammeJudged[]; meetings: readonly Meeting[] }> {
  const rows = rowsOf(typed.text);
  const days = rows.flatMap(({ cells }) => {
    const day = programmeDay(cells.day);
    return day === null || day === 'wrong-weekday' ? [] : [day];
  });
  const context = await bodyContext(register, bodyId, today);
  const others = await othersOn(new Set(days), context.body, register);
  const held = await Promise.all(
    [...new Set(others.map(({ body }) => body.id))].map((id) => membershipsOf(register, id)),
  );
  return judgeProgramme(rows, {
    body: context.body,
    procedure: context.procedure,
    calendar: context.calendar,
    today,
    known: context.meetings,
    others,
    memberships: [...context.memberships, ...recordsOf(held.flat())],
    state: typed.state,
    openTo: typed.open,
    newId,
  });
}
