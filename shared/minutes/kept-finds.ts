import type { Find, FindKind, FindOf } from './find.ts';
import type { ReadingRecord } from './reading-record.ts';

type Read = Pick<ReadingRecord, 'reading' | 'corrected' | 'decisions'>;

/** Kinds of finds that would make a record of their own: a doubtful one is asked about before anything is accepted. */
const asked: readonly FindKind[] = ['item', 'resolution', 'promise'];

/** The finds as the secretary corrected them, in the order of the text. */
export function findsOf({ reading, corrected }: Pick<Read, 'reading' | 'corrected'>): readonly Find[] {
  return reading.finds.map((found) => corrected[found.id] ?? found);
}

/** Keep or drop, or null where the reading is in doubt and nobody has said. A matter raised was raised, unless somebody says no. */
export function decisionOf({ decisions }: Pick<Read, 'decisions'>, find: Find): 'keep' | 'drop' | null {
  const said = decisions[find.id];
  if (said !== undefined) return said;
  return find.confidence === 'check' && find.kind !== 'matter-raised' ? null : 'keep';
}

/** The finds of one kind that are kept, as corrected. */
export function keptOf<K extends FindKind>(record: Read, kind: K): readonly FindOf<K>[] {
  return findsOf(record).filter((find): find is FindOf<K> => find.kind === kind && decisionOf(record, find) === 'keep');
}

/** Doubtful finds that must be kept or dropped before acceptance: nothing that a body decided or was promised is left out in silence. */
export function unanswered(record: Read): readonly Find[] {
  return findsOf(record).filter((find) => asked.includes(find.kind) && decisionOf(record, find) === null);
}
