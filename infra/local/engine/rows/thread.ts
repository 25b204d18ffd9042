import { z } from 'zod';
import type { Database } from './database.ts';

/** What happened to a thread while it was parked; the state it is in reads it when the thread goes on. */
const signal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('elapsed') }),
  z.object({ kind: z.literal('answered'), output: z.unknown() }),
  z.object({ kind: z.literal('joined') }),
  z.object({ kind: z.literal('fault'), error: z.string(), cause: z.string() }),
]);

/** A task that waits for its token; times in epoch milliseconds, business time. */
const pendingTask = z.object({
  token: z.string(),
  functionName: z.string(),
  payload: z.unknown(),
  dispatched: z.boolean(),
  timeoutAt: z.number().nullable(),
  heartbeatAt: z.number().nullable(),
  heartbeatMs: z.number().nullable(),
});

const fanOut = z.object({
  count: z.number(),
  atOnce: z.number(),
  tolerated: z.number(),
  /** True when the definition says how many failures it tolerates: more than that is then an error of its own. */
  toleranceGiven: z.boolean(),
});

const body = z.object({
  input: z.unknown(),
  variables: z.record(z.string(), z.unknown()),
  /** When it entered its state, epoch milliseconds, business time. */
  enteredAt: z.number(),
  /** How often each retrier of the state was used. */
  retries: z.array(z.number()),
  /** The history event that came before, in this thread. */
  lastEvent: z.number(),
  item: z.object({ Index: z.number(), Value: z.unknown() }).optional(),
  signal: signal.optional(),
  task: pendingTask.optional(),
  fanOut: fanOut.optional(),
});

const statuses = [
  'pending',
  'ready',
  'backing-off',
  'waiting',
  'awaiting-token',
  'awaiting-children',
  'done',
  'failed',
] as const;

const row = z.object({
  id: z.number(),
  execution: z.number(),
  parent: z.number().nullable(),
  position: z.number(),
  path: z.string(),
  state: z.string(),
  status: z.enum(statuses),
  version: z.number(),
  /** The next business time at which something happens to it, epoch milliseconds. */
  due: z.number().nullable(),
  /** The real time until which it backs off, epoch milliseconds. */
  resume: z.number().nullable(),
  body: z.string().transform((text) => body.parse(JSON.parse(text))),
});

export type Signal = z.infer<typeof signal>;
export type PendingTask = z.infer<typeof pendingTask>;
export type FanOut = z.infer<typeof fanOut>;
type ThreadBody = z.infer<typeof body>;
/** One line of an execution: the machine itself, an iteration of a Map, or a branch of a Parallel. */
export type Thread = z.infer<typeof row>;

export interface ThreadRows {
  add(thread: Omit<Thread, 'id'>): number;
  get(id: number): Thread | undefined;
  /** Only its version: whether what is known of it is still so. */
  version(id: number): number | undefined;
  /** Writes everything that may change. */
  put(thread: Thread): void;
  children(parent: number): Thread[];
  /** How many children have each status. */
  tally(parent: number): ReadonlyMap<string, number>;
  firstPending(parent: number): Thread | undefined;
  removeAllOf(execution: number): void;
  /** Removes the descendants of a thread and closes their tokens. */
  removeBelow(id: number): void;
  unfinished(): { id: number; status: string; resume: number | null; body: ThreadBody }[];
  earliestDue(): { id: number; due: number } | undefined;
}

const below = `WITH RECURSIVE below(id) AS (
  SELECT id FROM threads WHERE parent = ? UNION ALL SELECT t.id FROM threads t JOIN below ON t.parent = below.id)`;
const versionRow = row.pick({ version: true }).optional();
const tallyRows = z.array(z.object({ status: z.string(), count: z.number() }));
const dueRow = z.object({ id: z.number(), due: z.number() }).optional();
const unfinishedRows = row.pick({ id: true, status: true, resume: true, body: true }).array();

/** The threads' table. */
export function threadRows({ sql }: Database): ThreadRows {
  const add =
    sql.prepare(`INSERT INTO threads (execution, parent, position, path, state, status, version, due, resume, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const get = sql.prepare('SELECT * FROM threads WHERE id = ?');
  const version = sql.prepare('SELECT version FROM threads WHERE id = ?');
  const put = sql.prepare(
    'UPDATE threads SET state = ?, status = ?, version = ?, due = ?, resume = ?, body = ? WHERE id = ?',
  );
  const children = sql.prepare('SELECT * FROM threads WHERE parent = ? ORDER BY position');
  const tally = sql.prepare('SELECT status, count(*) AS count FROM threads WHERE parent = ? GROUP BY status');
  const firstPending = sql.prepare(
    "SELECT * FROM threads WHERE parent = ? AND status = 'pending' ORDER BY position LIMIT 1",
  );
  const removeAllOf = sql.prepare('DELETE FROM threads WHERE execution = ?');
  const closeTokensBelow = sql.prepare(`${below} UPDATE tokens SET open = 0 WHERE thread IN (SELECT id FROM below)`);
  const removeBelow = sql.prepare(`${below} DELETE FROM threads WHERE id IN (SELECT id FROM below)`);
  const unfinished = sql.prepare(
    "SELECT id, status, resume, body FROM threads WHERE status IN ('ready', 'backing-off', 'awaiting-token')",
  );
  const earliestDue = sql.prepare('SELECT id, due FROM threads WHERE due IS NOT NULL ORDER BY due, id LIMIT 1');
  const one = (found: unknown) => (found === undefined ? undefined : row.parse(found));
  return {
    add: (t) => {
      const { execution, parent, position, path, state, status, version, due, resume } = t;
      const made = add.run(
        execution,
        parent,
        position,
        path,
        state,
        status,
        version,
        due,
        resume,
        JSON.stringify(t.body),
      );
      return Number(made.lastInsertRowid);
    },
    get: (id) => one(get.get(id)),
    version: (id) => versionRow.parse(version.get(id))?.version,
    put: (t) => put.run(t.state, t.status, t.version, t.due, t.resume, JSON.stringify(t.body), t.id),
    children: (parent) => children.all(parent).map((found) => row.parse(found)),
    tally: (parent) => new Map(tallyRows.parse(tally.all(parent)).map(({ status, count }) => [status, count])),
    firstPending: (parent) => one(firstPending.get(parent)),
    removeAllOf: (execution) => removeAllOf.run(execution),
    removeBelow: (id) => {
      closeTokensBelow.run(id);
      removeBelow.run(id);
    },
    unfinished: () => unfinishedRows.parse(unfinished.all()),
    earliestDue: () => dueRow.parse(earliestDue.get()),
  };
}
