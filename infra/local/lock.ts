import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { type DataFolder, readJson, writeDurably } from './data-folder.ts';
import { StartRefused } from './start-refused.ts';

const holderSchema = z.object({ pid: z.int(), startTicks: z.string(), address: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** When a process began, in the kernel's own count; undefined when there is no such process. Tells a pid from its next owner. */
export function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces: count from behind it. Start time is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Who holds the folder now, if that process still runs. */
export function holderOf(folder: DataFolder): Holder | undefined {
  const parsed = holderSchema.safeParse(readJson(folder.holder));
  return parsed.success && startTicks(parsed.data.pid) === parsed.data.startTicks ? parsed.data : undefined;
}

const refusal = (folder: DataFolder) => {
  const holder = holderOf(folder);
  const who = holder ? `process ${holder.pid} at ${holder.address}` : 'another process';
  return new StartRefused(
    `the data folder ${folder.folder} is in use by a running host (${who}). Stop it first, or name another folder with --data FOLDER.`,
  );
};

/**
 * Locks a data folder for this process. The lock is the kernel's, held through SQLite, so it goes with the process
 * however that ends. Throws `StartRefused` when another host holds it. Returns the way to let it go.
 */
export function lockFolder(folder: DataFolder, address: string): () => void {
  const lock = new DatabaseSync(folder.lock, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw refusal(folder);
  }
  writeDurably(folder.holder, JSON.stringify({ pid: process.pid, startTicks: startTicks(process.pid), address }));
  return () => lock.close();
}
