import { createHash } from 'node:crypto';
import type { Day } from '../domain/calendar/day.ts';
import {
  type Attendance,
  apologyProblem,
  attendance,
  type Intention,
  saidForItsDay,
  seatsOn,
  takesApologies,
} from '../domain/meetings/attendance.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import { TransitionRefused } from '../domain/record.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { meetings } from './meetings.ts';
import { membershipsOf } from './people.ts';
import { find, get, getMany, partitionOf, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Table, Write } from './table.ts';

/** What members say before a meeting; found by meeting and member, so listed nowhere. */
export const attendances: RecordKind<Attendance> = {
  type: 'attendance',
  schema: attendance,
  stored: 2,
  // The first shape did not say for which day of the meeting it was.
  upcasts: { 1: (old) => ({ ...old, forDay: null }) },
  accessClassOf: () => 'internal',
  lists: () => ({}),
};

/** The id of a member's answer for a meeting: always the same, so that there is one. */
export function attendanceId(meetingId: string, personId: string): string {
  const digest = createHash('sha256').update(`${meetingId}\n${personId}`).digest('hex');
  return `attendance-${digest.slice(0, 32)}`;
}

/** What these people have said for a meeting; those who have said nothing are left out. Strongly consistent. */
export async function attendancesOf(
  register: Register,
  meetingId: string,
  personIds: readonly string[],
): Promise<Versioned<Attendance>[]> {
  return getMany(
    register,
    attendances,
    personIds.map((id) => attendanceId(meetingId, id)),
  );
}

/** An answer that the rules do not allow: the form says which. */
export class ApologyRefused extends Error {
  override name = 'ApologyRefused';
  readonly why: 'not-a-member' | 'no-such-substitute' | 'substitute-taken';
  constructor(why: ApologyRefused['why']) {
    super(why);
    this.why = why;
  }
}

type Wanted = {
  meetingId: string;
  personId: string;
  intention: Intention;
  substituteId: string | null;
  reason: string | null;
};

/** The substitute is promised to one member for a day: a uniqueness item, freed when the answer changes. */
const promiseOf = ({ meetingId, substituteId, forDay }: Attendance): string =>
  `substitute ${meetingId} ${substituteId ?? ''}${forDay === null ? '' : ` ${forDay}`}`;

const freed = (was: Attendance | undefined, now: Attendance): Write[] =>
  was?.substituteId && promiseOf(was) !== promiseOf(now)
    ? [{ remove: { pk: `UNIQUE#${promiseOf(was)}`, sk: 'TAKEN' } }]
    : [];

/**
 * Keeps what a member says for a meeting, or changes it: by the member, or by the secretary for them
 * (`actor.onBehalfOf`). Throws `ApologyRefused`, `TransitionRefused` once the meeting has begun, `NotUnique` when the
 * substitute was promised to somebody else this moment, `VersionConflict`.
 */
export async function giveAttendance(register: Register, command: Command, wanted: Wanted) {
  return runCommand(register, command.commandId, async () => {
    const id = attendanceId(wanted.meetingId, wanted.personId);
    const [meeting, was] = await Promise.all([
      get(register, meetings, wanted.meetingId),
      find(register, attendances, id),
    ]);
    if (command.version !== undefined && command.version !== (was?.version ?? 0)) throw new VersionConflict([id]);
    const { bodyId, day: on, state } = meeting.record;
    if (!takesApologies(meeting.record, command.at)) throw new TransitionRefused(state, 'give apologies');
    const memberships = (await membershipsOf(register, bodyId)).map(({ record }) => record);
    const others = seatsOn(memberships, bodyId, on).map(({ personId }) => personId);
    const said = (await attendancesOf(register, wanted.meetingId, others)).map(({ record }) => record);
    const given = said.filter((one) => saidForItsDay(one, meeting.record));
    const why = apologyProblem({ ...wanted, bodyId }, memberships, { on, given });
    if (why !== null) throw new ApologyRefused(why);
    const enteredBy = command.actor.sort === 'person' ? command.actor.personId : wanted.personId;
    const record: Attendance = { id, bodyId, ...wanted, enteredBy, on: command.today, forDay: on };
    const promised = record.substituteId !== null && (!was || promiseOf(record) !== promiseOf(was.record));
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, intention: record.intention },
      changes: [change(attendances, { was: was ?? null, record, event: `said: ${record.intention}` })],
      unique: promised ? [promiseOf(record)] : [],
      also: freed(was?.record, record),
    };
  });
}

const askedKey = (meetingId: string) => ({ pk: partitionOf('meeting', meetingId), sk: 'APOLOGIES-ASKED' });

type Asked = Pick<Meeting, 'id' | 'day'>;

/** Marks that members were asked whether they come on its day; marking twice is the same as once. */
export async function markAsked(table: Table, { id, day }: Asked, on: Day): Promise<void> {
  await table.put({ ...askedKey(id), on, forDay: day });
}

/** The meetings, of these, whose members have not been asked about the day on which they now are. */
export async function notAskedYet<M extends Asked>(table: Table, meetingsToCome: readonly M[]): Promise<M[]> {
  const found = await table.getMany(meetingsToCome.map(({ id }) => askedKey(id)));
  // A mark without a day was made before a move was noted: it stands.
  const asked = new Map(found.map(({ pk, forDay }) => [pk, typeof forDay === 'string' ? forDay : null]));
  return meetingsToCome.filter(({ id, day }) => {
    const forDay = asked.get(askedKey(id).pk);
    return forDay === undefined || (forDay !== null && forDay !== day);
  });
}
