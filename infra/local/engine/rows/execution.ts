import { createHash } from 'node:crypto';
import { z } from 'zod';
import { checkDefinition } from '../check-definition.ts';
import type { Machine } from '../definition.ts';
import type { Database } from './database.ts';

export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
const status = z.enum(executionStatuses);
export type ExecutionStatus = z.infer<typeof status>;

const row = z.object({
  id: z.number(),
  machine: z.string(),
  name: z.string(),
  /** Hash of the definition it began with: a changed file does not change an execution under way. */
  definition: z.string(),
  /** JSON. */
  input: z.string(),
  status,
  /** Epoch milliseconds, business time; so are the next two. */
  started: z.number(),
  deadline: z.number(),
  stopped: z.number().nullable(),
  /** JSON. */
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
});

export type ExecutionRow = z.infer<typeof row>;
/** What an execution was started with. */
export type Beginning = Pick<ExecutionRow, 'id' | 'machine' | 'name' | 'definition' | 'input' | 'started'>;
/** How an execution ended. */
type Ending = Pick<ExecutionRow, 'id' | 'status' | 'stopped' | 'output' | 'error' | 'cause'>;

interface ExecutionQuery {
  readonly machine: string;
  readonly status: ExecutionStatus | undefined;
  /** Only those that were started before this one. */
  readonly before: number;
  readonly limit: number;
}

/** How many beginnings are kept in memory; each can be as large as an input may be, 256 KiB. */
const mostRemembered = 64;

export interface ExecutionRows {
  /** Keeps a definition and answers its hash. */
  keepDefinition(machine: Machine): string;
  definition(hash: string): Machine;
  add(execution: Omit<ExecutionRow, 'id' | 'status' | 'stopped' | 'output' | 'error' | 'cause'>): number;
  /** What does not change while it runs. */
  beginning(id: number): Beginning;
  find(machine: string, name: string): ExecutionRow | undefined;
  end(ending: Ending): void;
  /** Newest first. */
  list(query: ExecutionQuery): ExecutionRow[];
  earliestDeadline(): { id: number; due: number } | undefined;
}

const optionalRow = row.optional();
const rows = row.array();
const textRow = z.object({ text: z.string() });
const dueRow = z.object({ id: z.number(), due: z.number() }).optional();

/** The executions' table, and the definitions they began with. */
export function executionRows({ sql }: Database): ExecutionRows {
  const keep = sql.prepare('INSERT OR IGNORE INTO definitions (hash, text) VALUES (?, ?)');
  const text = sql.prepare('SELECT text FROM definitions WHERE hash = ?');
  const add = sql.prepare(`INSERT INTO executions (machine, name, definition, input, status, started, deadline)
    VALUES (?, ?, ?, ?, 'RUNNING', ?, ?)`);
  const get = sql.prepare('SELECT * FROM executions WHERE id = ?');
  const find = sql.prepare('SELECT * FROM executions WHERE machine = ? AND name = ?');
  const end = sql.prepare(
    'UPDATE executions SET status = ?, stopped = ?, output = ?, error = ?, cause = ? WHERE id = ?',
  );
  const list = sql.prepare(`SELECT * FROM executions WHERE machine = ? AND (? IS NULL OR status = ?) AND id < ?
    ORDER BY id DESC LIMIT ?`);
  const earliest = sql.prepare(
    `SELECT id, deadline AS due FROM executions WHERE status = 'RUNNING' ORDER BY deadline, id LIMIT 1`,
  );
  const definitions = new Map<string, Machine>();
  const beginnings = new Map<number, Beginning>();
  return {
    keepDefinition: (machine) => {
      const json = JSON.stringify(machine);
      const hash = createHash('sha256').update(json).digest('hex');
      keep.run(hash, json);
      return hash;
    },
    definition: (hash) => {
      const known = definitions.get(hash);
      if (known !== undefined) return known;
      const found = textRow.parse(text.get(hash));
      const machine = checkDefinition(JSON.parse(found.text));
      definitions.set(hash, machine);
      return machine;
    },
    add: (e) => Number(add.run(e.machine, e.name, e.definition, e.input, e.started, e.deadline).lastInsertRowid),
    beginning: (id) => {
      const known = beginnings.get(id);
      if (known !== undefined) return known;
      if (beginnings.size >= mostRemembered) beginnings.clear();
      const found = row.parse(get.get(id));
      beginnings.set(id, found);
      return found;
    },
    find: (machine, name) => optionalRow.parse(find.get(machine, name)),
    end: (e) => end.run(e.status, e.stopped, e.output, e.error, e.cause, e.id),
    list: ({ machine, status: wanted = null, before, limit }) =>
      rows.parse(list.all(machine, wanted, wanted, before, limit)),
    earliestDeadline: () => dueRow.parse(earliest.get()),
  };
}
