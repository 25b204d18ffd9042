import * as z from 'zod';
import {
  commitment,
  commitmentKind,
  due,
  firstDayOf,
  lastDayOf,
} from '../../../shared/domain/commitments/commitment.ts';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { answeringFor } from '../../../shared/store/answering-for.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import * as acts from '../../../shared/store/commitment-acts.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { recordCommitment } from '../../../shared/store/record-commitment.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { promiseFor, wrongField } from './promise-for.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const reason = words(2000);
const promise = { group: 'Promises', changes: 'commitment' } as const;

const recorded = z.strictObject({
  bodyId: recordId.describe('The body that it is owed to'),
  kind: commitmentKind,
  subject: words(500),
  asSaid: words(10_000).describe('The words in which it was made'),
  madeOn: commitment.shape.madeOn,
  meetingId: recordId.nullable().describe('The meeting of that body at which it was made'),
  owner: z
    .strictObject({ role: words(200).nullable(), personId: recordId.nullable(), linkOfficerId: recordId.nullable() })
    .nullable(),
  due,
  private: z.boolean().default(false),
  chase: z.boolean().describe('Chased from today, or not yet: never from the past'),
});
type Recorded = z.output<typeof recorded>;

type Persons = Awaited<ReturnType<typeof personsById>>;

function ownerOf({ owner }: Recorded, persons: Persons, today: string) {
  if (owner === null) return null;
  const { role, personId, linkOfficerId } = owner;
  const here = (id: string | null): boolean => {
    const person = id === null ? undefined : persons.get(id);
    return id === null || (person !== undefined && !hasLeft(person, today));
  };
  if (role === null && personId === null) throw wrongField('/owner', 'A role or a person; null for nobody yet');
  if (!here(personId)) throw wrongField('/owner/personId', 'Nobody who is here');
  if (!here(linkOfficerId)) throw wrongField('/owner/linkOfficerId', 'Nobody who is here');
  return { role: role ?? persons.get(personId ?? '')?.jobTitle ?? null, personId, linkOfficerId, since: today };
}

/** New promises, and what may be said of old ones: they are handed over, chased from now, or kept as history. */
export const newPromiseOperations: readonly Operation<Caller>[] = [
  commands({
    id: 'recordPromise',
    path: '/commitments',
    group: 'Promises',
    summary: 'The secretary records a promise by hand, under the next reference of the body',
    action: 'register.record',
    input: recorded,
    changes: null,
    answer: async (call) => {
      const { register, body, today } = call;
      call.demand('register.record', { bodyId: body.bodyId });
      const [owedTo, persons, meetings] = await Promise.all([
        find(register, bodies, body.bodyId),
        personsById(register),
        meetingsOf(register, body.bodyId),
      ]);
      if (!owedTo) throw wrongField('/bodyId', 'No such body');
      if (body.madeOn > today) throw wrongField('/madeOn', 'A day that has come');
      const [from, to] = [firstDayOf(body.due), lastDayOf(body.due)];
      if (from !== null && to !== null && from > to) throw wrongField('/due/from', 'A window opens before it closes');
      const been = meetings
        .map(({ record }) => record)
        .filter(({ day, state }) => day <= today && state !== 'cancelled');
      if (body.meetingId !== null && !been.some(({ id }) => id === body.meetingId))
        throw wrongField('/meetingId', 'Not a meeting of that body that has been');
      const { kind, subject, asSaid, madeOn, chase, meetingId } = body;
      return recordCommitment(register, call.command, owedTo.record, {
        id: call.newId(),
        kind,
        subject,
        asSaid,
        madeOn,
        due: body.due,
        chase,
        source: { meetingId, itemId: null, minuteId: null, resolutionId: null, limb: null },
        owner: ownerOf(body, persons, today),
        accessClass: body.private ? 'private' : 'internal',
      });
    },
  }),
  commands({
    ...promise,
    id: 'handOverPromise',
    path: '/commitments/{commitmentId}/hand-over',
    summary: 'The owner hands it over to somebody else, who is asked to accept it',
    action: 'commitment.answer',
    input: z.strictObject({ personId: recordId, reason }),
    answer: async (call) => {
      const { record, persons } = await promiseFor(call, 'commitment.answer');
      const to = persons.get(call.body.personId);
      if (!to || hasLeft(to, call.today) || to.accountless || to.id === record.owner?.personId)
        throw wrongField('/personId', 'Not somebody else who is here and signs in');
      const wanted = { role: to.jobTitle, personId: to.id, linkOfficerId: null, reason: call.body.reason };
      return acts.handOverPromise(call.register, answeringFor(call.command, record), record.id, wanted);
    },
  }),
  commands({
    ...promise,
    id: 'chasePromise',
    path: '/commitments/{commitmentId}/chase',
    summary: 'The secretary has a promise that was entered late chased from now; never from the past',
    action: 'commitment.place',
    input: z.strictObject({}),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.place');
      return acts.chasePromise(call.register, call.command, record.id);
    },
  }),
  commands({
    ...promise,
    id: 'keepPromiseAsHistory',
    path: '/commitments/{commitmentId}/history',
    summary: 'The secretary keeps a promise that was entered late as history: nobody is asked about it',
    action: 'commitment.place',
    input: z.strictObject({ reason }),
    answer: async (call) => {
      const { record } = await promiseFor(call, 'commitment.place');
      return acts.keepPromiseAsHistory(call.register, call.command, record.id, call.body.reason);
    },
  }),
];
