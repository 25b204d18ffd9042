import { addDays, type Day, londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { CrashPoint } from '../crash-points.ts';
import type { Engine } from '../engine/engine.ts';
import { RequestRefused } from '../engine/faults.ts';
import { DAY_BEGINS, type HostClock } from '../host-clock.ts';
import type { OutboxStream } from '../stream/outbox-stream.ts';
import type { DaysPassed } from './days-passed.ts';
import type { Due, Schedules } from './schedules.ts';
import { settle } from './settle.ts';

/** More steps than any day has: beyond it something starts itself again and again. */
const MOST_STEPS_A_DAY = 100_000;

export type BusinessTimeOptions = {
  readonly clock: HostClock;
  readonly engine: Engine;
  readonly stream: OutboxStream | undefined;
  readonly schedules: Schedules;
  readonly days: DaysPassed;
  /** What real time does within a day (the sweep): done once for each day that is passed. */
  readonly withinDay: () => Promise<void>;
  /** What real time does between two days: an index that is a moment behind has come after by the morning. */
  readonly night: () => Promise<void>;
  readonly crashPoint: CrashPoint;
  readonly say: (line: string) => void;
};

const startOnce = (engine: Engine, { name, at }: Due): void => {
  const execution = `${name}-${new Date(at).toISOString().slice(0, 16).replace(':', '')}`;
  try {
    engine.start(name, { name: execution, input: {} });
  } catch (error) {
    // Killed after the start and before it was noted: it has been started, which is all that is wanted.
    if (!(error instanceof RequestRefused) || error.name !== 'ExecutionAlreadyExists') throw error;
  }
};

/** Runs what business time makes due, and moves it, in order, one thing at a time. */
export type BusinessTime = ReturnType<typeof openBusinessTime>;

export function openBusinessTime(options: BusinessTimeOptions) {
  const { clock, engine, stream, schedules, days, withinDay, night, crashPoint, say } = options;

  const runDueBy = async (until: number): Promise<void> => {
    for (let step = 0; step < MOST_STEPS_A_DAY; step += 1) {
      const timer = engine.nextDue() ?? Number.POSITIVE_INFINITY;
      const due = schedules.next();
      const at = Math.min(timer, due?.at ?? Number.POSITIVE_INFINITY);
      if (at > until) return;
      if (at > clock.now()) clock.setTo(at);
      // At the same moment timers come first: they were set before.
      if (due && due.at < timer) {
        startOnce(engine, due);
        schedules.ran(due);
      }
      await engine.runDue();
      await settle(engine, stream);
    }
    throw new Error('More became due than a day can hold');
  };

  const passDay = async (day: Day): Promise<void> => {
    crashPoint('time:before-day');
    await night();
    const morning = Date.parse(londonInstant(day, DAY_BEGINS));
    await runDueBy(morning);
    if (morning > clock.now()) clock.setTo(morning);
    crashPoint('time:after-clock');
    await runDueBy(clock.now());
    crashPoint('time:after-round');
    await withinDay();
    await settle(engine, stream);
    days.passed(day);
    crashPoint('time:after-day');
  };

  // One at a time: a tick of the clock waits for a move, and a move for a tick.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };

  const finish = (): Promise<void> =>
    inTurn(async () => {
      for (let move = days.unfinished(); move; move = days.unfinished()) {
        try {
          await passDay(addDays(move.passed, 1));
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          days.stopped(reason);
          say(`Moving time stopped at ${clock.today()}: ${reason}`);
          throw error;
        }
      }
    });

  return {
    /** Runs what is due by now. */
    catchUp: (): Promise<void> => inTurn(() => runDueBy(clock.now())),
    /** Goes on with a move that was interrupted; does nothing when there is none. */
    finish,
    /** Moves to a day, running each day on the way in order. Resolves at the end; a later call with a later day goes on. */
    moveTo: (target: Day): Promise<void> => {
      if (target <= clock.today()) return Promise.resolve();
      days.begin(clock.today(), target);
      return finish();
    },
  };
}
