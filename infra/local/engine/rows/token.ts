import { z } from 'zod';
import type { Database } from './database.ts';

const row = z.object({
  token: z.string(),
  execution: z.number(),
  thread: z.number(),
  open: z.number().transform((open) => open === 1),
});
const optionalRow = row.optional();
type TokenRow = z.infer<typeof row>;

export interface TokenRows {
  add(token: Omit<TokenRow, 'open'>): void;
  get(token: string): TokenRow | undefined;
  /** The row stays: a later answer is told that the task is over, not that there never was one. */
  close(token: string): void;
  closeAllOf(execution: number): void;
}

/** The task tokens' table. */
export function tokenRows({ sql }: Database): TokenRows {
  const add = sql.prepare('INSERT INTO tokens (token, execution, thread, open) VALUES (?, ?, ?, 1)');
  const get = sql.prepare('SELECT * FROM tokens WHERE token = ?');
  const close = sql.prepare('UPDATE tokens SET open = 0 WHERE token = ?');
  const closeAllOf = sql.prepare('UPDATE tokens SET open = 0 WHERE execution = ? AND open = 1');
  return {
    add: (t) => add.run(t.token, t.execution, t.thread),
    get: (token) => optionalRow.parse(get.get(token)),
    close: (token) => close.run(token),
    closeAllOf: (execution) => closeAllOf.run(execution),
  };
}
