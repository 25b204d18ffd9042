import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { Submission } from '../../shared/domain/questions/submission.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { saidOf } from '../../shared/store/submissions.ts';
import type { AskAnswer, AskRequest } from './ask-page.ts';
import { contactOf } from './frame.ts';
import { whatBodyTakes } from './what-a-body-takes.ts';

/** What became of one that was received: only whoever has the link of its mail may look. */
export async function statusPage(request: AskRequest, record: Submission): Promise<AskAnswer> {
  const { services, today } = request;
  const [takes, words] = await Promise.all([
    whatBodyTakes(services.register, record.bodyId, today),
    saidOf(services.register.table, record.id),
  ]);
  const { state, decision, reply, sort } = record;
  const title = say('ask', `status-${state}`, { sort: say('ask', `your-${sort}`) });
  const kinds = { received: 'wait', admitted: 'done', refused: 'stop', answered: 'done', withdrawn: 'nodate' } as const;
  const html = render('ask/status.njk', {
    frame: request.frame(title),
    title,
    bodyName: takes?.body.name ?? '',
    statuses: [{ kind: kinds[state], text: say('ask', `state-${state}`) }],
    lede: say('ask', `lede-${state}`, { day: formatDay(record.meetingDay) }),
    text: words?.text ?? '',
    reason: decision?.reason ? say('ask', `reason-${decision.reason}`) : null,
    why: decision?.why ?? null,
    reply: reply?.text ?? null,
    contact: contactOf(services),
  });
  return { html };
}
