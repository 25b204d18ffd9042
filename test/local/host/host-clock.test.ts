import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ClockGoesBack, openHostClock } from '../../../infra/local/host-clock.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';

const HOUR = 3_600_000;

const clockAt = (real: { now: number }) => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'clock.json');
  return { open: () => openHostClock(file, '2019-04-15', () => real.now), remove: folder.remove };
};

test('a new folder begins at 08:00 of its first day in London', () => {
  const { open, remove } = clockAt({ now: 0 });
  const clock = open();
  expect(new Date(clock.now()).toISOString()).toBe('2019-04-15T07:00:00.000Z');
  clock.close();
  remove();
});

test('business time runs with real time, stays within its day, and waits while no host runs', () => {
  const real = { now: 1_000_000 };
  const { open, remove } = clockAt(real);
  const clock = open();
  real.now += 2 * HOUR;
  expect(new Date(clock.now()).toISOString()).toBe('2019-04-15T09:00:00.000Z');
  real.now += 40 * HOUR;
  expect(clock.today()).toBe('2019-04-15');
  expect(new Date(clock.now()).toISOString()).toBe('2019-04-15T22:59:59.999Z');
  clock.close();
  remove();
  const stopped = clockAt(real);
  stopped.open().close();
  real.now += 5 * HOUR;
  const again = stopped.open();
  expect(new Date(again.now()).toISOString() < '2019-04-15T07:02:00.000Z').toBe(true);
  again.close();
  stopped.remove();
});

test('business time is refused when it would go back', () => {
  const { open, remove } = clockAt({ now: 0 });
  const clock = open();
  clock.setTo(Date.parse('2019-04-16T07:00:00Z'));
  expect(() => clock.setTo(Date.parse('2019-04-16T06:59:59Z'))).toThrow(ClockGoesBack);
  expect(clock.today()).toBe('2019-04-16');
  clock.close();
  remove();
});

test('whatever happens, business time never goes back', () => {
  // No heartbeat comes in this real time: eight waits together stay under the two that a host never misses.
  const act = fc.oneof(
    fc.record({ act: fc.constant('wait'), by: fc.integer({ min: 0, max: 7_000 }) }),
    fc.record({ act: fc.constant('set'), by: fc.integer({ min: 0, max: 3 * 24 * HOUR }) }),
    fc.record({ act: fc.constant('restart'), by: fc.integer({ min: 0, max: 48 * HOUR }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const real = { now: 1_000_000 };
      const { open, remove } = clockAt(real);
      let clock = open();
      let latest = clock.now();
      for (const { act, by } of acts) {
        if (act === 'set') clock.setTo(clock.now() + by);
        else real.now += by;
        latest = Math.max(latest, act === 'restart' ? latest : clock.now());
        if (act === 'restart') {
          clock.close();
          clock = open();
        }
        if (clock.now() < latest) return false;
        latest = clock.now();
      }
      clock.close();
      remove();
      return true;
    }),
    { numRuns: 40 },
  );
});
