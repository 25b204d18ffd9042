import * as z from 'zod';
import type { Table } from './table.ts';

const stored = z.object({ opened: z.string().nullable(), closed: z.string().nullable() });
const key = { pk: 'ROUND', sk: 'STATE' };

/** The last day whose round was opened, and the last that was closed. */
export async function roundState(table: Table): Promise<{ opened: string | null; closed: string | null }> {
  const item = await table.get(key);
  return item ? stored.parse(item) : { opened: null, closed: null };
}

/** Writes where the rounds are. Rounds of one day twice have the same effect as once, so the last writer may win. */
export async function saveRound(table: Table, state: { opened: string | null; closed: string | null }): Promise<void> {
  await table.put({ ...key, ...state });
}
