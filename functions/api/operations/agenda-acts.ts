import * as z from 'zod';
import { type AgendaItem, agendaItem, unarranged } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { intention, seatsOn } from '../../../shared/domain/meetings/attendance.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { addNewItem, moveAgendaItem, takeItemOff } from '../../../shared/store/agenda-acts.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { ApologyRefused, giveAttendance } from '../../../shared/store/attendances.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { membershipsOf } from '../../../shared/store/people.ts';
import { find, get } from '../../../shared/store/record-kind.ts';
import { readable } from '../known.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { Refused } from '../problems.ts';

type Asking = Caller & { param(name: string): string };

/** The meeting of the address, to come and with an agenda, for whoever builds it. */
async function meetingToBuild(call: Asking): Promise<Meeting> {
  const { record } = await readable(call, meetings, call.param('meetingId'));
  call.demand('agenda.build', { bodyId: record.bodyId, accessClass: record.accessClass });
  if (!canReceiveReports(record) || record.day < call.today)
    throw new Refused('not-possible-now', { detail: 'The meeting has been, or was cancelled' });
  return record;
}

/** The same, with the item of the address, which must be on its agenda. */
async function itemToMove(call: Asking): Promise<{ meetingId: string; itemId: string }> {
  const { id } = await meetingToBuild(call);
  const agenda = await find(call.register, agendas, id);
  const itemId = call.param('itemId');
  if (!agenda?.record.slots.some((slot) => slot.itemId === itemId)) throw new NotFound(`item ${itemId} of ${id}`);
  return { meetingId: id, itemId };
}

const builds = { group: 'Meetings and agendas', action: 'agenda.build', changes: 'agenda' } as const;

const arranged = z.strictObject(agendaItem.shape).pick({
  title: true,
  purpose: true,
  reportOf: true,
  presenter: true,
  toFollowReason: true,
  contactOfficer: true,
});

const added = arranged
  .extend({
    report: z.enum(['not-attached', 'to-follow', 'oral']),
    after: recordId.nullable().describe('The item that it comes after; null for the end'),
  })
  .refine(({ report, toFollowReason }) => report !== 'to-follow' || toFollowReason !== null, {
    path: ['toFollowReason'],
    error: 'Say why the report is to follow',
  });

const whyNot = {
  'not-a-member': 'You have no seat there that day',
  'no-such-substitute': 'Not on the list of substitutes that may come for you',
  'substitute-taken': 'The substitute comes for somebody else',
};

/** Business of a meeting: building its agenda, and saying whether one comes. */
export const agendaActOperations: readonly Operation<Caller>[] = [
  commands({
    ...builds,
    id: 'addItem',
    path: '/meetings/{meetingId}/agenda/items',
    summary: 'The secretary adds open business to an agenda; private business is added on its page',
    input: added,
    answer: async (call) => {
      const { id, bodyId } = await meetingToBuild(call);
      const { after, ...rest } = call.body;
      const item: AgendaItem = {
        ...unarranged,
        ...rest,
        id: call.newId(),
        bodyId,
        meetingId: id,
        number: null,
        attendedFor: [],
        mattersRaised: [],
        origin: { sort: 'typed' },
        commitmentId: null,
        state: 'on-agenda',
        published: false,
        // Inside until it is published, as when it is added on the page.
        accessClass: 'internal',
      };
      return addNewItem(call.register, call.command, id, { item, after, motion: null });
    },
  }),
  commands({
    ...builds,
    id: 'moveItem',
    path: '/meetings/{meetingId}/agenda/items/{itemId}/move',
    summary: 'The secretary moves an item to another place of the agenda, before it is out',
    input: z.strictObject({ to: z.int().min(0).max(149).describe('Its new place in the list, from 0') }),
    answer: async (call) => {
      const { meetingId, itemId } = await itemToMove(call);
      return moveAgendaItem(call.register, call.command, meetingId, { itemId, to: call.body.to });
    },
  }),
  commands({
    ...builds,
    id: 'takeItemOff',
    path: '/meetings/{meetingId}/agenda/items/{itemId}/take-off',
    summary: 'The secretary takes an item off an agenda that has not shown it: put off, or withdrawn',
    input: z.strictObject({ how: z.enum(['defer', 'withdraw']), reason: z.string().trim().min(1).max(2000) }),
    answer: async (call) => {
      const { meetingId, itemId } = await itemToMove(call);
      return takeItemOff(call.register, call.command, meetingId, { itemId, ...call.body });
    },
  }),
  commands({
    id: 'giveApologies',
    path: '/meetings/{meetingId}/attendance',
    group: 'Meetings and agendas',
    summary: 'A member says whether they come, send apologies or send a substitute; what was said last counts',
    action: 'apology.give',
    input: z.strictObject({
      intention,
      substituteId: recordId.nullable(),
      reason: z.string().trim().min(1).max(500).nullable(),
    }),
    changes: null,
    answer: async (call) => {
      const { id, bodyId, day } = (await get(call.register, meetings, call.param('meetingId'))).record;
      const held = (await membershipsOf(call.register, bodyId)).map(({ record }) => record);
      const me = call.person.id;
      // Whose committee it is not learns nothing of the meeting.
      if (!seatsOn(held, bodyId, day).some(({ personId }) => personId === me)) throw new NotFound('seat');
      call.demand('apology.give', { bodyId, ownerIds: [me] });
      const { intention: said, substituteId, reason } = call.body;
      if ((said === 'substitute') !== (substituteId !== null))
        throw new Refused('wrong-input', {
          errors: [{ pointer: '/substituteId', detail: 'Named exactly where a substitute is sent' }],
        });
      const wanted = { meetingId: id, personId: me, intention: said, substituteId, reason };
      return giveAttendance(call.register, call.command, wanted).catch((fault: unknown) => {
        if (!(fault instanceof ApologyRefused)) throw fault;
        throw new Refused('wrong-input', { errors: [{ pointer: '/substituteId', detail: whyNot[fault.why] }] });
      });
    },
  }),
];
