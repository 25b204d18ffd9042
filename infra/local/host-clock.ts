import * as z from 'zod';
import { type Day, londonDay, londonInstant } from '../../shared/domain/calendar/day.ts';
import { timeInFile } from '../../shared/lambda/business-clock.ts';
import { readJson, writeDurably } from './data-folder.ts';

/** The working day begins: the hour at which a day that is moved to starts, in London. */
export const DAY_BEGINS = '08:00';

const HEARTBEAT_MILLISECONDS = 30_000;
const storedSchema = z.object({ at: z.iso.datetime(), setAt: z.number() });

/** Thrown when business time is asked to go back. */
export class ClockGoesBack extends Error {
  override name = 'ClockGoesBack';
}

export type HostClock = {
  /** Business time, in epoch milliseconds. */
  readonly now: () => number;
  readonly today: () => Day;
  /** Sets business time to a moment that is not before now. Throws `ClockGoesBack`. */
  readonly setTo: (milliseconds: number) => void;
  readonly close: () => void;
};

/**
 * The business clock of a data folder. It begins at 08:00 of `firstDay`, runs with real time within its day, stands
 * still while no host runs, and never goes back.
 */
export function openHostClock(file: string, firstDay: Day, realNow: () => number = Date.now): HostClock {
  const write = (milliseconds: number) =>
    writeDurably(file, JSON.stringify({ at: new Date(milliseconds).toISOString(), setAt: realNow() }));
  const now = (): number => Date.parse(timeInFile(file, realNow()));

  const kept = readJson(file);
  if (kept === undefined) write(Date.parse(londonInstant(firstDay, DAY_BEGINS)));
  else {
    // The heartbeat bounds what an earlier host can have shown: two of them after its last write is past all of it.
    const { at } = storedSchema.parse(kept);
    write(Math.min(now(), Date.parse(at) + 2 * HEARTBEAT_MILLISECONDS));
  }

  const setTo = (milliseconds: number): void => {
    if (milliseconds < now()) throw new ClockGoesBack('Business time never goes back');
    write(milliseconds);
  };
  const heartbeat = setInterval(() => write(now()), HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  return { now, today: () => londonDay(new Date(now()).toISOString()), setTo, close: () => clearInterval(heartbeat) };
}
