import { z } from 'zod';
import { type InnerMachine, innerMachines, type State } from './definition.ts';
import type { Scope } from './jsonata.ts';
import { executionArn, machineArn } from './names.ts';
import type { RealTime } from './real-time.ts';
import type { Beginning } from './rows/execution.ts';
import type { Thread } from './rows/thread.ts';

/** Business time: the time that workflow timers, history and `$now()` go by. */
export interface BusinessClock {
  /** Epoch milliseconds. It never goes back. */
  now(): number;
}

/** What a function is told about the task that calls it. */
interface InvocationContext {
  readonly executionArn: string;
  /** The same when a task is called again after a crash; another for each retry. */
  readonly attemptKey: string;
}

/** Calls a function. A thrown error's `name` is the fault's name in ASL, its `message` goes into the cause. */
export type Invoke = (functionName: string, payload: unknown, context: InvocationContext) => Promise<unknown>;

/** What states may use of the world. */
export interface Surroundings {
  readonly clock: BusinessClock;
  readonly realTime: RealTime;
  readonly invoke: Invoke;
  newToken(): string;
  /** The outcomes of a thread's children, in order. */
  resultsOf(thread: number): unknown[];
}

/** One thread in one state, about to decide what happens next. */
export interface Visit {
  readonly execution: Beginning;
  readonly thread: Thread;
  /** The machine the thread runs in: the whole, a Map's processor, or a branch. */
  readonly machine: InnerMachine;
  readonly state: State;
  readonly surroundings: Surroundings;
}

const pathSchema = z.array(z.tuple([z.string(), z.number()]));

/** The path of a child: the state that started it and the branch it is. */
export function pathBelow(thread: Thread, branch: number): string {
  return JSON.stringify([...pathSchema.parse(JSON.parse(thread.path)), [thread.state, branch]]);
}

/** The machine at the end of a path. */
export function machineAt(whole: InnerMachine, path: string): InnerMachine {
  let machine = whole;
  if (path === '[]') return machine;
  for (const [name, branch] of pathSchema.parse(JSON.parse(path))) {
    const state = machine.States[name];
    const inner = state === undefined ? undefined : innerMachines(state)[branch];
    if (inner === undefined) throw new Error(`The definition has no inner machine at ${path}`);
    machine = inner;
  }
  return machine;
}

/** The state of that name. A definition is checked when it is given, so a missing one is a defect of the engine. */
export function stateNamed(machine: InnerMachine, name: string): State {
  const state = machine.States[name];
  if (state === undefined) throw new Error(`The definition has no state '${name}'`);
  return state;
}

/** The execution's ARN. */
export function arnOf(execution: Beginning): string {
  return executionArn(execution.machine, execution.name);
}

const isoTime = (at: number) => new Date(at).toISOString();

const contextOf = ({ execution, thread }: Visit, token: string | undefined) => ({
  Execution: {
    Id: arnOf(execution),
    // Made only when an expression asks for it, as are the times: most expressions read the input and nothing else.
    get Input(): unknown {
      return JSON.parse(execution.input);
    },
    Name: execution.name,
    RedriveCount: 0,
    get StartTime() {
      return isoTime(execution.started);
    },
  },
  State: {
    get EnteredTime() {
      return isoTime(thread.body.enteredAt);
    },
    Name: thread.state,
    RetryCount: thread.body.retries.reduce((sum, used) => sum + used, 0),
  },
  StateMachine: { Id: machineArn(execution.machine), Name: execution.machine },
  ...(token === undefined ? {} : { Task: { Token: token } }),
  ...(thread.body.item === undefined ? {} : { Map: { Item: thread.body.item } }),
});

/** What is known besides the input: `result`, `errorOutput`, the task's token, the item of a Map. */
export interface Known {
  readonly states?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  readonly item?: { Index: number; Value: unknown };
}

/** What the expressions of a state may read. */
export function scopeOf(visit: Visit, known: Known = {}): Scope {
  const context = contextOf(visit, known.token ?? visit.thread.body.task?.token);
  return {
    states: {
      input: visit.thread.body.input,
      context: known.item === undefined ? context : { ...context, Map: { Item: known.item } },
      ...known.states,
    },
    variables: visit.thread.body.variables,
    now: visit.surroundings.clock.now(),
  };
}
