import * as z from 'zod';
import { partitionOf } from './record-kind.ts';
import type { Table, Write } from './table.ts';

const handledKey = (commitmentId: string, milestone: string) => ({
  pk: partitionOf('commitment', commitmentId),
  sk: `HANDLED#${milestone}`,
});

/** The milestones of a promise that were sent or overtaken, and the readers told singly: never sent again. */
export async function handledOf(table: Table, commitmentId: string): Promise<Set<string>> {
  const items = await table.queryAll({ partition: partitionOf('commitment', commitmentId), prefix: 'HANDLED#' });
  return new Set(items.map(({ sk }) => sk.slice('HANDLED#'.length)));
}

/** Marks a milestone (or one reader of it) handled on a day. Marking twice is the same as once. */
export function handled(commitmentId: string, milestone: string, day: string): Write {
  return { put: { ...handledKey(commitmentId, milestone), day } };
}

/** A line that waits in a person's digest. */
export const digestLine = z.strictObject({
  commitmentId: z.string(),
  what: z.string(),
  who: z.string(),
  target: z.string().nullable(),
  day: z.string(),
});
export type DigestLine = z.infer<typeof digestLine>;

/** The key of the sparse index under which digests to be sent are found, by day. */
export const DUE_DIGESTS = 'DUE#DIGESTS';

const digestPartition = (personId: string) => `DIGEST#${personId}`;

/** A line in the digest that goes to this person on that day; the same line twice is one line. */
export function queueDigestLine(personId: string, line: DigestLine, milestone: string): Write[] {
  const pk = digestPartition(personId);
  return [
    { put: { pk, sk: `LINE#${line.day}#${line.commitmentId}#${milestone}#${line.who}`, line } },
    { put: { pk, sk: `GOES#${line.day}`, gsi3pk: DUE_DIGESTS, gsi3sk: `${line.day}#${personId}`, personId } },
  ];
}

/** The lines that wait for this person up to that day. */
export async function digestLines(table: Table, personId: string, upTo: string) {
  const items = await table.queryAll({ partition: digestPartition(personId) });
  const lines = items
    .filter(({ sk }) => sk.startsWith('LINE#') && sk.slice(5, 15) <= upTo)
    .map((item) => ({ key: { pk: item.pk, sk: item.sk }, line: digestLine.parse(item['line']) }));
  const goes = items.filter(({ sk }) => sk.startsWith('GOES#') && sk.slice(5, 15) <= upTo);
  return { lines, goes: goes.map(({ pk, sk }) => ({ pk, sk })) };
}

/** Removes lines once their digest is out (or nothing of them holds any more). */
export async function dropDigest(table: Table, keys: readonly { pk: string; sk: string }[]): Promise<void> {
  for (const key of keys) await table.remove(key);
}

/** People whose digest goes up to that day, a page at a time. */
export async function digestPage(table: Table, today: string, limit: number, after: string | null) {
  const [day = '', ...rest] = after?.split('#') ?? [];
  const personId = rest.join('#');
  const start = after
    ? { pk: digestPartition(personId), sk: `GOES#${day}`, gsi3pk: DUE_DIGESTS, gsi3sk: after }
    : undefined;
  const { items, next } = await table.query({
    index: 'gsi3',
    partition: DUE_DIGESTS,
    upTo: `${today}#~`,
    limit,
    start,
  });
  const last = items.at(-1)?.['gsi3sk'];
  return {
    ids: [...new Set(items.map((item) => String(item['personId'])))],
    next: next && typeof last === 'string' ? last : null,
  };
}
