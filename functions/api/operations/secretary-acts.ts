import * as z from 'zod';
import type { Minuted } from '../../../shared/domain/commitments/acts.ts';
import { due } from '../../../shared/domain/commitments/commitment.ts';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { recordId } from '../../../shared/domain/record.ts';
import * as acts from '../../../shared/store/commitment-acts.ts';
import type { PromiseAround } from '../../../shared/store/promise-around.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { promiseFor, stillToCome, wrongField } from './promise-for.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const reason = words(2000);
const promise = { group: 'Promises', changes: 'commitment' } as const;

/** A meeting of the body that has been since it was promised; today's may have been. */
function held({ record, context }: PromiseAround, meetingId: string, today: string) {
  const found = context.meetings.find(({ id }) => id === meetingId);
  const been = found && found.state !== 'cancelled' && found.day >= record.madeOn && found.day <= today;
  if (!been) throw wrongField('/meetingId', 'Not a meeting of the body that has been since it was promised');
  return found;
}

const minutedAt = z.strictObject({ meetingId: recordId.nullable(), minuteReference: words(200).nullable() });

/** Closed at a meeting and a minute; an action may be closed between meetings where the body's procedure says so. */
function minuted(around: PromiseAround, { meetingId, minuteReference }: Minuted, today: string): Minuted {
  const between = around.record.kind === 'action' && around.context.procedure.chairClosesActions;
  if (meetingId === null && between) return { meetingId, minuteReference };
  if (meetingId === null) throw wrongField('/meetingId', 'It ends at a meeting of the committee');
  if (minuteReference === null) throw wrongField('/minuteReference', 'It ends at a minute');
  return { meetingId: held(around, meetingId, today).id, minuteReference };
}

const here = ({ persons }: PromiseAround, id: string | null, today: string): boolean => {
  const person = id === null ? undefined : persons.get(id);
  return id === null || (person !== undefined && !hasLeft(person, today));
};

/** What the secretary of a body records about a promise to it. */
export const secretaryActOperations: readonly Operation<Caller>[] = [
  commands({
    ...promise,
    id: 'answerMoreTime',
    path: '/commitments/{commitmentId}/more-time/answer',
    summary: 'The secretary records whether more time was agreed; both days are kept',
    action: 'commitment.place',
    input: z.strictObject({ answer: z.enum(['agreed', 'declined']), reason }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.place');
      return acts.answerMoreTime(call.register, call.command, record.id, call.body);
    },
  }),
  commands({
    ...promise,
    id: 'givePromiseDate',
    path: '/commitments/{commitmentId}/date',
    summary: 'The secretary gives it a day or a window',
    action: 'commitment.place',
    input: z.strictObject({ due, reason }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.place');
      stillToCome(call.body.due, '/due', call.today);
      return acts.setPromiseDate(call.register, call.command, record.id, call.body);
    },
  }),
  commands({
    ...promise,
    id: 'reassignPromise',
    path: '/commitments/{commitmentId}/reassign',
    summary: 'The secretary finds whose it is: a role first, then whoever holds it, who is asked afresh',
    action: 'commitment.reassign',
    input: z.strictObject({
      role: words(200).nullable(),
      personId: recordId.nullable(),
      linkOfficerId: recordId.nullable(),
      reason,
    }),
    answer: async (call) => {
      const around = await promiseFor(call, 'commitment.reassign');
      const { role, personId, linkOfficerId } = call.body;
      if (role === null && personId === null) throw wrongField('/role', 'A role or a person');
      if (!here(around, personId, call.today)) throw wrongField('/personId', 'Nobody who is here');
      if (!here(around, linkOfficerId, call.today)) throw wrongField('/linkOfficerId', 'Nobody who is here');
      const job = around.persons.get(personId ?? '')?.jobTitle ?? null;
      return acts.handOverPromise(call.register, call.command, around.record.id, { ...call.body, role: role ?? job });
    },
  }),
  commands({
    ...promise,
    id: 'recordPromiseConsidered',
    path: '/commitments/{commitmentId}/considered',
    summary: 'The secretary records that a report was considered, and what was said; noted is not closed',
    action: 'commitment.close',
    input: z.strictObject({ meetingId: recordId, minuteReference: words(200), said: words(2000) }),
    answer: async (call) => {
      const around = await promiseFor(call, 'commitment.close');
      const { meetingId, minuteReference, said } = call.body;
      const meeting = held(around, meetingId, call.today);
      const considered = { meeting, minuteReference, said };
      return acts.recordPromiseConsidered(call.register, call.command, around.record.id, considered);
    },
  }),
  commands({
    ...promise,
    id: 'closePromise',
    path: '/commitments/{commitmentId}/close',
    summary: 'The committee is satisfied, at a minute: only this closes a promise',
    action: 'commitment.close',
    input: minutedAt,
    answer: async (call) => {
      const around = await promiseFor(call, 'commitment.close');
      const where = minuted(around, call.body, call.today);
      return acts.closePromise(call.register, call.command, around.record.id, where);
    },
  }),
  commands({
    ...promise,
    id: 'reopenPromise',
    path: '/commitments/{commitmentId}/reopen',
    summary: 'The committee is not yet satisfied: open again, with a new day',
    action: 'commitment.close',
    input: z.strictObject({ due, reason }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.close');
      stillToCome(call.body.due, '/due', call.today);
      return acts.reopenPromise(call.register, call.command, record.id, call.body);
    },
  }),
  commands({
    ...promise,
    id: 'withdrawPromise',
    path: '/commitments/{commitmentId}/withdraw',
    summary: 'The committee no longer wants it, and says why',
    action: 'commitment.close',
    input: minutedAt.extend({ reason }),
    answer: async (call) => {
      const around = await promiseFor(call, 'commitment.close');
      const { reason: why, ...where } = call.body;
      const withdrawn = { ...minuted(around, where, call.today), reason: why };
      return acts.withdrawPromise(call.register, call.command, around.record.id, withdrawn);
    },
  }),
];
