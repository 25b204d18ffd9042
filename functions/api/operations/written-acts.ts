import * as z from 'zod';
import { holdersOf } from '../../../shared/domain/bodies/membership.ts';
import { notInWriting, termsOf, wrongClosing } from '../../../shared/domain/written-resolutions/allowed.ts';
import { asked, type WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { writtenSubject } from '../../../shared/domain/written-resolutions/written-subject.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { find, type Versioned } from '../../../shared/store/record-kind.ts';
import * as acts from '../../../shared/store/written-acts.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';
import { writtenKnown } from './written.ts';

type Asking = Caller & { param(name: string): string };

const draft = z.strictObject(asked.shape);
const puts = {
  group: 'Decisions in writing',
  action: 'written-resolution.put',
  changes: 'written-resolution',
} as const;
const path = '/written-resolutions/{writtenResolutionId}';

const whyNotInWriting = {
  'present-and-voting': 'Its statute has it decide by those present and voting',
  'not-in-its-procedure': 'Its procedure does not let it decide in writing',
  'quorum-not-countable': 'Its quorum cannot be counted from answers',
} as const;
const whyNotClosing = {
  past: 'A moment that is still to come',
  'too-soon': 'Members have not the working days to answer that the procedure gives them',
  'not-a-working-day': 'A day on which the offices are open',
} as const;

/** What is asked, as the procedure of the body allows it to be asked. Throws `Refused`. */
async function draftFor(call: Caller, bodyId: string, body: z.output<typeof draft>) {
  const { body: of, procedure, memberships, calendar } = await bodyContext(call.register, bodyId, call.today);
  const rules = termsOf(of.kind, procedure);
  if (rules === null) {
    const why = notInWriting(of.kind, procedure) ?? 'not-in-its-procedure';
    throw new Refused('not-in-writing', { detail: whyNotInWriting[why] });
  }
  const may = (['chair', 'vice-chair'] as const).flatMap((role) => holdersOf(memberships, of.id, role, call.today));
  if (!may.includes(body.requestedBy)) throw wrongField('/requestedBy', 'Not its chair or vice-chair');
  if (body.requestedOn > call.today) throw wrongField('/requestedOn', 'A day that has come');
  const wrong = wrongClosing(body.closes, { now: call.now, today: call.today, rules, calendar });
  if (wrong !== null) throw wrongField('/closes', whyNotClosing[wrong]);
  return body;
}

async function toPut(call: Asking): Promise<Versioned<WrittenResolution>> {
  const found = await writtenKnown(call);
  call.demand('written-resolution.put', writtenSubject(found.record));
  return found;
}

const ended = {
  carried: 'vote-ended',
  lost: 'vote-ended',
  lapsed: 'vote-ended',
  'meeting-required': 'vote-ended',
  withdrawn: 'vote-ended',
} as const;

/** Decisions in writing as the secretary makes them: drafted, put to the members, withdrawn. */
export const writtenActOperations: readonly Operation<Caller>[] = [
  commands({
    ...puts,
    id: 'draftWrittenResolution',
    path: '/bodies/{bodyId}/written-resolutions',
    summary: 'The secretary drafts a decision in writing at the request of the chair; nobody is asked yet',
    refuses: { 'not-in-writing': 'not-in-writing' },
    input: draft,
    changes: null,
    answer: async (call) => {
      const bodyId = call.param('bodyId');
      call.demand('written-resolution.put', { bodyId });
      if (!(await find(call.register, bodies, bodyId))) throw new NotFound('body');
      const typed = await draftFor(call, bodyId, call.body);
      return acts.draftWritten(call.register, call.command, typed, { id: call.newId(), bodyId });
    },
  }),
  commands({
    ...puts,
    id: 'changeWrittenResolution',
    path: `${path}/draft`,
    summary: 'The secretary writes a draft anew, before it is put',
    refuses: { ...ended, put: 'already-put', 'not-in-writing': 'not-in-writing' },
    input: draft,
    answer: async (call) => {
      const { record } = await toPut(call);
      if (record.state !== 'draft') throw new Refused(record.state === 'put' ? 'already-put' : 'vote-ended');
      const typed = await draftFor(call, record.bodyId, call.body);
      return acts.changeWritten(call.register, call.command, record.id, typed);
    },
  }),
  commands({
    ...puts,
    id: 'putWrittenResolution',
    path: `${path}/put`,
    summary: 'The secretary puts it to the members: each with a vote that day is asked, under the rules of that day',
    refuses: { ...ended, put: 'already-put', 'cannot-be-put': 'cannot-be-put' },
    input: z.strictObject({}),
    answer: async (call) => {
      const { record } = await toPut(call);
      return acts.putWritten(call.register, call.command, record.id).catch((fault: unknown) => {
        if (!(fault instanceof acts.PutRefused)) throw fault;
        const words: Record<acts.WhyNotPut, string> = {
          ...whyNotInWriting,
          ...whyNotClosing,
          'nobody-votes': 'Nobody has a vote in the body today',
        };
        throw new Refused('cannot-be-put', { detail: words[fault.why] });
      });
    },
  }),
  commands({
    ...puts,
    id: 'withdrawWrittenResolution',
    path: `${path}/withdraw`,
    summary: 'The secretary withdraws it and says why; answers that came stay in the record',
    refuses: ended,
    input: z.strictObject({ why: z.string().trim().min(1).max(2000) }),
    answer: async (call) => {
      const { record } = await toPut(call);
      return acts.withdrawWritten(call.register, call.command, record.id, call.body.why);
    },
  }),
];
