import { refusalReason } from '../../../shared/domain/questions/question-rules.ts';
import type { Submission } from '../../../shared/domain/questions/submission.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import type { Command } from '../../../shared/store/commitment-acts.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import {
  admitSubmission,
  answerSubmission,
  refuseSubmission,
  withdrawSubmission,
} from '../../../shared/store/submission-acts.ts';
import { paths } from '../paths.ts';
import type { Fields, WebAnswer, WebRequest } from '../route.ts';
import { faultsOf, versionIn, type Wrong } from '../typed-form.ts';
import { questionOf, showQuestion } from './question-page.ts';

type Act = (register: Register, command: Command, id: string) => Promise<unknown>;

/** One act on a question: what is wrong with the form, or what is done. */
type Decision = { readonly read: (form: Fields) => Act | readonly Wrong[]; readonly done: Key<'questions'> };

const isAct = (read: Act | readonly Wrong[]): read is Act => typeof read === 'function';

function needed(form: Fields, field: string, key: Key<'questions'>, most: number): Wrong[] {
  const text = form.get(field).trim();
  if (text === '') return [{ field, text: say('questions', key) }];
  return text.length > most ? [{ field, text: say('questions', 'tooLong') }] : [];
}

const post =
  ({ read, done }: Decision) =>
  async (request: WebRequest): Promise<WebAnswer> => {
    const found = await questionOf(request);
    const { id, bodyId }: Submission = found.record;
    request.require('question.decide', { bodyId });
    const act = read(request.form);
    if (!isAct(act)) return showQuestion(request, found, faultsOf(act));
    await act(request.services.register, { ...request.command(), version: versionIn(request.form) }, id);
    return { redirect: paths.question(id), flash: say('questions', done) };
  };

/** It goes on the agenda; the asker is told. */
export const admitPost = post({ read: () => admitSubmission, done: 'admitted' });

/** It does not, for a reason of the list; the asker is told why. */
export const refusePost = post({
  read: (form) => {
    const reason = refusalReason.safeParse(form.get('reason'));
    const wrong = [
      ...(reason.success ? [] : [{ field: 'reason', text: say('questions', 'needReason') }]),
      ...needed(form, 'why', 'needWhy', 2000),
    ];
    if (!reason.success || wrong.length > 0) return wrong;
    const refusal = { reason: reason.data, why: form.get('why').trim() };
    return (register, command, id) => refuseSubmission(register, command, id, refusal);
  },
  done: 'refused',
});

/** The reply, which the asker gets. */
export const replyPost = post({
  read: (form) => {
    const wrong = needed(form, 'reply', 'needReply', 10_000);
    if (wrong.length > 0) return wrong;
    return (register, command, id) => answerSubmission(register, command, id, form.get('reply').trim());
  },
  done: 'replied',
});

/** The asker has said that they take it back. */
export const withdrawPost = post({
  read: (form) => {
    const wrong = needed(form, 'how', 'needHow', 2000);
    if (wrong.length > 0) return wrong;
    return (register, command, id) => withdrawSubmission(register, command, id, form.get('how').trim());
  },
  done: 'withdrawn',
});
