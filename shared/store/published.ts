import type { Day } from '../domain/calendar/day.ts';
import {
  type PublishedBody,
  type PublishedMeeting,
  type PublishedSitting,
  publishedBody,
  publishedMeeting,
  publishedSitting,
} from '../domain/meetings/published-meeting.ts';
import type { Item, Page, Table, Write } from './table.ts';
import { PUBLISHED_PREFIX } from './table-definition.ts';

const key = (partition: string, sk: string) => ({ pk: `${PUBLISHED_PREFIX}${partition}`, sk });

/** What reading the published takes: no index, no write. */
export type PublishedTable = Pick<Table, 'get' | 'query' | 'queryAll'>;

/** A table item holds 400 KB: a snapshot's text is laid in pieces of this many characters. */
const PIECE = 120_000;

/** The write that shows a body to the public. */
export function showBody(body: PublishedBody): Write[] {
  return [
    { put: { ...key('BODIES', `${body.name.toLowerCase()}#${body.id}`), body } },
    { put: { ...key(`BODY#${body.id}`, 'BODY'), body } },
  ];
}

/** The writes that point the public to a snapshot laid before: the one change that publishes. */
export function pointTo(sitting: PublishedSitting, snapshot: string): Write[] {
  return [
    { put: { ...key(`MEETING#${sitting.id}`, 'NOW'), snapshot } },
    { put: { ...key(`BODY#${sitting.bodyId}`, `MEETING#${sitting.day}#${sitting.id}`), sitting } },
  ];
}

/** JSON without surrogates, so that cutting it anywhere cuts no character in two. */
const cuttable = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\ud800-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The pieces that a snapshot is laid in. */
export function snapshotPieces(snapshot: string, meeting: PublishedMeeting): Item[] {
  const text = cuttable(meeting);
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, piece) => ({
    ...key(`SNAPSHOT#${snapshot}`, String(piece).padStart(4, '0')),
    part: text.slice(piece * PIECE, (piece + 1) * PIECE),
  }));
}

/** Lays an immutable snapshot; nobody sees it until it is pointed to. Laying it twice is the same as once. */
export async function laySnapshot(table: Table, snapshot: string, meeting: PublishedMeeting): Promise<void> {
  for (const piece of snapshotPieces(snapshot, meeting)) await table.put(piece);
}

/** Every body that is shown, by name. */
export async function publishedBodies(table: PublishedTable): Promise<PublishedBody[]> {
  const items = await table.queryAll({ partition: `${PUBLISHED_PREFIX}BODIES` });
  return items.map((item) => publishedBody.parse(item['body']));
}

/** A body that is shown; undefined when it is not. */
export async function publishedBodyOf(table: PublishedTable, bodyId: string): Promise<PublishedBody | undefined> {
  const item = await table.get(key(`BODY#${bodyId}`, 'BODY'));
  return item && publishedBody.parse(item['body']);
}

/** Enough meetings to find, among cancelled ones, one that is not. */
const LOOKED_AT = 5;

/** A body's next published meeting, today's included, and its last one before today; cancelled ones passed over. */
export async function nextAndLastSitting(table: PublishedTable, bodyId: string, today: Day) {
  const partition = `${PUBLISHED_PREFIX}BODY#${bodyId}`;
  // No meeting has this key; it stands between yesterday's and today's.
  const wanted = { partition, prefix: 'MEETING#', limit: LOOKED_AT, start: { pk: partition, sk: `MEETING#${today}` } };
  const [later, earlier] = await Promise.all([table.query(wanted), table.query({ ...wanted, newestFirst: true })]);
  const first = ({ items }: Page): PublishedSitting | undefined =>
    items.map((item) => publishedSitting.parse(item['sitting'])).find(({ cancelled }) => !cancelled);
  return { next: first(later), last: first(earlier) };
}

/** A body with its published meetings, the newest first; undefined when it is not shown. */
export async function publishedBodyWithMeetings(table: PublishedTable, bodyId: string) {
  const items = await table.queryAll({ partition: `${PUBLISHED_PREFIX}BODY#${bodyId}`, newestFirst: true });
  const body = items.find(({ sk }) => sk === 'BODY');
  if (!body) return undefined;
  const sittings = items
    .filter(({ sk }) => sk.startsWith('MEETING#'))
    .map((item) => publishedSitting.parse(item['sitting']));
  return { body: publishedBody.parse(body['body']), sittings };
}

/** The published snapshot of a meeting; undefined when there is none. */
export async function publishedMeetingOf(
  table: PublishedTable,
  meetingId: string,
): Promise<PublishedMeeting | undefined> {
  const snapshot = (await table.get(key(`MEETING#${meetingId}`, 'NOW')))?.['snapshot'];
  if (typeof snapshot !== 'string') return undefined;
  const pieces = await table.queryAll({ partition: `${PUBLISHED_PREFIX}SNAPSHOT#${snapshot}` });
  return publishedMeeting.parse(JSON.parse(pieces.map((item) => String(item['part'])).join('')));
}
