import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CrashPoints, EngineWrite } from '../crash-points.ts';

/** The engine's file: its writes are transactions, flushed to the disk before they are acknowledged. */
export interface Database {
  readonly sql: DatabaseSync;
  /** Runs the work as one transaction: all of it is in the file when this returns, or none. */
  write<T>(name: EngineWrite, work: () => T): T;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS definitions (hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS executions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    input TEXT NOT NULL, status TEXT NOT NULL, started INTEGER NOT NULL, deadline INTEGER NOT NULL,
    stopped INTEGER, output TEXT, error TEXT, cause TEXT, UNIQUE (machine, name));
  CREATE INDEX IF NOT EXISTS executions_due ON executions (deadline) WHERE status = 'RUNNING';
  CREATE INDEX IF NOT EXISTS executions_listed ON executions (machine, status, id);
  CREATE TABLE IF NOT EXISTS threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT, execution INTEGER NOT NULL, parent INTEGER, position INTEGER NOT NULL,
    path TEXT NOT NULL, state TEXT NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL,
    due INTEGER, resume INTEGER, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS threads_of_execution ON threads (execution);
  CREATE INDEX IF NOT EXISTS threads_of_parent ON threads (parent, position) WHERE parent IS NOT NULL;
  CREATE INDEX IF NOT EXISTS threads_due ON threads (due) WHERE due IS NOT NULL;
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, execution INTEGER NOT NULL, thread INTEGER NOT NULL, open INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tokens_of_execution ON tokens (execution);
  CREATE TABLE IF NOT EXISTS events (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL,
    type TEXT NOT NULL, details TEXT NOT NULL, PRIMARY KEY (execution, id)) WITHOUT ROWID;
`;

const schemaVersion = 1;

const prepareSchema = (sql: DatabaseSync, file: string) => {
  const found = z.object({ user_version: z.number() }).parse(sql.prepare('PRAGMA user_version').get()).user_version;
  if (found !== 0 && found !== schemaVersion)
    throw new Error(`${file} was written by another version of the engine (${found}, not ${schemaVersion})`);
  sql.exec(`BEGIN; ${schema}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
};

/** Opens (or makes) the file. It is locked: a second engine on it fails with SQLite's "database is locked". */
export function openDatabase(file: string, crashPoint: CrashPoints): Database {
  const sql = new DatabaseSync(file);
  // FULL: each commit is flushed before it is acknowledged, so an answer that was given survives a power cut.
  sql.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  prepareSchema(sql, file);
  const begin = sql.prepare('BEGIN IMMEDIATE');
  const commit = sql.prepare('COMMIT');
  return {
    sql,
    write: (name, work) => {
      crashPoint(`engine:before-${name}`);
      begin.run();
      try {
        const answer = work();
        crashPoint(`engine:inside-${name}`);
        commit.run();
        crashPoint(`engine:after-${name}`);
        return answer;
      } catch (thrown) {
        if (sql.isTransaction) sql.exec('ROLLBACK');
        throw thrown;
      }
    },
    close: () => {
      if (sql.isOpen) sql.close();
    },
  };
}
