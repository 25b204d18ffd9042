import { engineCrashPoints } from './engine/crash-points.ts';
import { StartRefused } from './start-refused.ts';

/** Where the host itself can be killed by the kill tests: before and after everything it does for a function. */
export const hostCrashPoints: readonly string[] = [
  'gateway:before-handler',
  'gateway:after-handler',
  'table:before-write',
  'table:after-write',
  'stream:before-relay',
  'stream:after-relay',
  'stream:after-checkpoint',
  'files:before-put',
  'files:after-put',
  'mail:before-keep',
  'mail:after-keep',
  'slack:before-keep',
  'slack:after-keep',
  'time:before-day',
  'time:after-clock',
  'time:after-round',
  'time:after-day',
];

/** Every named crash point there is; the kill tests take their list from here. */
export const crashPointNames: readonly string[] = [...hostCrashPoints, ...engineCrashPoints];

/** Called with the name of each crash point as the host passes it. */
export type CrashPoint = (name: string) => void;

/** Ends the process as a power cut would: nothing is flushed, nobody is told. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/**
 * The crash point of a setting `name` or `name:nth` (first is 1): the nth time it is passed, the process dies.
 * Without a setting it does nothing. Throws `StartRefused` for a name that is no crash point.
 */
export function crashPointFrom(setting: string, kill: () => void = die): CrashPoint {
  if (setting === '') return () => {};
  const [, name = '', nth = '1'] = /^(.*?)(?::(\d+))?$/.exec(setting) ?? [];
  if (!crashPointNames.includes(name)) throw new StartRefused(`QUORATE_CRASH_AT names no crash point: ${setting}`, 2);
  let left = Number(nth);
  return (passed) => {
    if (passed !== name) return;
    left -= 1;
    if (left === 0) kill();
  };
}
