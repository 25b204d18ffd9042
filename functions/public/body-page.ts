import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { PublishedSitting } from '../../shared/domain/meetings/published-meeting.ts';
import { recordId } from '../../shared/domain/record.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publishedBodyWithMeetings } from '../../shared/store/published.ts';
import { contactOf } from './contact.ts';
import type { PublicPage } from './public-page.ts';
import { publicPaths } from './public-paths.ts';
import { sittingStatuses } from './sitting-statuses.ts';

const rowOf = (sitting: PublishedSitting) => [
  { text: formatDay(sitting.day), href: publicPaths.meeting(sitting.bodyId, sitting.id) },
  [sitting.time === null ? '' : formatTime(sitting.time), sitting.venue ?? '']
    .filter((text) => text !== '')
    .join(', ') || say('public', 'whereNotGiven'),
  { text: '', status: sittingStatuses(sitting)[0] },
];

/** One body: what it is, by its kind, and its published meetings, the newest first. */
export const bodyPage: PublicPage = async ({ params, services, today, frame }) => {
  const id = recordId.safeParse(params['bodyId']);
  const found = id.success ? await publishedBodyWithMeetings(services.table, id.data) : undefined;
  if (!found) return undefined;
  const { body, sittings } = found;
  return render('public/body.njk', {
    frame: frame(body.name, {
      breadcrumbs: [{ text: say('public', 'committeesTitle'), href: publicPaths.committees() }],
    }),
    body,
    ended: body.lastDay !== null && body.lastDay < today,
    coming: sittings.filter(({ day }) => day >= today).map(rowOf),
    past: sittings.filter(({ day }) => day < today).map(rowOf),
    contact: contactOf(services),
  });
};
