import '../../shared/pages/compiled/public.gen.js';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { PublishedSitting } from '../../shared/domain/meetings/published.ts';
import { recordId } from '../../shared/domain/record.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { sittingStatuses } from '../../shared/pages/published/sitting-statuses.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publishedBodyWithMeetings } from '../../shared/store/published.ts';
import { publishedWrittenBy } from '../../shared/store/published-written.ts';
import { publishedQuestionRules } from '../../shared/store/question-rules.ts';
import { announcements } from './announcements.ts';
import { askHrefOf } from './ask-href.ts';
import { contactOf } from './contact.ts';
import type { PublicPage } from './public-page.ts';
import { writtenRows } from './written-page.ts';

const dayCell = ({ day, bodyId, id }: PublishedSitting) => ({
  text: formatDay(day),
  href: publicAddresses.meeting(bodyId, id),
});

const whereCell = ({ time, venue }: PublishedSitting): string => {
  const known = [...(time === null ? [] : [formatTime(time)]), ...(venue === null ? [] : [venue])];
  return known.length > 0 ? known.join(', ') : say('public', 'whereNotGiven');
};

const comingRow = (sitting: PublishedSitting) => [
  { ...dayCell(sitting), status: sittingStatuses(sitting)[0] },
  whereCell(sitting),
];

const pastRow = (sitting: PublishedSitting) => [
  dayCell(sitting),
  whereCell(sitting),
  { text: '', status: sittingStatuses(sitting)[0] },
];

/** One body: what it is, by its kind, its published meetings to come, the next first, and those held, the newest first. */
export const bodyPage: PublicPage = async ({ params, services, today, frame }) => {
  const id = recordId.safeParse(params['bodyId']);
  if (!id.success) return undefined;
  const [found, rules, announced, written] = await Promise.all([
    publishedBodyWithMeetings(services.table, id.data),
    publishedQuestionRules(services.table, id.data),
    announcements(services.table),
    publishedWrittenBy(services.table, id.data),
  ]);
  if (!found) return undefined;
  const { body, sittings } = found;
  return render('public/body.njk', {
    frame: frame(body.name, {
      breadcrumbs: [{ text: say('public', 'committeesTitle'), href: publicAddresses.committees() }],
    }),
    body,
    ended: body.lastDay !== null && body.lastDay < today,
    coming: sittings
      .filter(({ day }) => day >= today)
      .map(comingRow)
      .toReversed(),
    announced: announced.filter(({ bodyId, to }) => bodyId === body.id && to >= today).map(({ entry }) => entry),
    planHref: publicAddresses.forwardPlan(),
    written: writtenRows(written),
    past: sittings.filter(({ day }) => day < today).map(pastRow),
    contact: contactOf(services),
    calendarHref: publicAddresses.calendar(body.id),
    feedHref: publicAddresses.feed(body.id),
    askHref: askHrefOf(rules, body, today),
  });
};
