import { findsOf } from '../../../shared/minutes/kept-finds.ts';
import { isPublic } from '../../../shared/minutes/meeting-of-reading.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import type { ReadingContext } from './reading-context.ts';
import { readingSteps } from './reading-steps.ts';

/** How far entering has come, and where what was entered stands. The page asks again by itself only while it is going on. */
export function progressPage(request: WebRequest, { was, body, meetingsOf }: ReadingContext): WebAnswer {
  const { record } = was;
  const total = record.parts.length;
  const entered = record.parts.filter((part) => part.entered).length;
  const finds = findsOf(record);
  const promises = record.parts.flatMap((part) =>
    part.promises.map(({ findId, commitmentId, reference }) => {
      const words = finds.find(({ id }) => id === findId)?.text ?? '';
      const subject = record.promises[findId]?.subject ?? words;
      return { href: paths.commitment(commitmentId), reference, subject, isEntered: part.entered };
    }),
  );
  const titles = {
    checking: 'readingTitle',
    entering: 'enteringTitle',
    entered: 'enteredTitle',
    abandoned: 'abandonedTitle',
  } as const;
  const title = say('minutes', titles[record.state]);
  const meeting = meetingsOf(record.bodyId).find(({ id }) => id === record.meetingId);
  const html = render('minutes/progress.njk', {
    frame: request.frame(title, { breadcrumbs: [{ text: say('minutes', 'listTitle'), href: paths.minutes() }] }),
    caption: { body: body.name, day: record.meetingDay },
    steps: readingSteps('accepted', record.id),
    state: record.state,
    entered,
    total,
    promises,
    meetingHref: record.meetingId === null ? null : paths.meeting(record.meetingId),
    planHref: paths.bodyPlan(record.bodyId),
    readAnotherHref: paths.readMinutes(),
    againHref: paths.reading(record.id),
    isPublished: record.toBePublished && isPublic(meeting, body),
  });
  return { html };
}
