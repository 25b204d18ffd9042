import type { Find, FindOf } from './find.ts';
import { keptOf } from './kept-finds.ts';
import type { PartToEnter, ReadingRecord } from './reading-record.ts';

/** A part is entered in one transaction of at most forty writes: so many promises fit, and so many parts of a resolution. */
const PROMISES_AT_ONCE = 5;
const LIMBS_AT_ONCE = 40;

/** A part with its promises not yet numbered. */
export type PlannedPart = Omit<PartToEnter, 'promises'> & {
  promises: readonly { findId: string; commitmentId: string }[];
};

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/** The finds that become promises: those kept, and the matters raised whose answer is to follow. */
export function promisesToEnter(record: ReadingRecord): readonly (FindOf<'promise'> | FindOf<'matter-raised'>)[] {
  const matters = keptOf(record, 'matter-raised').filter(({ id }) => record.mattersToFollow.includes(id));
  return [...keptOf(record, 'promise'), ...matters].toSorted((a, b) => a.start - b.start);
}

/**
 * The item a find belongs to: the one the reader named, if it is kept; else the last kept item before it in the text, else
 * the first. Null when no item is kept and there is only the one whose title the secretary typed.
 */
export function itemOf(find: Find, items: readonly FindOf<'item'>[]): string | null {
  const named = 'itemId' in find ? find.itemId : null;
  if (items.some(({ id }) => id === named)) return named;
  return (items.findLast(({ start }) => start <= find.start) ?? items[0])?.id ?? null;
}

/** What is to be entered, in order of the text, with an id for everything. `newId` makes one. */
export function planParts(record: ReadingRecord, newId: () => string): readonly PlannedPart[] {
  const items = keptOf(record, 'item');
  const itemIds = items.length === 0 ? [null] : items.map(({ id }) => id);
  const parts = itemIds.flatMap((itemFindId) => {
    const belongs = (find: Find) => itemOf(find, items) === itemFindId;
    const limbs = chunks(keptOf(record, 'resolution').filter(belongs), LIMBS_AT_ONCE);
    const promises = chunks(promisesToEnter(record).filter(belongs), PROMISES_AT_ONCE);
    const [itemId, minuteId] = [newId(), newId()];
    return Array.from({ length: Math.max(1, limbs.length, promises.length) }, (_, index) => ({
      itemFindId,
      isFirst: index === 0,
      itemId,
      minuteId,
      resolutionId: limbs[index] === undefined ? null : newId(),
      limbs: (limbs[index] ?? []).map(({ id }) => id),
      promises: (promises[index] ?? []).map(({ id }) => ({ findId: id, commitmentId: newId() })),
      entered: false,
    }));
  });
  return parts.map((part, index) => ({ key: `p${index + 1}`, ...part }));
}
