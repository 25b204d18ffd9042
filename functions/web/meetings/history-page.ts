import '../../../shared/pages/words/administration.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { meetingOf } from './see-meeting.ts';

const MOST = 200;

/** What has been done to an agenda, by whom and why. Events only: what changed in it may be private business. */
export async function historyPage(request: WebRequest): Promise<WebAnswer> {
  const found = await meetingOf(request);
  const { record } = found.meeting;
  request.require('agenda.build', { bodyId: record.bodyId });
  const { register } = request.services;
  const [entries, persons] = await Promise.all([historyOf(register, 'agenda', record.id), personsById(register)]);
  const rows = entries.toReversed().slice(0, MOST);
  const title = say('agendas', 'historyTitle');
  const html = render('meetings/history.njk', {
    frame: request.frame(title, { breadcrumbs: [{ text: formatDay(record.day), href: paths.meeting(record.id) }] }),
    title,
    caption: say('agendas', 'title', { day: formatDay(record.day) }),
    rows: rows.map(({ envelope: { at, event, actor, reason } }) => [
      formatMoment(at),
      event,
      actor.sort === 'person' ? (persons.get(actor.personId)?.name ?? '') : say('administration', 'theSystem'),
      reason ?? '',
    ]),
    backHref: paths.meeting(record.id),
  });
  return { html };
}
