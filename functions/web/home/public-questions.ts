import '../../../shared/pages/words/questions.ts';
import { londonDay } from '../../../shared/domain/calendar/day.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { isInTime, submissionDeadline } from '../../../shared/domain/questions/deadline.ts';
import { questionRulesOn } from '../../../shared/domain/questions/question-rules.ts';
import type { Submission } from '../../../shared/domain/questions/submission.ts';
import { say } from '../../../shared/pages/say.ts';
import { questionRulesOf } from '../../../shared/store/question-rules.ts';
import { waitingSubmissions } from '../../../shared/store/submissions.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import type { OwnBody } from './home-data.ts';

function lineOf(one: Submission, { context }: OwnBody, inTime: boolean) {
  const received = londonDay(one.countsFrom);
  const title = say('questions', 'homeTitle', {
    sort: say('questions', `sort-${one.sort}`),
    day: formatDate(received),
  });
  const text = say('questions', 'homeText', {
    body: context.body.name,
    day: formatDay(one.meetingDay),
    inTime: say('questions', inTime ? 'inTime' : 'late'),
  });
  return {
    status: { kind: 'due', text: say('questions', 'homeStatus') },
    title,
    text,
    links: [{ text: say('questions', 'homeAct'), href: paths.question(one.id), about: title }],
  };
}

/** What the public has put to these committees and nobody has admitted or refused yet. */
export async function publicQuestions({ services }: WebRequest, bodies: readonly OwnBody[]) {
  const lines = await Promise.all(
    bodies.map(async (own) => {
      const { body, calendar } = own.context;
      const [waiting, dated] = await Promise.all([
        waitingSubmissions(services.register, body.id),
        questionRulesOf(services.register, body.id),
      ]);
      return waiting.map(({ record }) => {
        const inForce = questionRulesOn(
          dated.map((one) => one.record),
          body,
          record.meetingDay,
        );
        const rules = inForce?.[record.sort] ?? null;
        const deadline = rules && submissionDeadline({ day: record.meetingDay }, rules, calendar);
        return lineOf(record, own, deadline !== null && isInTime(record.countsFrom, deadline));
      });
    }),
  );
  return lines.flat();
}
