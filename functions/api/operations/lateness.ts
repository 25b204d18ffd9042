import * as z from 'zod';
import { doorsOf, routeAskedFor } from '../../../shared/domain/agendas/lateness.ts';
import { countsAsPublishedOn } from '../../../shared/domain/agendas/publication.ts';
import { meetingsAfter } from '../../../shared/domain/meetings/moving.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { recordId } from '../../../shared/domain/record.ts';
import * as acts from '../../../shared/store/agenda-acts.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { Refused } from '../problems.ts';
import { agendaFor, itemToBuild, meetingFor } from './meeting-to-build.ts';
import { wrongField } from './promise-for.ts';

const builds = { group: 'Meetings and agendas', action: 'agenda.build', changes: 'agenda' } as const;
const reason = z.string().trim().min(1).max(2000);

/** Ways out for late business, and what the chair says beforehand. */
export const latenessOperations: readonly Operation<Caller>[] = [
  commands({
    ...builds,
    id: 'moveItemToMeeting',
    path: '/meetings/{meetingId}/agenda/items/{itemId}/put-off',
    summary: 'The secretary moves an item that is not out to another meeting to come of the body',
    refuses: { published: 'already-published', full: 'agenda-full', 'meeting-over': 'meeting-over' },
    input: z.strictObject({ toMeetingId: recordId, reason }),
    answer: async (call) => {
      const { register, today } = call;
      const { record } = await meetingFor(call, 'agenda.build');
      const { meetingId, itemId } = await itemToBuild(call);
      const { meetings } = await bodyContext(register, record.bodyId, today);
      const to = meetingsAfter(record, meetings, today).find(({ id }) => id === call.body.toMeetingId);
      if (!to) throw wrongField('/toMeetingId', 'Not a later meeting to come of the body');
      const wanted = { itemId, toMeetingId: to.id, reason: call.body.reason };
      return acts.moveItemToMeeting(register, call.command, meetingId, wanted);
    },
  }),
  commands({
    ...builds,
    id: 'askForLateItem',
    path: '/meetings/{meetingId}/agenda/items/{itemId}/route',
    summary: 'The secretary asks for late business to be taken, by the route that the body has; null takes it back',
    refuses: { 'no-such-route': 'no-such-route', 'meeting-over': 'meeting-over' },
    input: z.strictObject({ reason: reason.nullable() }),
    answer: async (call) => {
      const { record } = await meetingFor(call, 'agenda.build');
      const { meetingId, itemId } = await itemToBuild(call);
      const { body, register, today } = call;
      if (body.reason === null) return acts.recordRoute(register, call.command, meetingId, { itemId, route: null });
      const { procedure } = await bodyContext(register, record.bodyId, today);
      const sort = routeAskedFor(procedure);
      if (sort === null) throw new Refused('no-such-route');
      const route = { route: sort, reason: body.reason, askedOn: today, minded: null };
      return acts.recordRoute(register, call.command, meetingId, { itemId, route });
    },
  }),
  commands({
    ...builds,
    id: 'askChairToAgree',
    path: '/meetings/{meetingId}/agenda/ask-chair',
    summary: 'The secretary asks the chair to agree the agenda as it is now; an earlier answer was about another one',
    refuses: { 'meeting-over': 'meeting-over' },
    input: z.strictObject({}),
    answer: async (call) => {
      const { meeting } = await agendaFor(call, 'agenda.build');
      return acts.askChairToAgree(call.register, call.command, meeting.record.id);
    },
  }),
  commands({
    ...builds,
    id: 'answerAsChair',
    path: '/meetings/{meetingId}/agenda/chair',
    summary:
      'The chair agrees the agenda or has a question, and says of late business whether they are minded to take it',
    action: 'agenda.agree',
    refuses: { 'not-asked': 'not-asked', 'meeting-over': 'meeting-over' },
    input: z
      .strictObject({
        agenda: z
          .discriminatedUnion('answer', [
            z.strictObject({ answer: z.literal('agreed'), said: z.null() }),
            z.strictObject({ answer: z.literal('question'), said: reason }),
          ])
          .nullable(),
        urgent: z.array(z.strictObject({ itemId: recordId, minded: z.boolean() })).max(150),
      })
      .refine(({ agenda, urgent }) => agenda !== null || urgent.length > 0, {
        path: ['agenda'],
        error: 'Say something of the agenda, or of an item',
      }),
    answer: async (call) => {
      const around = await agendaFor(call, 'agenda.agree');
      const { body } = call;
      const asked = new Set(around.agenda.record.slots.filter(({ route }) => route).map(({ itemId }) => itemId));
      if (body.urgent.some(({ itemId }) => !asked.has(itemId))) throw new Refused('not-asked');
      return acts.answerChair(call.register, call.command, around.meeting.record.id, body);
    },
  }),
  commands({
    ...builds,
    id: 'reconveneMeeting',
    path: '/meetings/{meetingId}/reconvene',
    summary: 'The secretary convenes a meeting afresh at shorter notice, where the law of its body knows that',
    refuses: { 'no-shorter-notice': 'no-shorter-notice', 'meeting-over': 'meeting-over' },
    input: z.strictObject({ reason }),
    changes: 'meeting',
    answer: async (call) => {
      const { record } = await meetingFor(call, 'agenda.build');
      const { procedure, calendar } = await bodyContext(call.register, record.bodyId, call.today);
      const on = countsAsPublishedOn(call.now, procedure, calendar);
      const possible = doorsOf(procedure).includes('shorter-notice') && on > publishBy(record, procedure, calendar).day;
      if (!possible) throw new Refused('no-shorter-notice');
      return acts.reconveneMeeting(call.register, call.command, record.id, { on, reason: call.body.reason });
    },
  }),
];
