import { createHash } from 'node:crypto';
import * as z from 'zod';
import { strictObjectLater } from '../domain/built-later.ts';
import type { Day } from '../domain/calendar/day.ts';
import {
  type PublishedBody,
  type PublishedMeeting,
  type PublishedSitting,
  publishedBody,
  publishedMeeting,
  publishedSitting,
} from '../domain/meetings/published.ts';
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

/** What the public is pointed to: a snapshot, and the UTC moment of the command that made it. */
export type Shown = { readonly snapshot: string; readonly at: string };

const listed = ({ bodyId, id }: Pick<PublishedSitting, 'bodyId' | 'id'>, on: Day) =>
  key(`BODY#${bodyId}`, `MEETING#${on}#${id}`);

/** The writes that point the public to a snapshot laid before: the one change that publishes. */
export function pointTo(sitting: PublishedSitting, { snapshot, at }: Shown): Write[] {
  return [
    { put: { ...key(`MEETING#${sitting.id}`, 'NOW'), snapshot, at } },
    { put: { ...listed(sitting, sitting.day), sitting } },
  ];
}

/** The writes that take a meeting out of the list of days on which it no longer is. */
export function unlisted(sitting: PublishedSitting, days: readonly Day[]): Write[] {
  return [...new Set(days)].filter((on) => on !== sitting.day).map((on) => ({ remove: listed(sitting, on) }));
}

/** The snapshot that the public is pointed to now, with its moment; undefined while there is none. */
export async function shownNow(table: PublishedTable, meetingId: string): Promise<Shown | undefined> {
  const item = await table.get(key(`MEETING#${meetingId}`, 'NOW'));
  if (typeof item?.['snapshot'] !== 'string') return undefined;
  return { snapshot: item['snapshot'], at: typeof item['at'] === 'string' ? item['at'] : '' };
}

const feedEntry = strictObjectLater(() => ({
  meetingId: z.string(),
  /** 'agenda-1'; with the meeting it names the entry for ever. */
  publicationId: z.string(),
  sort: z.string(),
  number: z.int(),
  bodyName: z.string(),
  day: z.string(),
  said: z.string().nullable(),
  /** UTC. */
  at: z.string(),
}));
export type FeedEntry = z.infer<typeof feedEntry>;

/** The write of a line of a body's feed; the same line twice is one. */
export function feedLine(bodyId: string, entry: FeedEntry): Write {
  return { put: { ...key(`FEED#${bodyId}`, `${entry.at}#${entry.meetingId}#${entry.publicationId}`), entry } };
}

/** A feed reader looks every hour or so: what is older than the newest fifty it has seen. */
const FEED_LINES = 50;

/** The newest lines of a body's feed. */
export async function feedOf(table: PublishedTable, bodyId: string): Promise<FeedEntry[]> {
  const { items } = await table.query({
    partition: `${PUBLISHED_PREFIX}FEED#${bodyId}`,
    newestFirst: true,
    limit: FEED_LINES,
  });
  return items.map((item) => feedEntry.parse(item['entry']));
}

/** JSON without surrogates, so that cutting it anywhere cuts no character in two. */
const cuttable = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\ud800-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The name of a snapshot says what is in it: a snapshot that is half laid or has changed is never what its name says. */
export function nameOfSnapshot(meeting: PublishedMeeting): string {
  return `${meeting.sitting.id}-${createHash('sha256').update(cuttable(meeting)).digest('hex')}`;
}

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

/** A snapshot by its name; undefined when there is none. */
export async function snapshotNamed(table: PublishedTable, snapshot: string): Promise<PublishedMeeting | undefined> {
  const pieces = await table.queryAll({ partition: `${PUBLISHED_PREFIX}SNAPSHOT#${snapshot}` });
  if (pieces.length === 0) return undefined;
  return publishedMeeting.parse(JSON.parse(pieces.map((item) => String(item['part'])).join('')));
}

/** Is the snapshot there, whole and as its name says? */
export async function isLaid(table: PublishedTable, snapshot: string): Promise<boolean> {
  const pieces = await table.queryAll({ partition: `${PUBLISHED_PREFIX}SNAPSHOT#${snapshot}` });
  const digest = createHash('sha256').update(pieces.map((item) => String(item['part'])).join(''));
  return snapshot.endsWith(`-${digest.digest('hex')}`);
}

/** The published snapshot of a meeting, with its name; undefined when there is none. */
export async function publishedMeetingOf(
  table: PublishedTable,
  meetingId: string,
): Promise<(PublishedMeeting & { readonly snapshot: string }) | undefined> {
  const shown = await shownNow(table, meetingId);
  const meeting = shown && (await snapshotNamed(table, shown.snapshot));
  return shown && meeting && { ...meeting, snapshot: shown.snapshot };
}
