import '../../../shared/pages/compiled/questions.gen.js';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { saidOfMany, submissionsFor } from '../../../shared/store/submissions.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { beginningOf, statusOf } from './question-view.ts';

/** What the public has put to a meeting, for those who decide on it; null for others, and while there is nothing. */
export async function questionsOnMeeting(
  request: WebRequest,
  { meeting }: { readonly meeting: { readonly record: Meeting } },
): Promise<string | null> {
  const { id, bodyId } = meeting.record;
  if (!request.may('question.see', { bodyId })) return null;
  const { register } = request.services;
  const put = (await submissionsFor(register, id)).map(({ record }) => record);
  if (put.length === 0) return null;
  const words = await saidOfMany(
    register.table,
    put.map((one) => one.id),
  );
  const rows = put.map((one) => [
    {
      text: beginningOf(words.get(one.id)),
      href: paths.question(one.id),
      note: say('questions', `sort-${one.sort}`),
    },
    formatMoment(one.countsFrom),
    { text: '', status: statusOf(one) },
  ]);
  return render('questions/on-meeting.njk', { frame: request.frame(''), rows });
}
