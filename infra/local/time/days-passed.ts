import * as z from 'zod';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import type { HostStore } from '../host-store.ts';

const moveSchema = z.object({ from: z.string(), passed: z.string(), target: z.string(), trouble: z.string() });

/** A move of time: from a day to a day, and how far it has come. `trouble` says why it stopped; empty while all is well. */
export type Move = z.infer<typeof moveSchema>;

export type DaysPassed = ReturnType<typeof openDaysPassed>;

/** The last move of time, kept so that one that was interrupted goes on where it was. */
export function openDaysPassed(store: HostStore) {
  store.exec(`CREATE TABLE IF NOT EXISTS move (
    id INTEGER PRIMARY KEY CHECK (id = 1), "from" TEXT NOT NULL, passed TEXT NOT NULL, target TEXT NOT NULL, trouble TEXT NOT NULL
  ) STRICT`);
  const last = (): Move | undefined => {
    const row = store.prepare('SELECT "from", passed, target, trouble FROM move').get();
    return row && moveSchema.parse(row);
  };
  return {
    last,
    /** The move that is under way or was interrupted. */
    unfinished: (): Move | undefined => {
      const move = last();
      return move && move.passed < move.target ? move : undefined;
    },
    begin: (from: Day, target: Day): void =>
      void store
        .prepare(`INSERT OR REPLACE INTO move (id, "from", passed, target, trouble) VALUES (1, ?, ?, ?, '')`)
        .run(from, from, target),
    passed: (day: Day): void => void store.prepare(`UPDATE move SET passed = ?, trouble = ''`).run(day),
    stopped: (trouble: string): void => void store.prepare('UPDATE move SET trouble = ?').run(trouble),
  };
}
