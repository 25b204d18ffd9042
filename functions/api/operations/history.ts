import * as z from 'zod';
import type { HistoryEntry } from '../../../shared/domain/history/history-entry.ts';
import type { AccessClass, RecordType } from '../../../shared/domain/record.ts';
import { agendaItems, minutes, resolutions } from '../../../shared/store/business.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { promiseAround } from '../../../shared/store/promise-around.ts';
import type { RecordKind } from '../../../shared/store/record-kind.ts';
import { fieldsOf } from '../explain-conflict.ts';
import { itemKnown, readable, requirePromise } from '../known.ts';
import { type Caller, lists, type Operation } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { historyView } from '../views.ts';

const entrySeen = ({ envelope, payload }: HistoryEntry) => {
  const { version, at, event, reason, actor } = envelope;
  const person = actor.sort === 'person' ? actor : null;
  return {
    version,
    at,
    event,
    reason,
    by: person?.personId ?? null,
    onBehalfOf: person?.onBehalfOf ?? null,
    fields: fieldsOf(payload),
  };
};

/** Entries of a time when the record was private are for those who may know of private business there. */
async function seenHistory(
  { register, may }: Pick<Caller, 'register' | 'may'>,
  type: RecordType,
  { id, bodyId }: { id: string; bodyId: string },
) {
  const knowsPrivate = may('plan.see', { bodyId, accessClass: 'private' });
  const entries = await historyOf(register, type, id);
  return entries.filter(({ envelope }) => knowsPrivate || envelope.accessClass !== 'private').map(entrySeen);
}

const byVersion = ({ version }: { version: number }): string => String(version);

type OfABody = { id: string; bodyId: string; accessClass: AccessClass };

const historyLine = <T extends OfABody>(
  kind: RecordKind<T>,
  { path, id, what }: { path: string; id: string; what: string },
  read: (call: Caller, recordId: string) => Promise<{ record: OfABody }> = (call, recordId) =>
    readable(call, kind, recordId),
): Operation<Caller> =>
  lists({
    id,
    path: `/${path}/{id}/history`,
    group: 'Decisions and minutes',
    summary: `What was done to ${what}, by whom and when, the oldest first`,
    action: 'plan.see',
    query: z.strictObject({}),
    output: historyView,
    answer: async (call) => {
      const { record } = await read(call, call.param('id'));
      return pageOfList(await seenHistory(call, kind.type, record), call, byVersion);
    },
  });

/** The history of records: who did what, and when. */
export const historyOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listPromiseHistory',
    path: '/commitments/{commitmentId}/history',
    group: 'Promises',
    summary: 'What was done to a promise, by whom and when, the oldest first',
    action: 'commitment.see',
    query: z.strictObject({}),
    output: historyView,
    answer: async (call) => {
      const { record, persons } = await promiseAround(call.register, call.param('commitmentId'), call.today);
      requirePromise(call, 'commitment.see', record, persons);
      // Whoever may read the promise may read all of its story, as on its page.
      const entries = await historyOf(call.register, 'commitment', record.id);
      return pageOfList(entries.map(entrySeen), call, byVersion);
    },
  }),
  historyLine(meetings, { path: 'meetings', id: 'listMeetingHistory', what: 'a meeting' }),
  historyLine(agendaItems, { path: 'items', id: 'listItemHistory', what: 'a piece of business' }, itemKnown),
  historyLine(resolutions, { path: 'resolutions', id: 'listResolutionHistory', what: 'a resolution' }),
  historyLine(minutes, { path: 'minutes', id: 'listMinuteHistory', what: 'a minute' }),
];
