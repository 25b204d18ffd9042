import { DatabaseSync } from 'node:sqlite';

/** The host's own small database: what a cloud would keep for us (checkpoints, Slack's posts, the provider's sessions). */
export type HostStore = DatabaseSync;

/** Opens it; every commit is on the disk before it returns. Each part makes its own tables. */
export function openHostStore(file: string): HostStore {
  const store = new DatabaseSync(file);
  store.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000');
  return store;
}
