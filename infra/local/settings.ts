import * as z from 'zod';
import type { HostStore } from './host-store.ts';

/** Small facts that the host must remember, by name. */
export function openSettings(store: HostStore) {
  store.exec('CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  return {
    get: (name: string): string | undefined => {
      const row = store.prepare('SELECT value FROM setting WHERE name = ?').get(name);
      return row && z.object({ value: z.string() }).parse(row).value;
    },
    set: (name: string, value: string): void =>
      void store.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(name, value),
    remove: (name: string): void => void store.prepare('DELETE FROM setting WHERE name = ?').run(name),
  };
}
export type Settings = ReturnType<typeof openSettings>;
