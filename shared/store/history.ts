import { type Envelope, envelope, type HistoryEntry, historyEntry, payload } from '../domain/history/history-entry.ts';
import type { RecordType } from '../domain/record.ts';
import { partitionOf, type Register } from './record-kind.ts';

/** A record's history, the oldest first. */
export async function historyOf({ table, blobs }: Register, type: RecordType, id: string): Promise<HistoryEntry[]> {
  const items = await table.queryAll({ partition: partitionOf(type, id), prefix: 'HISTORY#' });
  return Promise.all(
    items.map(async ({ pk: _pk, sk: _sk, blob, ...entry }) =>
      historyEntry.parse(
        typeof blob === 'string' ? { ...entry, payload: payload.parse(JSON.parse(await blobs.get(blob))) } : entry,
      ),
    ),
  );
}

/** Who did what last to a record, when; undefined for a record there is not. */
export async function newestEntry({ table }: Register, type: RecordType, id: string): Promise<Envelope | undefined> {
  const wanted = { partition: partitionOf(type, id), prefix: 'HISTORY#', newestFirst: true, limit: 1 };
  const [item] = (await table.query(wanted)).items;
  return item && envelope.parse(item['envelope']);
}
