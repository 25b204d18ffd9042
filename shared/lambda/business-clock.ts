import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { addDays, type Day, londonDay, londonInstant } from '../domain/calendar/day.ts';

/** Business time: what rules, history, timers and schedules go by. `now` is a UTC timestamp, `today` a London day. */
export type Clock = { now(): string; today(): string };

const stored = z.object({ at: z.iso.datetime(), setAt: z.number() });

/** Reads the business time of a clock file `{at, setAt}`: `at` plus the real milliseconds since `setAt`, within that London day. */
export function timeInFile(file: string, realNow: number): string {
  const { at, setAt } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  const moved = new Date(Date.parse(at) + Math.max(0, realNow - setAt)).toISOString();
  // The day changes only when somebody moves it, so that no round is skipped overnight; nor does time ever go back.
  return londonDay(moved) === londonDay(at) ? moved : lastMomentOf(londonDay(at));
}

const lastMomentOf = (day: Day): string =>
  new Date(Date.parse(londonInstant(addDays(day, 1), '00:00')) - 1).toISOString();

/** The business clock that the configuration names: a file that the host moves, or the real time. */
export function businessClock(clockFile: string): Clock {
  const now = clockFile === '' ? () => new Date().toISOString() : () => timeInFile(clockFile, Date.now());
  return { now, today: () => londonDay(now()) };
}
