import { checkDefinition } from './check-definition.ts';
import type { CrashPoints } from './crash-points.ts';
import type { Machine } from './definition.ts';
import { makeDrivers } from './drivers.ts';
import { executionAt, startExecution, stopExecution } from './executions.ts';
import { RequestRefused } from './faults.ts';
import { machineArn } from './names.ts';
import { machineTime, type RealTime } from './real-time.ts';
import type { EventRow } from './rows/event.ts';
import type { ExecutionRow, ExecutionStatus } from './rows/execution.ts';
import { openStore } from './store.ts';
import { fireNext, nextDue } from './timers.ts';
import { failTask, heartbeat, succeedTask } from './tokens.ts';
import { arnOf, type BusinessClock, type Invoke } from './visit.ts';

export interface EngineOptions {
  /** The SQLite file that everything is kept in; made when it is not there. Only one engine may have it open. */
  readonly file: string;
  /** Name to definition (the parsed JSON of a workflow file, its placeholders filled in). */
  readonly machines: Readonly<Record<string, unknown>>;
  readonly invoke: Invoke;
  /** Business time: Wait states, task timeouts and heartbeats, the execution's timeout, history. */
  readonly clock: BusinessClock;
  /** Real time: back-off between retries, and functions that hang. */
  readonly realTime?: RealTime;
  readonly crashPoints?: CrashPoints;
  /** Told when the engine cannot go on (the disk is full, the file is gone). By default the process ends loudly. */
  readonly onBroken?: (error: unknown) => void;
}

export interface ExecutionDescription extends ExecutionRow {
  readonly arn: string;
}

export interface MachineDescription {
  readonly name: string;
  readonly arn: string;
  readonly definition: Machine;
  /** When this engine was opened, epoch milliseconds, business time. */
  readonly created: number;
}

const endLoudly = (error: unknown) => {
  setImmediate(() => {
    throw error;
  });
};

/** The Step Functions engine of one machine, with everything it knows in one file. */
export type Engine = ReturnType<typeof openEngine>;

/**
 * Opens the engine and takes up what was under way: a task in flight when the process was killed is called again (at
 * least once, as on AWS). Throws `DefinitionRefused` for a machine that uses what is not implemented.
 * Times are epoch milliseconds; requests that AWS would refuse throw `RequestRefused` under AWS's name for it.
 */
export function openEngine(options: EngineOptions) {
  const { clock, realTime = machineTime, invoke, crashPoints = () => {}, onBroken = endLoudly } = options;
  const machines = new Map(
    Object.entries(options.machines).map(([name, text]) => [name, checkDefinition(text)] as const),
  );
  const store = openStore(options.file, crashPoints);
  const drivers = makeDrivers({ store, clock, realTime, invoke, crashPoint: crashPoints, onBroken });
  const created = clock.now();
  const described = (row: ExecutionRow): ExecutionDescription => ({ ...row, arn: arnOf(row) });
  drivers.resume();
  return {
    /** Starts an execution; the same name and input again, while it runs, answers the same execution. */
    start: (machine: string, { name, input }: { name?: string | undefined; input?: unknown }): ExecutionDescription => {
      const { row, wake } = startExecution(store, machines, { machine, name, input }, clock.now());
      drivers.wake(wake);
      return described(row);
    },
    describe: (arn: string): ExecutionDescription => described(executionAt(store, arn)),
    /** Newest first; `before` is the id of the last one seen. */
    list: (query: {
      machine: string;
      status?: ExecutionStatus | undefined;
      before?: number | undefined;
      limit: number;
    }): ExecutionDescription[] => {
      const { machine, status, before = Number.MAX_SAFE_INTEGER, limit } = query;
      return store.executions.list({ machine, status, before, limit }).map(described);
    },
    /** A page of the history after (or, in reverse, before) an event. */
    history: (
      arn: string,
      page: { after?: number | undefined; limit: number; reverse?: boolean | undefined },
    ): EventRow[] => {
      const { reverse = false, limit } = page;
      const after = page.after ?? (reverse ? Number.MAX_SAFE_INTEGER : 0);
      return store.events.page({ execution: executionAt(store, arn).id, after, limit, reverse });
    },
    /** Stops an execution and answers when it stopped. */
    stop: (arn: string, why: { error?: string | undefined; cause?: string | undefined } = {}): number =>
      stopExecution(store, arn, { error: why.error, cause: why.cause }, clock.now()),
    succeedTask: (token: string, output: unknown): void => drivers.wake(succeedTask(store, clock, token, output)),
    failTask: (token: string, why: { error: string; cause: string }): void =>
      drivers.wake(failTask(store, clock, token, why)),
    heartbeatTask: (token: string): void => heartbeat(store, clock, token),
    machines: (): MachineDescription[] =>
      [...machines].map(([name, definition]) => ({ name, arn: machineArn(name), definition, created })),
    machine: (name: string): MachineDescription => {
      const definition = machines.get(name);
      if (definition === undefined)
        throw new RequestRefused('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn(name)}'`);
      return { name, arn: machineArn(name), definition, created };
    },
    /** The next business time at which something is due; undefined when nothing is. */
    nextDue: (): number | undefined => nextDue(store),
    /** Runs everything due by now (business time), in order, each to its rest before the next. Not from inside a task. */
    runDue: async (): Promise<void> => {
      await drivers.idle();
      for (let fired = fireNext(store, clock.now()); fired !== 'nothing'; fired = fireNext(store, clock.now())) {
        drivers.wake(fired.wake);
        await drivers.idle();
      }
    },
    /** Resolves when every thread waits for time, a token or a back-off, or is over; with `backOffs`, not for a back-off. */
    idle: (wanted?: { backOffs?: boolean }): Promise<void> => drivers.idle(wanted),
    /** Closes the file at once; closing again does nothing. Tasks still in flight are called again when it is next opened. */
    close: (): void => {
      drivers.stop();
      store.close();
    },
  };
}
