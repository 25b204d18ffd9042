import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { type Submission, submissionTransitions } from '../../shared/domain/questions/submission.ts';
import { formatMoment, formatTime } from '../../shared/pages/day-words.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { saidOf } from '../../shared/store/submissions.ts';
import type { AskAnswer, AskRequest } from './ask-page.ts';
import { contactOf } from './frame.ts';
import { figure } from './read-asked.ts';
import { offerOf, type Takes, whatBodyTakes } from './what-a-body-takes.ts';

/** How long it is and when it counts from, beside what the rules of its meeting have; of a meeting that is over, alone. */
function factsOf({ words, countsFrom, meetingId, sort }: Submission, takes: Takes | undefined) {
  const meeting = takes?.meetings.find(({ sitting }) => sitting.id === meetingId);
  const offer = meeting && offerOf(meeting, sort);
  const slots = { written: figure(words), most: figure(offer?.rules.mostWords ?? 0) };
  return [
    {
      term: say('ask', 'factLength'),
      text: offer ? say('ask', 'lengthOf', slots) : say('ask', 'lengthAlone', slots),
    },
    { term: say('ask', 'factCounts'), text: formatMoment(countsFrom) },
    ...(offer
      ? [
          {
            term: say('ask', 'factDeadline'),
            text: say('ask', 'until', { time: formatTime(offer.deadline.time), day: formatDay(offer.deadline.day) }),
          },
        ]
      : []),
  ];
}

/** What became of one that was received: only whoever has the link of its mail may look. */
export async function statusPage(request: AskRequest, record: Submission, link: string): Promise<AskAnswer> {
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
    facts: factsOf(record, takes),
    withdraw: submissionTransitions[state].withdraw === undefined ? null : link,
    contact: contactOf(services),
  });
  return { html };
}
