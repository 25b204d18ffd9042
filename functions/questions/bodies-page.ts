import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { isInTime } from '../../shared/domain/questions/deadline.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publishedBodies } from '../../shared/store/published.ts';
import type { AskPage } from './ask-page.ts';
import { askPaths } from './ask-paths.ts';
import { contactOf } from './frame.ts';
import { type Takes, whatBodyTakes } from './what-a-body-takes.ts';

/** The next meeting that a question can still be put to, and until when. */
function nextOpen({ meetings }: Takes, now: string): string {
  for (const { sitting, offers } of meetings) {
    const offer = offers.find(({ deadline }) => isInTime(now, deadline));
    if (offer)
      return say('ask', 'nextOpen', {
        day: formatDay(sitting.day),
        time: formatTime(offer.deadline.time),
        by: formatDay(offer.deadline.day),
      });
  }
  return say('ask', 'noneOpen');
}

/** The committees that take questions, petitions or deputations. */
export const bodiesPage: AskPage = async ({ services, now, today, frame }) => {
  const bodies = await publishedBodies(services.register.table);
  const taking = await Promise.all(bodies.map(({ id }) => whatBodyTakes(services.register, id, today)));
  const title = say('ask', 'bodiesTitle');
  const html = render('ask/bodies.njk', {
    frame: frame(title),
    title,
    contact: contactOf(services),
    rows: taking.flatMap((takes) =>
      takes ? [[{ text: takes.body.name, href: askPaths.form(takes.body.id) }, nextOpen(takes, now)]] : [],
    ),
  });
  return { html };
};
