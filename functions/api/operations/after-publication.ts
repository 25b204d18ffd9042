import * as z from 'zod';
import { additionsTo } from '../../../shared/domain/agendas/additions.ts';
import { meeting } from '../../../shared/domain/meetings/meeting.ts';
import { faultOfMove } from '../../../shared/domain/meetings/moving.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import * as acts from '../../../shared/store/publication-acts.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';
import { meetingToPublish } from './publication.ts';

const agenda = '/meetings/{meetingId}/agenda';
const publishes = { group: 'Meetings and agendas', action: 'register.record', changes: 'agenda' } as const;
const said = (most: number) => z.string().trim().min(1).max(most).describe('What everybody reads of it');
const over = { held: 'meeting-over', cancelled: 'meeting-over' } as const;
const out = { 'not-published': 'not-published' } as const;

const additionView = named(
  'Addition',
  z.object({
    itemId: recordId,
    number: z.string(),
    title: z.string(),
    sort: z.enum(['item', 'reports']).describe('A new item, or new reports of one that is out'),
  }),
);

const moved = z.strictObject(meeting.shape).pick({ day: true, time: true, venue: true });
const shorterNotice = z.boolean().default(false).describe('That the notice is shorter than the rule is meant');

/** What may have to be published after an agenda is out: each act is said to everybody, and nothing is unsaid. */
export const afterPublicationOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listAdditions',
    path: `${agenda}/supplement`,
    group: 'Meetings and agendas',
    summary: 'What a supplement could put out: items that wait, and reports that nobody outside has seen',
    action: 'register.record',
    query: z.strictObject({}),
    output: additionView,
    answer: async (call) => {
      const { agenda: found, items } = await meetingToPublish(call);
      const all = found === null ? [] : additionsTo(found.record, items);
      const rows = all.map(({ slot: { itemId, number, title }, sort }) => ({ itemId, number, title, sort }));
      return pageOfList(rows, call, ({ itemId }) => itemId);
    },
  }),
  commands({
    ...publishes,
    id: 'publishSupplement',
    path: `${agenda}/supplement`,
    summary: 'Publishes items and reports that came after the agenda; no number changes, and all are told',
    refuses: { ...out, 'nothing-new': 'nothing-new' },
    input: z.strictObject({ itemIds: z.array(recordId).min(1).max(150), said: said(1000) }),
    answer: async (call) => {
      const { meeting: found } = await meetingToPublish(call);
      return acts.publishSupplement(call.register, call.command, found.record.id, call.body);
    },
  }),
  commands({
    ...publishes,
    id: 'withdrawItem',
    path: `${agenda}/items/{itemId}/withdraw`,
    summary: 'Takes a published item off what the public reads: its number stays, with a note',
    refuses: { ...out, withdrawn: 'already-withdrawn' },
    input: z.strictObject({
      said: said(500),
      titleShown: z.boolean().default(true).describe('False where the title should never have gone out'),
      after: z
        .enum(['for-good', 'defer'])
        .default('for-good')
        .describe('"defer" puts the item off with its reports: it waits for another agenda'),
    }),
    answer: async (call) => {
      const { meeting: found, agenda: on } = await meetingToPublish(call);
      const itemId = call.param('itemId');
      if (!on?.record.slots.some((slot) => slot.itemId === itemId)) throw new NotFound(`item ${itemId}`);
      if (call.body.after === 'defer' && !call.body.titleShown)
        throw wrongField('/after', 'What should never have gone out is not put off');
      return acts.withdrawItem(call.register, call.command, found.record.id, { itemId, ...call.body });
    },
  }),
  commands({
    ...publishes,
    id: 'withdrawReport',
    path: `${agenda}/reports/{reportId}/withdraw`,
    summary: 'Takes a published report off what the public reads, with a note in its place',
    refuses: out,
    input: z.strictObject({ said: said(500) }),
    answer: async (call) => {
      const { meeting: found } = await meetingToPublish(call);
      const wanted = { reportId: call.param('reportId'), ...call.body };
      return acts.withdrawReport(call.register, call.command, found.record.id, wanted);
    },
  }),
  commands({
    ...publishes,
    id: 'replaceReport',
    path: `${agenda}/reports/{reportId}/replace`,
    summary: 'Puts the newer reports of an item in the place of one that was published; the note says so',
    refuses: { ...out, 'nothing-new': 'nothing-new' },
    input: z.strictObject({ said: said(500) }),
    answer: async (call) => {
      const { meeting: found } = await meetingToPublish(call);
      const wanted = { reportId: call.param('reportId'), ...call.body };
      return acts.replaceReport(call.register, call.command, found.record.id, wanted);
    },
  }),
  commands({
    ...publishes,
    id: 'recordNoticePosted',
    path: `${agenda}/posted`,
    summary: 'Records where the printed notice was put up, and when',
    refuses: out,
    input: z.strictObject({
      where: z.string().trim().min(1).max(200),
      on: moved.shape.day,
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    }),
    answer: async (call) => {
      const { meeting: found, agenda: on } = await meetingToPublish(call);
      if (!on) throw new NotFound(`agenda ${found.record.id}`);
      if (call.body.on > call.today) throw wrongField('/on', 'A day that has come');
      return acts.recordPosted(call.register, call.command, found.record.id, call.body);
    },
  }),
  commands({
    ...publishes,
    id: 'lookAgain',
    path: `${agenda}/publications/{publicationId}/look-again`,
    summary: 'Looks again for a publication that was not found where the public reads; what was done stays done',
    refuses: { verified: 'nothing-to-look-for' },
    input: z.strictObject({}),
    changes: null,
    answer: async (call) => {
      const { meeting: found, agenda: on } = await meetingToPublish(call);
      const id = call.param('publicationId');
      if (!on?.record.publications.some((one) => one.id === id)) throw new NotFound(`publication ${id}`);
      return acts.lookAgain(call.register, call.command, found.record.id, id);
    },
  }),
  commands({
    ...publishes,
    id: 'cancelMeeting',
    path: '/meetings/{meetingId}/cancel',
    summary: 'Cancels a meeting; its page stays and says so. If-Match is that of its agenda, "0" where it has none',
    refuses: over,
    input: z.strictObject({ said: said(1000) }),
    answer: async (call) => {
      const { meeting: found } = await meetingToPublish(call);
      return acts.cancelMeeting(call.register, call.command, found.record.id, call.body.said);
    },
  }),
  commands({
    ...publishes,
    id: 'moveMeeting',
    path: '/meetings/{meetingId}/move',
    summary: 'Moves a meeting; its address stays. If-Match is that of its agenda, "0" where it has none',
    refuses: { ...over, 'too-short': 'notice-too-short' },
    input: moved.extend({ said: said(1000), shorterNotice }),
    answer: async (call) => {
      const from = await meetingToPublish(call);
      const { said: why, shorterNotice: meant, ...to } = call.body;
      const fault = faultOfMove(to, { ...from.context, meeting: from.meeting.record, today: call.today });
      switch (fault?.word) {
        case 'past':
          throw wrongField('/day', 'A day that is still to come');
        case 'shut':
          throw wrongField('/day', `The offices are shut: ${fault.why}`);
        case 'same':
          throw wrongField('/day', 'It is then and there already');
        case 'taken':
          throw wrongField('/day', 'The body has another meeting then');
        case 'too-short':
          throw new Refused('notice-too-short', { detail: `Its notice was to be given by ${fault.by}` });
        case 'shorter-notice':
          if (!meant) throw new Refused('notice-too-short', { detail: `Its notice was to be given by ${fault.by}` });
      }
      return acts.moveMeeting(call.register, call.command, from.meeting.record.id, { to, said: why });
    },
  }),
];
