import * as z from 'zod';
import { due } from '../../../shared/domain/commitments/commitment.ts';
import { canReceiveReports } from '../../../shared/domain/meetings/meeting.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { answeringFor } from '../../../shared/store/answering-for.ts';
import * as acts from '../../../shared/store/commitment-acts.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { promiseFor, stillToCome, wrongField } from './promise-for.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

const answers = { group: 'Promises', action: 'commitment.answer', changes: 'commitment' } as const;
const places = { group: 'Promises', action: 'commitment.place', changes: 'commitment' } as const;

/** What may be done with a promise: the acts of its owner, and those of the secretary. */
export const promiseActOperations: readonly Operation<Caller>[] = [
  commands({
    ...answers,
    id: 'acceptPromise',
    path: '/commitments/{commitmentId}/accept',
    summary: 'The owner accepts the promise',
    input: z.strictObject({}),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.answer');
      return acts.acceptPromise(call.register, answeringFor(call.command, record), record.id);
    },
  }),
  commands({
    ...answers,
    id: 'refusePromise',
    path: '/commitments/{commitmentId}/refuse',
    summary: 'The owner says that it is not theirs, and why: the secretary finds whose it is',
    input: z.strictObject({ reason: words(2000) }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.answer');
      return acts.refusePromise(call.register, answeringFor(call.command, record), record.id, call.body.reason);
    },
  }),
  commands({
    ...answers,
    id: 'askMoreTime',
    path: '/commitments/{commitmentId}/more-time',
    summary: 'The owner asks for more time; the day stands until somebody agrees',
    input: z.strictObject({ wanted: due, reason: words(2000) }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.answer');
      stillToCome(call.body.wanted, '/wanted', call.today);
      return acts.askMoreTime(call.register, answeringFor(call.command, record), record.id, call.body);
    },
  }),
  commands({
    ...answers,
    id: 'sayPromiseDone',
    path: '/commitments/{commitmentId}/done',
    summary: 'The owner says that it is done, with what shows it; only the committee closes it',
    input: z.strictObject({ evidence: words(4000) }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.answer');
      return acts.sayPromiseDone(call.register, answeringFor(call.command, record), record.id, call.body.evidence);
    },
  }),
  commands({
    ...answers,
    id: 'addProgress',
    path: '/commitments/{commitmentId}/progress',
    summary: 'The owner adds a line of progress',
    input: z.strictObject({ text: words(4000) }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.answer');
      return acts.addPromiseProgress(call.register, answeringFor(call.command, record), record.id, call.body.text);
    },
  }),
  commands({
    ...places,
    id: 'placePromise',
    path: '/commitments/{commitmentId}/place',
    summary: 'The secretary places it on a meeting of the body',
    input: z.strictObject({ meetingId: recordId }),
    answer: async (call) => {
      const { record, context } = await promiseFor(call, 'commitment.place');
      const meeting = context.meetings.find(({ id }) => id === call.body.meetingId);
      if (!meeting || !canReceiveReports(meeting) || meeting.day < call.today)
        throw wrongField('/meetingId', 'Not a meeting to come of the body that it is owed to');
      return acts.placePromise(call.register, call.command, record.id, meeting);
    },
  }),
];
