import {
  type PublishedDecision,
  type PublishedNotice,
  publishedDecision,
  publishedNotice,
} from '../domain/decisions/in-public.ts';
import { type PublishedWay, publishedWay } from '../domain/decisions/urgent-way.ts';
import type { PublishedTable } from './published.ts';
import type { Key, Write } from './table.ts';
import { PUBLISHED_PREFIX } from './table-definition.ts';

const key = (partition: string, sk: string): Key => ({ pk: `${PUBLISHED_PREFIX}${partition}`, sk });
const DECISIONS = 'DECISIONS';
const PLAN = 'FORWARD-PLAN';
const WAYS = 'URGENT-WAYS';

/** What lists show; a page shows at most so many. */
const MOST = 200;

/** The writes that show a decision to the public, or show how it stands now. Its day never changes once it is published. */
export function showDecision(decision: PublishedDecision): Write[] {
  return [
    { put: { ...key(DECISIONS, `${decision.decidedOn}#${decision.id}`), decision } },
    { put: { ...key(`DECISION#${decision.id}`, 'NOW'), decision } },
  ];
}

/** The writes that show a notice to the public. */
export function showNotice(notice: PublishedNotice): Write[] {
  return [{ put: { ...key(PLAN, `${notice.from}#${notice.id}`), notice } }];
}

/** The write that takes a notice from the forward plan. */
export function hideNotice({ from, id }: { from: string; id: string }): Write {
  return { remove: key(PLAN, `${from}#${id}`) };
}

/** Published decisions, the newest first. */
export async function publishedDecisions(table: PublishedTable): Promise<PublishedDecision[]> {
  const { items } = await table.query({ partition: `${PUBLISHED_PREFIX}${DECISIONS}`, newestFirst: true, limit: MOST });
  return items.map((item) => publishedDecision.parse(item['decision']));
}

/** One published decision; undefined when there is none. */
export async function publishedDecisionOf(table: PublishedTable, id: string): Promise<PublishedDecision | undefined> {
  const item = await table.get(key(`DECISION#${id}`, 'NOW'));
  return item && publishedDecision.parse(item['decision']);
}

/** The forward plan: every published notice, by the day that it is for. */
export async function publishedNotices(table: PublishedTable): Promise<PublishedNotice[]> {
  const { items } = await table.query({ partition: `${PUBLISHED_PREFIX}${PLAN}`, newestFirst: true, limit: MOST });
  return items.map((item) => publishedNotice.parse(item['notice'])).toReversed();
}

/** The write that shows the notice of a general exception, or the reasons of special urgency; one an item. */
export function showWay(way: PublishedWay): Write {
  return { put: { ...key(WAYS, way.itemId), way } };
}

/** The write that takes it away. */
export function hideWay(itemId: string): Write {
  return { remove: key(WAYS, itemId) };
}

/** Key decisions without 28 clear days' notice, by the day of their meeting. There are few a year. */
export async function publishedWays(table: PublishedTable): Promise<PublishedWay[]> {
  const { items } = await table.query({ partition: `${PUBLISHED_PREFIX}${WAYS}`, newestFirst: true, limit: MOST });
  return items.map((item) => publishedWay.parse(item['way'])).toSorted((a, b) => a.on.localeCompare(b.on));
}
