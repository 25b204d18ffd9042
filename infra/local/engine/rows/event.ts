import { z } from 'zod';
import type { HistoryEvent } from '../history.ts';
import type { Database } from './database.ts';

const row = z.object({
  id: z.number(),
  previous: z.number(),
  /** Epoch milliseconds, business time. */
  at: z.number(),
  type: z.string(),
  details: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
});
const rows = row.array();
const idRow = z.object({ id: z.number() });
export type EventRow = z.infer<typeof row>;

/** Where a run of events is added: after which event of the same thread, and when (business time). */
interface EventPlace {
  readonly execution: number;
  readonly previous: number;
  readonly at: number;
}

export interface EventRows {
  /** Adds the events, each after the one before, and answers the number of the last. */
  append(place: EventPlace, events: readonly HistoryEvent[]): number;
  /** The number of the latest event of the execution; 0 when there is none. */
  latest(execution: number): number;
  page(query: { execution: number; after: number; limit: number; reverse: boolean }): EventRow[];
}

/** The history's table. */
export function eventRows({ sql }: Database): EventRows {
  const add = sql.prepare('INSERT INTO events (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)');
  const latest = sql.prepare('SELECT coalesce(max(id), 0) AS id FROM events WHERE execution = ?');
  const forwards = sql.prepare('SELECT * FROM events WHERE execution = ? AND id > ? ORDER BY id LIMIT ?');
  const backwards = sql.prepare('SELECT * FROM events WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?');
  const latestOf = (execution: number) => idRow.parse(latest.get(execution)).id;
  return {
    append: ({ execution, previous, at }, events) => {
      let id = events.length === 0 ? 0 : latestOf(execution);
      let before = previous;
      for (const event of events) {
        id += 1;
        add.run(execution, id, before, at, event.type, JSON.stringify(event.details));
        before = id;
      }
      return before;
    },
    latest: latestOf,
    page: ({ execution, after, limit, reverse }) =>
      rows.parse((reverse ? backwards : forwards).all(execution, after, limit)),
  };
}
