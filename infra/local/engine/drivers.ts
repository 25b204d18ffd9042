import { setImmediate as turn } from 'node:timers/promises';
import { resultsOf } from './children.ts';
import type { CrashPoints } from './crash-points.ts';
import type { RealTime } from './real-time.ts';
import { step } from './step.ts';
import type { Store } from './store.ts';
import { newToken } from './tokens.ts';
import { transition } from './transition.ts';
import { type BusinessClock, type Invoke, machineAt, type Surroundings, stateNamed, type Visit } from './visit.ts';

/** A machine that calls nothing would otherwise keep the host from answering anybody until it rests. */
const stepsBetweenTurns = 8;

/** Drives threads: each from one transition to the next until it is parked or over. */
export interface Drivers {
  /** Something happened to the thread: it can go on. */
  wake(thread: number | undefined): void;
  /** Takes up everything that was under way when the file was last closed, or the process killed. */
  resume(): void;
  /** Resolves when no thread can go on; with `backOffs`, when none is backing off either. */
  idle(options?: { backOffs?: boolean }): Promise<void>;
  /** What is still being decided has no further effect: it will be decided anew. */
  stop(): void;
}

export interface DriverSurroundings {
  readonly store: Store;
  readonly clock: BusinessClock;
  readonly realTime: RealTime;
  readonly invoke: Invoke;
  readonly crashPoint: CrashPoints;
  /** The file cannot be written, or the engine is wrong: nothing can go on. */
  readonly onBroken: (error: unknown) => void;
}

const withCrashPoints =
  (invoke: Invoke, crashPoint: CrashPoints): Invoke =>
  async (functionName, payload, context) => {
    crashPoint('engine:before-invoke');
    const answer = await invoke(functionName, payload, context);
    crashPoint('engine:after-invoke');
    return answer;
  };

const visitOf = (store: Store, surroundings: Surroundings, id: number): Visit | undefined => {
  const thread = store.threads.get(id);
  if (thread === undefined) return undefined;
  const execution = store.executions.beginning(thread.execution);
  const machine = machineAt(store.executions.definition(execution.definition), thread.path);
  return { execution, thread, machine, state: stateNamed(machine, thread.state), surroundings };
};

/** Makes the drivers of one engine. */
export function makeDrivers({ store, clock, realTime, invoke, crashPoint, onBroken }: DriverSurroundings): Drivers {
  const running = new Set<Promise<void>>();
  const backingOff = new Map<number, { cancel: () => void; over: Promise<void> }>();
  let stopped = false;
  const surroundings: Surroundings = {
    clock,
    realTime,
    invoke: withCrashPoints(invoke, crashPoint),
    newToken,
    resultsOf: (thread) => resultsOf(store, thread),
  };

  const backOff = (thread: number, until: number) => {
    const over = Promise.withResolvers<void>();
    const cancel = realTime.after(Math.max(0, until - realTime.now()), () => {
      backingOff.delete(thread);
      wake(thread);
      over.resolve();
    });
    backingOff.set(thread, { cancel, over: over.promise });
  };

  /** One transition; answers whether the same thread goes on at once. */
  const once = async (id: number): Promise<boolean> => {
    const visit = visitOf(store, surroundings, id);
    if (visit === undefined) return false;
    const move = await step(visit);
    if (stopped) return false;
    const { wake: woken, backOff: later } = store.write('transition', () =>
      transition(store, visit, move, clock.now()),
    );
    for (const other of woken) if (other !== id) wake(other);
    if (later !== undefined) backOff(later.thread, later.until);
    return woken.includes(id);
  };

  const drive = async (id: number) => {
    try {
      for (let steps = 1; !stopped && (await once(id)); steps += 1) if (steps % stepsBetweenTurns === 0) await turn();
    } catch (error) {
      if (!stopped) onBroken(error);
    }
  };

  const wake = (thread: number | undefined) => {
    if (thread === undefined || stopped) return;
    const driver: Promise<void> = Promise.resolve()
      .then(() => drive(thread))
      .finally(() => running.delete(driver));
    running.add(driver);
  };

  const busy = (backOffs: boolean) => [
    ...running,
    ...(backOffs ? [...backingOff.values()].map(({ over }) => over) : []),
  ];

  return {
    wake,
    resume: () => {
      for (const { id, status, resume, body } of store.threads.unfinished()) {
        if (status === 'backing-off') backOff(id, resume ?? 0);
        else if (status === 'ready' || body.task?.dispatched === false) wake(id);
      }
    },
    idle: async ({ backOffs = false } = {}) => {
      for (let waitFor = busy(backOffs); waitFor.length > 0; waitFor = busy(backOffs)) await Promise.all(waitFor);
    },
    stop: () => {
      stopped = true;
      for (const { cancel } of backingOff.values()) cancel();
      backingOff.clear();
    },
  };
}
