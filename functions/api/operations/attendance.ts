import * as z from 'zod';
import { attendance, intention, seatsOn } from '../../../shared/domain/meetings/attendance.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { ApologyRefused, attendancesOf, giveAttendance } from '../../../shared/store/attendances.ts';
import { NotFound, NotUnique } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { membershipsOf } from '../../../shared/store/people.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { readable } from '../known.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { wrongField } from './promise-for.ts';

const whyNot = {
  'not-a-member': 'No seat there that day',
  'no-such-substitute': 'Not on the list of substitutes that may come for them',
  'substitute-taken': 'The substitute comes for somebody else',
};

const said = z.strictObject({
  intention,
  substituteId: recordId.nullable(),
  reason: z.string().trim().min(1).max(500).nullable(),
});

const attendanceView = named(
  'Attendance',
  z
    .object(attendance.shape)
    .pick({ personId: true, substituteId: true, reason: true, enteredBy: true, on: true })
    .partial({ enteredBy: true, on: true })
    .extend({ intention: intention.nullable().describe('Null while nothing was said') }),
);

/** Those who have a seat at the meeting of the address, for somebody who is concerned with it. */
async function seatsAt(call: Caller & { param(name: string): string }) {
  const { record } = await get(call.register, meetings, call.param('meetingId'));
  const held = (await membershipsOf(call.register, record.bodyId)).map((one) => one.record);
  return { meeting: record, seats: seatsOn(held, record.bodyId, record.day) };
}

type Given = Caller & { body: z.output<typeof said>; command: Parameters<typeof giveAttendance>[1] };

async function give(call: Given, meetingId: string, personId: string) {
  const { intention: answer, substituteId, reason } = call.body;
  if ((answer === 'substitute') !== (substituteId !== null))
    throw wrongField('/substituteId', 'Named exactly where a substitute is sent');
  const onBehalfOf = personId === call.person.id ? null : personId;
  const actor = { sort: 'person' as const, personId: call.person.id, onBehalfOf };
  const wanted = { meetingId, personId, intention: answer, substituteId, reason };
  return giveAttendance(call.register, { ...call.command, actor }, wanted).catch((fault: unknown) => {
    if (fault instanceof NotUnique) throw wrongField('/substituteId', whyNot['substitute-taken']);
    if (fault instanceof ApologyRefused) throw wrongField('/substituteId', whyNot[fault.why]);
    throw fault;
  });
}

const about = { group: 'Meetings and agendas', input: said, changes: null } as const;
const over = { planned: 'apologies-over', called: 'apologies-over', published: 'apologies-over' } as const;
const refuses = { ...over, held: 'apologies-over', cancelled: 'apologies-over' } as const;

/** Whether members come to a meeting: said by themselves, or by the secretary for them. */
export const attendanceOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listAttendance',
    path: '/meetings/{meetingId}/attendance',
    group: 'Meetings and agendas',
    summary: 'What each member has said of coming to a meeting: for its secretary',
    action: 'apology.enter',
    query: z.strictObject({}),
    output: attendanceView,
    answer: async (call) => {
      const { record } = await readable(call, meetings, call.param('meetingId'), 'apology.enter');
      const { seats } = await seatsAt(call);
      const ids = [...new Set(seats.map(({ personId }) => personId))].toSorted();
      const given = new Map(
        (await attendancesOf(call.register, record.id, ids)).map((one) => [one.record.personId, one.record]),
      );
      const silent = { substituteId: null, reason: null, intention: null };
      const rows = ids.map((personId) => given.get(personId) ?? { personId, ...silent });
      return pageOfList(rows, call, ({ personId }) => personId);
    },
  }),
  commands({
    ...about,
    id: 'giveApologies',
    path: '/meetings/{meetingId}/attendance',
    summary: 'A member says whether they come, send apologies or send a substitute; what was said last counts',
    action: 'apology.give',
    refuses,
    answer: async (call) => {
      const { meeting, seats } = await seatsAt(call);
      const me = call.person.id;
      // Whose committee it is not learns nothing of the meeting.
      if (!seats.some(({ personId }) => personId === me)) throw new NotFound('seat');
      call.demand('apology.give', { bodyId: meeting.bodyId, ownerIds: [me] });
      return give(call, meeting.id, me);
    },
  }),
  commands({
    ...about,
    id: 'enterApologies',
    path: '/meetings/{meetingId}/attendance/{personId}',
    summary: 'The secretary enters what a member has said; the record says who entered it, and for whom',
    action: 'apology.enter',
    refuses,
    answer: async (call) => {
      const { record } = await readable(call, meetings, call.param('meetingId'), 'apology.enter');
      const { seats } = await seatsAt(call);
      const personId = call.param('personId');
      if (!seats.some((seat) => seat.personId === personId)) throw new NotFound('seat');
      return give(call, record.id, personId);
    },
  }),
];
