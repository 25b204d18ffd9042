import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { PublishedMeeting } from '../../shared/domain/meetings/published-meeting.ts';
import { recordId } from '../../shared/domain/record.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publishedBodyOf, publishedMeetingOf } from '../../shared/store/published.ts';
import { contactOf } from './contact.ts';
import { itemView } from './item-view.ts';
import type { PublicPage, PublicRequest } from './public-page.ts';
import { publicPaths } from './public-paths.ts';
import { sittingStatuses } from './sitting-statuses.ts';

/** The snapshot, when it is of that body and the body is shown. */
async function asked({ params, services: { table } }: PublicRequest) {
  const [bodyId, meetingId] = [recordId.safeParse(params['bodyId']), recordId.safeParse(params['meetingId'])];
  if (!bodyId.success || !meetingId.success) return undefined;
  const [body, meeting] = await Promise.all([
    publishedBodyOf(table, bodyId.data),
    publishedMeetingOf(table, meetingId.data),
  ]);
  return body && meeting?.sitting.bodyId === body.id ? { body, meeting } : undefined;
}

const minutesNote = ({ sitting, items }: PublishedMeeting): string | undefined => {
  const shown = items.some(({ minutes }) => minutes.length > 0);
  if (sitting.minutesStatus === 'draft') return say('public', shown ? 'draftExplained' : 'draftNotShown');
  return sitting.minutesStatus === 'not-known' ? say('public', 'notKnownExplained') : undefined;
};

/** One meeting as it was published: when, where, its agenda, what was decided and its minutes. */
export const meetingPage: PublicPage = async (request) => {
  const found = await asked(request);
  if (!found) return undefined;
  const { body, meeting } = found;
  const { sitting } = meeting;
  const items = meeting.items.map(itemView);
  const coming = sitting.day > request.today;
  const dayInWords = formatDay(sitting.day);
  return render('public/meeting.njk', {
    frame: request.frame(say('public', 'meetingTitle', { body: body.name, day: dayInWords }), {
      breadcrumbs: [
        { text: say('public', 'committeesTitle'), href: publicPaths.committees() },
        { text: body.name, href: publicPaths.body(body.id) },
      ],
    }),
    body,
    sitting,
    dayInWords,
    statuses: sittingStatuses(sitting),
    minutesNote: minutesNote(meeting),
    coming,
    rows: items.map(({ row: { item, outcome } }) => (coming ? [item] : [item, outcome])),
    items: items.filter(({ told }) => told),
    contact: contactOf(request.services),
  });
};
