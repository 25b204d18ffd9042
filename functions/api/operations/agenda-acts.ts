import * as z from 'zod';
import { type AgendaItem, unarranged } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { motionFor as ownMotionFor } from '../../../shared/domain/agendas/motion.ts';
import { neighboursOf, startAgenda } from '../../../shared/domain/agendas/start.ts';
import { recordId } from '../../../shared/domain/record.ts';
import * as acts from '../../../shared/store/agenda-acts.ts';
import { type AgendaAround, aroundAgenda, meetingAndAgenda } from '../../../shared/store/agenda-around.ts';
import { closesPublished } from '../../../shared/store/agenda-privacy.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { arranged, arrangedFor } from './item-input.ts';
import { agendaFor, itemToBuild, meetingFor } from './meeting-to-build.ts';
import { itemOfAgenda } from './offered.ts';
import { wrongField } from './promise-for.ts';

const builds = { group: 'Meetings and agendas', action: 'agenda.build', changes: 'agenda' } as const;
const reason = z.string().trim().min(1).max(2000);

const motionFor = ({ context, meeting }: AgendaAround, newId: () => string) =>
  ownMotionFor({ ...context, meeting: meeting.record, newId });

const { attendedFor, privateReason, keyDecision, noticeId, blockedBy } = arranged.shape;

const added = arranged.extend({
  attendedFor: attendedFor.default([]),
  privateReason: privateReason.default(null),
  keyDecision: keyDecision.default(false),
  noticeId: noticeId.default(null),
  blockedBy: blockedBy.default(null),
  report: z.enum(['not-attached', 'to-follow', 'oral']),
  after: recordId.nullable().describe('The item that it comes after; null for the end'),
});

const closedNote = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .describe('Where the public has seen an item that becomes private: what they read in its place');

/** What the public has seen is not made private unmeant, and its note does not name it. Throws `Refused`. */
function requireNote(note: string | undefined, titles: readonly string[]): void {
  if (note === undefined) throw wrongField('/closedNote', 'The public has seen it: say what they read in its place');
  if (titles.some((title) => note.toLowerCase().includes(title.toLowerCase())))
    throw wrongField('/closedNote', 'Not its title');
}

/** Building an agenda: it is begun, added to, changed and put in order. */
export const agendaActOperations: readonly Operation<Caller>[] = [
  commands({
    id: 'beginAgenda',
    path: '/meetings/{meetingId}/agenda',
    group: 'Meetings and agendas',
    summary: 'The secretary begins an agenda from the template of the body, with what is on the meeting already',
    action: 'agenda.build',
    refuses: { begun: 'agenda-begun', 'meeting-over': 'meeting-over' },
    input: z.strictObject({}),
    changes: null,
    answer: async (call) => {
      const { register, newId } = call;
      const { id } = (await meetingFor(call, 'agenda.build')).record;
      const around = await aroundAgenda(register, await meetingAndAgenda(register, id), call.today);
      const meeting = around.meeting.record;
      const { meetings, procedure } = around.context;
      const { last } = neighboursOf(meeting, meetings);
      const before = (last && (await find(register, agendas, last.id)))?.record;
      const there = [...around.items.values()]
        .map(({ record }) => record)
        .filter(({ state }) => state === 'on-agenda')
        .toSorted((a, b) => (a.number ?? '~').localeCompare(b.number ?? '~', 'en', { numeric: true }));
      const begun = startAgenda({ meeting, meetings, procedure, there, before, newId });
      return acts.beginAgenda(register, call.command, begun);
    },
  }),
  commands({
    ...builds,
    id: 'addItem',
    path: '/meetings/{meetingId}/agenda/items',
    summary:
      'The secretary adds business to an agenda; private business brings the motion to exclude the public with it',
    refuses: { full: 'agenda-full', 'meeting-over': 'meeting-over' },
    input: added,
    answer: async (call) => {
      const around = await agendaFor(call, 'agenda.build');
      const { after, ...rest } = call.body;
      const { id: meetingId, bodyId } = around.meeting.record;
      const item: AgendaItem = {
        ...unarranged,
        // Inside until it is published, as when it is added on the page.
        ...arrangedFor(rest, around, null),
        id: call.newId(),
        bodyId,
        meetingId,
        number: null,
        mattersRaised: [],
        origin: { sort: 'typed' },
        commitmentId: null,
        state: 'on-agenda',
        published: false,
      };
      const motion = motionFor(around, call.newId);
      return acts.addNewItem(call.register, call.command, meetingId, { item, after, motion });
    },
  }),
  commands({
    ...builds,
    id: 'editItem',
    path: '/meetings/{meetingId}/agenda/items/{itemId}',
    summary:
      'The secretary changes what is arranged for an item; what is not named stays. If-Match is that of the item',
    refuses: { 'meeting-over': 'meeting-over' },
    input: arranged.partial().extend({ closedNote: closedNote.optional() }),
    changes: 'agenda-item',
    answer: async (call) => {
      const around = await agendaFor(call, 'agenda.build');
      const { record: was } = itemOfAgenda(call, around);
      const { closedNote: note, ...said } = call.body;
      const now = z.object(arranged.shape).parse({ ...was, ...said });
      const item = { ...was, ...arrangedFor(now, around, was) };
      if (await closesPublished(call.register, item)) requireNote(note, [was.title, item.title]);
      const wanted = { item, motion: motionFor(around, call.newId), ...(note === undefined ? {} : { note }) };
      return acts.editAgendaItem(call.register, call.command, wanted);
    },
  }),
  commands({
    ...builds,
    id: 'moveItem',
    path: '/meetings/{meetingId}/agenda/items/{itemId}/move',
    summary: 'The secretary moves an item to another place of the agenda, before it is out',
    refuses: { published: 'already-published', 'other-part': 'other-part', 'meeting-over': 'meeting-over' },
    input: z.strictObject({ to: z.int().min(0).max(149).describe('Its new place in the list, from 0') }),
    answer: async (call) => {
      const { meetingId, itemId } = await itemToBuild(call);
      return acts.moveAgendaItem(call.register, call.command, meetingId, { itemId, to: call.body.to });
    },
  }),
  commands({
    ...builds,
    id: 'takeItemOff',
    path: '/meetings/{meetingId}/agenda/items/{itemId}/take-off',
    summary: 'The secretary takes an item off an agenda that has not shown it: put off, or withdrawn',
    refuses: { published: 'already-published', 'meeting-over': 'meeting-over' },
    input: z.strictObject({ how: z.enum(['defer', 'withdraw']), reason }),
    answer: async (call) => {
      const { meetingId, itemId } = await itemToBuild(call);
      return acts.takeItemOff(call.register, call.command, meetingId, { itemId, ...call.body });
    },
  }),
];
