import * as z from 'zod';
import { refusalReason } from '../../../shared/domain/questions/question-rules.ts';
import { type Submission, said, submission } from '../../../shared/domain/questions/submission.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { find, type Versioned } from '../../../shared/store/record-kind.ts';
import * as acts from '../../../shared/store/submission-acts.ts';
import { saidOf, saidOfMany, submissions, submissionsOf } from '../../../shared/store/submissions.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { pageOfList } from '../pages.ts';

type Asking = Caller & { param(name: string): string };

const words = (most: number) => z.string().trim().min(1).max(most);
const none = z.strictObject({});
const sees = { group: 'Questions from the public', action: 'question.see' } as const;
const decides = { ...sees, action: 'question.decide', changes: 'submission' } as const;
const path = '/questions/{questionId}';

const row = z.object(submission.shape).omit({ saidDigest: true, forgetOn: true });
const wrote = said.shape;
const questionView = named(
  'Question',
  row.extend({
    said: z
      .object({
        name: wrote.name,
        connection: wrote.connection,
        text: wrote.text,
        email: wrote.email.nullable().describe('For those alone who decide'),
      })
      .nullable()
      .describe('What the asker wrote; null once it was deleted'),
  }),
);

/** What the public puts is nobody's business but its deciders': to others it is not there. */
async function questionOf(call: Asking): Promise<Versioned<Submission>> {
  const found = await find(call.register, submissions, call.param('questionId'));
  if (!found || !call.may('question.see', { bodyId: found.record.bodyId })) throw new NotFound('question');
  return found;
}

const wroteFor = ({ may }: Caller, { bodyId }: Submission, what: z.output<typeof said> | undefined) => {
  if (what === undefined) return null;
  const { name, connection, text, email } = what;
  return { name, connection, text, email: may('question.decide', { bodyId }) ? email : null };
};

async function toDecide(call: Asking): Promise<Submission> {
  const { record } = await questionOf(call);
  call.demand('question.decide', { bodyId: record.bodyId });
  return record;
}

const over = (...states: Submission['state'][]): Readonly<Record<string, 'question-over'>> =>
  Object.fromEntries(states.map((state) => [state, 'question-over']));

/** Questions, petitions and deputations from the public: read, and decided. They come by a form on the public site. */
export const questionOperations: readonly Operation<Caller>[] = [
  lists({
    ...sees,
    id: 'listQuestions',
    path: '/bodies/{bodyId}/questions',
    summary: 'What the public has put to a body: by meeting, in the order in which it counts',
    query: z.strictObject({ meetingId: submission.shape.meetingId.optional() }),
    output: questionView,
    answer: async (call) => {
      const { register, query } = call;
      call.demand('question.see', { bodyId: call.param('bodyId') });
      const all = (await submissionsOf(register, call.param('bodyId')))
        .map(({ record }) => record)
        .filter(({ meetingId }) => query.meetingId === undefined || meetingId === query.meetingId)
        .toSorted((a, b) => a.meetingDay.localeCompare(b.meetingDay) || a.countsFrom.localeCompare(b.countsFrom));
      const { items, next } = pageOfList(all, call, ({ id }) => id);
      const ids = items.map(({ id }) => id);
      const wroteBy = await saidOfMany(register.table, ids);
      return { items: items.map((one) => ({ ...one, said: wroteFor(call, one, wroteBy.get(one.id)) })), next };
    },
  }),
  reads({
    ...sees,
    id: 'readQuestion',
    path,
    summary: 'One question, petition or deputation: what was asked, and what was decided and replied',
    query: none,
    output: questionView,
    answer: async (call) => {
      const { record, version } = await questionOf(call);
      const what = await saidOf(call.register.table, record.id);
      return { value: { ...record, said: wroteFor(call, record, what) }, version };
    },
  }),
  commands({
    ...decides,
    id: 'admitQuestion',
    path: `${path}/admit`,
    summary: 'It goes on the agenda; the asker is told',
    refuses: over('admitted', 'answered', 'withdrawn'),
    input: none,
    answer: async (call) => acts.admitSubmission(call.register, call.command, (await toDecide(call)).id),
  }),
  commands({
    ...decides,
    id: 'refuseQuestion',
    path: `${path}/refuse`,
    summary: 'It does not go on, for a reason of the list; the asker is told why',
    refuses: over('refused', 'answered', 'withdrawn'),
    input: z.strictObject({ reason: refusalReason, why: words(2000) }),
    answer: async (call) => acts.refuseSubmission(call.register, call.command, (await toDecide(call)).id, call.body),
  }),
  commands({
    ...decides,
    id: 'replyToQuestion',
    path: `${path}/reply`,
    summary: 'The reply is recorded, or put right; the asker gets it',
    refuses: over('received', 'refused', 'withdrawn'),
    input: z.strictObject({ text: words(10_000) }),
    answer: async (call) => {
      const { id } = await toDecide(call);
      return acts.answerSubmission(call.register, call.command, id, call.body.text);
    },
  }),
  commands({
    ...decides,
    id: 'withdrawQuestion',
    path: `${path}/withdraw`,
    summary: 'The asker has said that they take it back',
    refuses: over('refused', 'answered', 'withdrawn'),
    input: z.strictObject({ how: words(2000) }),
    answer: async (call) => {
      const { id } = await toDecide(call);
      return acts.withdrawSubmission(call.register, call.command, id, call.body.how);
    },
  }),
];
