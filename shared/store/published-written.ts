import { type PublishedWritten, publishedWritten } from '../domain/written-resolutions/in-public.ts';
import type { PublishedTable } from './published.ts';
import type { Write } from './table.ts';
import { PUBLISHED_PREFIX } from './table-definition.ts';

const key = (partition: string, sk: string) => ({ pk: `${PUBLISHED_PREFIX}${partition}`, sk });

/** What a body's page shows of what it decided in writing. */
const MOST = 50;

/** The writes that show the result of a decision in writing. What has ended does not change. */
export function showWritten(result: PublishedWritten): Write[] {
  const { id, bodyId, endedOn } = result;
  return [
    { put: { ...key(`WRITTEN#${id}`, 'NOW'), result } },
    { put: { ...key(`WRITTEN-OF#${bodyId}`, `${endedOn}#${id}`), result: { ...result, parts: [], votes: null } } },
  ];
}

/** The published result of one decision in writing; undefined when there is none. */
export async function publishedWrittenOf(table: PublishedTable, id: string): Promise<PublishedWritten | undefined> {
  const item = await table.get(key(`WRITTEN#${id}`, 'NOW'));
  return item && publishedWritten.parse(item['result']);
}

/** What a body decided in writing, the newest first, without text and votes. */
export async function publishedWrittenBy(table: PublishedTable, bodyId: string): Promise<PublishedWritten[]> {
  const partition = `${PUBLISHED_PREFIX}WRITTEN-OF#${bodyId}`;
  const { items } = await table.query({ partition, newestFirst: true, limit: MOST });
  return items.map((item) => publishedWritten.parse(item['result']));
}
