import { Cron } from 'croner';
import * as z from 'zod';
import type { HostStore } from '../host-store.ts';

const LONDON = 'Europe/London';

/** Something that is started by business time: a workflow on its days. */
export type BusinessSchedule = { readonly name: string; readonly cron: string };

export type Due = { readonly name: string; readonly at: number };

const cron = (pattern: string): Cron => new Cron(pattern, { timezone: LONDON, paused: true });

// The first occurrence after a moment, in epoch milliseconds, by London's clocks.
function nextOccurrence(pattern: string, after: number): number | undefined {
  return cron(pattern).nextRun(new Date(after))?.getTime();
}

/**
 * Which schedules have run up to when, kept in the host's store: each occurrence is due once, however often the host was
 * killed between. `since` is where a new folder begins.
 */
export function openSchedules(store: HostStore, schedules: readonly BusinessSchedule[], since: number) {
  store.exec('CREATE TABLE IF NOT EXISTS schedule_run (name TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT');
  const insert = store.prepare('INSERT OR IGNORE INTO schedule_run (name, until) VALUES (?, ?)');
  for (const { name } of schedules) insert.run(name, since);

  const until = (name: string): number =>
    z.object({ until: z.number() }).parse(store.prepare('SELECT until FROM schedule_run WHERE name = ?').get(name))
      .until;

  return {
    /** The earliest occurrence that has not run yet. */
    next: (): Due | undefined =>
      schedules
        .flatMap(({ name, cron: pattern }): Due[] => {
          const at = nextOccurrence(pattern, until(name));
          return at === undefined ? [] : [{ name, at }];
        })
        .sort((a, b) => a.at - b.at)[0],
    ran: ({ name, at }: Due): void =>
      void store.prepare('UPDATE schedule_run SET until = ? WHERE name = ?').run(at, name),
  };
}
export type Schedules = ReturnType<typeof openSchedules>;

/** Calls back on a schedule of real time: for what is about faults and not about days. Stops with the answer. */
export function onRealTime(pattern: string, callback: () => Promise<void>): () => void {
  const job = new Cron(pattern, { timezone: LONDON, protect: true, unref: true }, callback);
  return () => job.stop();
}
