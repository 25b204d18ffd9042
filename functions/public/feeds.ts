import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { recordId } from '../../shared/domain/record.ts';
import { atom } from '../../shared/feeds/atom.ts';
import { icalendar } from '../../shared/feeds/icalendar.ts';
import { meetingEvent } from '../../shared/feeds/meeting-event.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { publicationName } from '../../shared/pages/published/agenda-view.ts';
import { say } from '../../shared/pages/say.ts';
import {
  type FeedEntry,
  feedOf,
  publishedBodyOf,
  publishedBodyWithMeetings,
  publishedMeetingOf,
} from '../../shared/store/published.ts';
import type { PublicFile, PublicPage, PublicRequest } from './public-page.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';

const latest = (moments: readonly (string | null)[]): string | undefined =>
  moments
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);

const fileOf = (body: string, type: string, changedAt: string | undefined): PublicFile => ({
  body,
  type,
  ...(changedAt === undefined ? {} : { changedAt }),
});

/** Every published meeting of a body as a calendar to subscribe to; those cancelled stay in it and say so. */
export const bodyCalendar: PublicPage = async ({ params, services }) => {
  const id = recordId.safeParse(params['bodyId']);
  const found = id.success ? await publishedBodyWithMeetings(services.table, id.data) : undefined;
  if (!found) return undefined;
  const { body, sittings } = found;
  const events = sittings.map((sitting) => meetingEvent(sitting, services.publicAddress));
  const text = icalendar({ name: say('published', 'calendarTitle', { body: body.name }), events });
  return fileOf(text, CALENDAR, latest(sittings.map(({ revisedAt }) => revisedAt)));
};

/** One meeting, to be put into a calendar. */
export const meetingCalendar: PublicPage = async ({ params, services }) => {
  const [bodyId, id] = [recordId.safeParse(params['bodyId']), recordId.safeParse(params['meetingId'])];
  if (!bodyId.success || !id.success) return undefined;
  const [body, found] = await Promise.all([
    publishedBodyOf(services.table, bodyId.data),
    publishedMeetingOf(services.table, id.data),
  ]);
  if (!body || found?.sitting.bodyId !== body.id) return undefined;
  const { sitting } = found;
  const text = icalendar({ name: sitting.bodyName, events: [meetingEvent(sitting, services.publicAddress)] });
  return fileOf(text, CALENDAR, sitting.revisedAt ?? undefined);
};

const whatOf = ({ sort, number }: FeedEntry): string => {
  const known = ['agenda', 'supplement', 'replacement', 'withdrawal', 'notice', 'cancellation', 'move'] as const;
  const found = known.find((one) => one === sort);
  return found ? publicationName({ sort: found, number }) : say('published', 'sort-record');
};

function entryOf(entry: FeedEntry, bodyId: string, { services }: PublicRequest) {
  const href = `${services.publicAddress}${publicAddresses.meeting(bodyId, entry.meetingId)}`;
  const title = say('published', 'feedEntry', { what: whatOf(entry), day: formatDay(entry.day) });
  return {
    id: `${href}#${entry.publicationId}`,
    title,
    summary: entry.said ?? `${entry.bodyName}. ${title}.`,
    href,
    updated: entry.at,
  };
}

/** What a body publishes, the newest first. */
export const bodyFeed: PublicPage = async (request) => {
  const { params, services } = request;
  const id = recordId.safeParse(params['bodyId']);
  if (!id.success) return undefined;
  const [body, lines] = await Promise.all([publishedBodyOf(services.table, id.data), feedOf(services.table, id.data)]);
  if (!body) return undefined;
  const text = atom({
    self: `${services.publicAddress}${publicAddresses.feed(body.id)}`,
    href: `${services.publicAddress}${publicAddresses.body(body.id)}`,
    title: say('published', 'feedTitle', { body: body.name }),
    author: services.organisationName,
    entries: lines.map((line) => entryOf(line, body.id, request)),
  });
  return fileOf(text, ATOM, lines[0]?.at);
};
