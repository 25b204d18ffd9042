import type { Body } from '../../../shared/domain/bodies/body.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { type Submission, waits } from '../../../shared/domain/questions/submission.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { saidOfMany, submissionsOf } from '../../../shared/store/submissions.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { beginningOf, statusOf } from './question-view.ts';

/** The most of what was decided that is listed: the newest meetings first. */
const MOST_DECIDED = 50;

const byTime = (a: Submission, b: Submission): number =>
  a.meetingDay.localeCompare(b.meetingDay) || a.countsFrom.localeCompare(b.countsFrom);

/** What the public has put to the reader's committees: what waits first. */
export async function listPage(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const all = (await everyBody(register)).map(({ record }) => record);
  const own = all.filter(({ id }) => request.may('question.see', { bodyId: id }));
  if (own.length === 0) throw new NotAllowed();
  const meetingId = request.query.get('meeting');
  const found = (await Promise.all(own.map(({ id }) => submissionsOf(register, id))))
    .flat()
    .map(({ record }) => record)
    .filter((one) => meetingId === '' || one.meetingId === meetingId)
    .toSorted(byTime);
  const waiting = found.filter(waits);
  const decided = found
    .filter((one) => !waits(one))
    .toReversed()
    .slice(0, MOST_DECIDED);
  const words = await saidOfMany(
    register.table,
    [...waiting, ...decided].map(({ id }) => id),
  );
  const names = new Map(own.map((body: Body) => [body.id, body.name]));
  const row = (one: Submission) => [
    { text: beginningOf(words.get(one.id)), href: paths.question(one.id), note: say('questions', `sort-${one.sort}`) },
    { text: formatDay(one.meetingDay), note: names.get(one.bodyId) ?? '' },
    formatMoment(one.countsFrom),
    { text: '', status: statusOf(one) },
  ];
  const title = say('questions', 'title');
  const html = render('questions/list.njk', {
    frame: request.frame(title),
    title,
    waiting: waiting.map(row),
    decided: decided.map(row),
  });
  return { html };
}
