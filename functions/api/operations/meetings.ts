import * as z from 'zod';
import { mayReadPaper } from '../../../shared/domain/access/exempt-papers.ts';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { isOut } from '../../../shared/domain/agendas/agenda.ts';
import { day } from '../../../shared/domain/calendar/day.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { agendaItems } from '../../../shared/store/business.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { agendaKnown, itemKnown, knownTo, readable } from '../known.ts';
import { type Caller, lists, type Operation, reads } from '../operation.ts';
import { visiblePage } from '../pages.ts';
import { agendaView, itemView, meetingView } from '../views.ts';

const none = z.strictObject({});
const between = z.strictObject({
  from: day.optional().describe('Not before this day'),
  to: day.optional().describe('Not after this day'),
});
const isBetween = ({ from, to }: z.infer<typeof between>, { day: on }: Meeting): boolean =>
  (from === undefined || on >= from) && (to === undefined || on <= to);

/** An item without the papers that the caller may not read. */
const itemFor = ({ may }: Pick<Caller, 'may'>, item: AgendaItem): AgendaItem => {
  const { bodyId } = item;
  const reader = {
    knowsPrivate: may('plan.see', { bodyId, accessClass: 'private' }),
    knowsOpen: may('plan.see', { bodyId }),
    councillor: false,
  };
  return { ...item, reports: item.reports.filter((paper) => mayReadPaper(reader, paper, item)) };
};

/** Meetings, what is on their agendas, and each item. */
export const meetingOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listMeetings',
    path: '/meetings',
    group: 'Meetings and agendas',
    summary: 'Meetings of every body that you may read about, in order of day',
    action: 'plan.see',
    query: between,
    output: meetingView,
    answer: async ({ register, may, query, ...paged }) => {
      const known = knownTo({ may });
      const keep = (one: Meeting): boolean => isBetween(query, one) && known(one);
      const { found, next } = await visiblePage(register, {
        kind: meetings,
        index: 'gsi2',
        partition: 'MEETINGS',
        keep,
        ...paged,
      });
      return { items: found.map(({ record }) => record), next };
    },
  }),
  lists({
    id: 'listMeetingsOfBody',
    path: '/bodies/{bodyId}/meetings',
    group: 'Meetings and agendas',
    summary: 'The meetings of one body, in order of day',
    action: 'plan.see',
    query: between,
    output: meetingView,
    answer: async ({ register, may, demand, query, param, ...paged }) => {
      demand('plan.see', { bodyId: param('bodyId') });
      const known = knownTo({ may });
      const { found, next } = await visiblePage(register, {
        kind: meetings,
        index: 'gsi1',
        partition: `MEETINGS#${param('bodyId')}`,
        keep: (one) => isBetween(query, one) && known(one),
        ...paged,
      });
      return { items: found.map(({ record }) => record), next };
    },
  }),
  reads({
    id: 'readMeeting',
    path: '/meetings/{meetingId}',
    group: 'Meetings and agendas',
    summary: 'One meeting: its day, time and place, and how it stands',
    action: 'plan.see',
    query: none,
    output: meetingView,
    answer: async (call) => {
      const { record, version } = await readable(call, meetings, call.param('meetingId'));
      return { value: record, version };
    },
  }),
  reads({
    id: 'readAgenda',
    path: '/meetings/{meetingId}/agenda',
    group: 'Meetings and agendas',
    summary: 'The agenda of a meeting: its items in order under their numbers, and what was published when',
    action: 'plan.see',
    query: none,
    output: agendaView,
    answer: async (call) => {
      const { record, version } = await readable(call, agendas, call.param('meetingId'));
      const [{ slots: all, knows }, found] = await Promise.all([
        agendaKnown(call, record.id),
        getMany(
          call.register,
          agendaItems,
          record.slots.map(({ itemId }) => itemId),
        ),
      ]);
      const known = new Set(found.filter((one) => knows(one.record)).map((one) => one.record.id));
      const slots = all.filter(({ itemId }) => known.has(itemId));
      // Until it is out, an agenda is the business of those who make and agree it; others learn only of their own items.
      if (slots.length === 0 && !call.may('agenda.draft', { bodyId: record.bodyId }) && !isOut(record))
        throw new NotFound(`agenda ${record.id}`);
      const shown = new Set(slots.map(({ itemId }) => itemId));
      const publications = record.publications.map((one) => ({
        ...one,
        itemIds: one.itemIds.filter((id) => shown.has(id)),
      }));
      return { value: { ...record, slots, publications }, version };
    },
  }),
  lists({
    id: 'listItems',
    path: '/meetings/{meetingId}/items',
    group: 'Meetings and agendas',
    summary: 'The business that was or is to be before a meeting',
    action: 'plan.see',
    query: none,
    output: itemView,
    answer: async (call) => {
      const { limit, after } = call;
      const { record } = await readable(call, meetings, call.param('meetingId'));
      const { knows, shown } = await agendaKnown(call, record.id);
      const { found, next } = await visiblePage(call.register, {
        kind: agendaItems,
        index: 'gsi1',
        partition: `MEETING#${record.id}#ITEMS`,
        keep: knows,
        limit,
        after,
      });
      return { items: found.map((one) => itemFor(call, shown(one.record))), next };
    },
  }),
  reads({
    id: 'readItem',
    path: '/items/{itemId}',
    group: 'Meetings and agendas',
    summary: 'One piece of business, with the reports put with it',
    action: 'plan.see',
    query: none,
    output: itemView,
    answer: async (call) => {
      const { record, version } = await itemKnown(call, call.param('itemId'));
      return { value: itemFor(call, record), version };
    },
  }),
];
