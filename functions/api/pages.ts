import { fromItem, type RecordKind, type Register, recordKey, type Versioned } from '../../shared/store/record-kind.ts';
import type { Item } from '../../shared/store/table.ts';
import type { Position } from './cursors.ts';

type Wanted<T extends { id: string }> = {
  kind: RecordKind<T>;
  index: 'gsi1' | 'gsi2';
  partition: string;
  prefix?: string;
  /** What the reader may know of and has asked for. */
  keep: (record: T) => boolean;
  limit: number;
  after: Position | null;
};

/** Items read in one query, and how many queries a page may take: lists are bounded. */
const CHUNK = 100;
const MOST_QUERIES = 60;

/**
 * A page of a list: always full while there is more, so that what the reader may not know of leaves no gap to count by.
 * From an index: up to a second late.
 */
export async function visiblePage<T extends { id: string }>(
  { table, blobs }: Register,
  { kind, index, partition, prefix, keep, limit, after }: Wanted<T>,
): Promise<{ found: Versioned<T>[]; next: Position | null }> {
  const found: Versioned<T>[] = [];
  const positions: Position[] = [];
  const positionOf = (item: Item, { id }: T): Position => ({
    ...recordKey(kind.type, id),
    [`${index}pk`]: partition,
    [`${index}sk`]: String(item[`${index}sk`]),
  });
  let start: Record<string, unknown> | undefined = after ?? undefined;
  for (let queries = 0; queries < MOST_QUERIES; queries += 1) {
    const { items, next } = await table.query({
      index,
      partition,
      ...(prefix === undefined ? {} : { prefix }),
      limit: CHUNK,
      start,
    });
    for (const item of items.filter(({ type }) => type === kind.type)) {
      const one = await fromItem(kind, item, blobs);
      if (!keep(one.record)) continue;
      if (found.length === limit) return { found, next: positions.at(-1) ?? null };
      found.push(one);
      positions.push(positionOf(item, one.record));
    }
    if (next === undefined) return { found, next: null };
    start = next;
  }
  throw new Error(`More than ${MOST_QUERIES * CHUNK} items in ${kind.type} list`);
}

/** A page of a list that is at hand as a whole. `idOf` names where a page ended. */
export function pageOfList<T>(
  all: readonly T[],
  { limit, after }: { limit: number; after: Position | null },
  idOf: (one: T) => string,
): { items: T[]; next: Position | null } {
  const begins = after === null ? 0 : all.findIndex((one) => idOf(one) === after['id']) + 1;
  const items = all.slice(begins, begins + limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && begins + limit < all.length ? { id: idOf(last) } : null };
}
