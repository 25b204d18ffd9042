import { CALENDAR } from '../../../shared/domain/calendar/calendar-record.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { calendarToChange } from '../../../shared/store/calendar-acts.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { flipsOf } from '../../../shared/store/operations.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { crumbs } from './crumbs.ts';

/** What one change of the calendar flipped: meetings whose last day to publish is another now. */
export async function calendarChangePage(request: WebRequest): Promise<WebAnswer> {
  request.require('calendar.manage');
  const { register } = request.services;
  const version = Number(request.params['version']);
  const [bodies, calendar, { bodyIds, flips }] = await Promise.all([
    everyBody(register),
    calendarToChange(register),
    flipsOf(register.table, `calendar-changed:${CALENDAR}:${version}`),
  ]);
  if (!Number.isInteger(version) || version < 1 || version > calendar.version)
    throw new NotFound(`calendar ${version}`);
  const names = new Map(bodies.map(({ record }) => [record.id, record.name]));
  const rows = flips
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((flip) => [
      { text: formatDay(flip.day), href: paths.meeting(flip.meetingId), note: names.get(flip.bodyId) ?? '' },
      formatDay(flip.was),
      formatDay(flip.now),
      flip.late
        ? { text: say('calendar', 'lateNext'), status: { kind: 'stop', text: say('calendar', 'lateNow') } }
        : { text: say('calendar', 'inTime') },
    ]);
  const title = say('calendar', 'changeTitle');
  return {
    html: render('administration/calendar-change.njk', {
      frame: request.frame(title, { breadcrumbs: crumbs({ text: say('calendar', 'title'), href: paths.calendar() }) }),
      rows,
      done: bodies.every(({ record }) => bodyIds.includes(record.id)),
      progress: say('calendar', 'progress', { done: bodyIds.length, all: bodies.length }),
      again: paths.calendarChange(version),
      backHref: paths.calendar(),
    }),
  };
}
