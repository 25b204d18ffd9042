import * as z from 'zod';
import { isOverdue } from '../../../shared/domain/commitments/commitment.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { commitments } from '../../../shared/store/commitments.ts';
import { personsById, promiseAround } from '../../../shared/store/promise-around.ts';
import { knowsPromise, promiseSeen, requirePromise } from '../known.ts';
import { type Caller, lists, type Operation, reads } from '../operation.ts';
import { visiblePage } from '../pages.ts';
import { Refused } from '../problems.ts';
import { commitmentView } from '../views.ts';

const which = z.strictObject({
  bodyId: recordId.optional().describe('Owed to this body'),
  ownerId: recordId.optional().describe('Owed by this person, or by an outside body that they are link officer for'),
  ended: z.enum(['true', 'false']).default('false').describe('What has ended, instead of what is owed'),
  overdue: z.enum(['true', 'false']).default('false').describe('Only what is overdue today'),
});

/** Promises that committees were made. */
export const promiseOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listPromises',
    path: '/commitments',
    group: 'Promises',
    summary: 'Promises to a body or of a person, by reference; without either, your own',
    action: 'commitment.see',
    query: which,
    output: commitmentView,
    answer: async ({ register, may, today, person, query, limit, after }) => {
      const { bodyId, ownerId } = query;
      if (bodyId !== undefined && ownerId !== undefined)
        throw new Refused('wrong-parameter', {
          errors: [{ parameter: 'ownerId', detail: 'Ask for a body or for an owner, not for both' }],
        });
      const persons = await personsById(register);
      const { found, next } = await visiblePage(register, {
        kind: commitments,
        index: bodyId === undefined ? 'gsi2' : 'gsi1',
        partition: bodyId === undefined ? `OWES#${ownerId ?? person.id}` : `PROMISES#${bodyId}`,
        prefix: query.ended === 'true' ? 'ENDED#' : 'OWED#',
        keep: (promise) =>
          (query.overdue === 'false' || isOverdue(promise, today)) && knowsPromise({ may, today }, promise, persons),
        limit,
        after,
      });
      return { items: found.map(({ record }) => promiseSeen(record, today)), next };
    },
  }),
  reads({
    id: 'readPromise',
    path: '/commitments/{commitmentId}',
    group: 'Promises',
    summary: 'One promise: its words, who owes it, when it is due, and everything that was answered',
    action: 'commitment.see',
    query: z.strictObject({}),
    output: commitmentView,
    answer: async (call) => {
      const { record, version, persons } = await promiseAround(call.register, call.param('commitmentId'), call.today);
      requirePromise(call, 'commitment.see', record, persons);
      return { value: promiseSeen(record, call.today), version };
    },
  }),
];
