import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { unfinishedReadings } from '../../../shared/store/readings.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { someOwnBodies } from './own-bodies.ts';

/** What this person has begun to read and not finished, and how to begin. */
export async function minutesPage(request: WebRequest): Promise<WebAnswer> {
  const { person } = request.signedIn();
  const [bodies, unfinished] = await Promise.all([
    someOwnBodies(request),
    unfinishedReadings(request.services.register, person.id),
  ]);
  const rows = unfinished.map(({ record }) => ({
    href: paths.reading(record.id),
    body: bodies.find(({ id }) => id === record.bodyId)?.name ?? '',
    meetingDay: record.meetingDay,
    readOn: record.readOn,
    state: say('minutes', record.state === 'entering' ? 'stateEntering' : 'stateChecking'),
    finds: record.reading.finds.length,
  }));
  const html = render('minutes/list.njk', {
    frame: request.frame(say('minutes', 'listTitle')),
    rows,
    readHref: paths.readMinutes(),
    typeHref: paths.typeMinute(),
  });
  return { html };
}
