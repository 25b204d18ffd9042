import type { CrashPoints } from './crash-points.ts';
import { type Database, openDatabase } from './rows/database.ts';
import { type EventRows, eventRows } from './rows/event.ts';
import { type ExecutionRows, executionRows } from './rows/execution.ts';
import { type ThreadRows, threadRows } from './rows/thread.ts';
import { type TokenRows, tokenRows } from './rows/token.ts';

/** Everything the engine keeps, in one SQLite file. Nothing that matters is only in memory. */
export interface Store extends Pick<Database, 'write' | 'close'> {
  readonly executions: ExecutionRows;
  readonly threads: ThreadRows;
  readonly tokens: TokenRows;
  readonly events: EventRows;
}

/** Opens the engine's file, making it when it is not there. */
export function openStore(file: string, crashPoint: CrashPoints): Store {
  const database = openDatabase(file, crashPoint);
  return {
    write: database.write,
    close: database.close,
    executions: executionRows(database),
    threads: threadRows(database),
    tokens: tokenRows(database),
    events: eventRows(database),
  };
}
