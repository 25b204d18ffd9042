import { addChildren, childEnded, type Moment, startChildren } from './children.ts';
import { endExecution } from './ending.ts';
import { StateFault } from './faults.ts';
import { stateEntered, stateExited } from './history.ts';
import { mostEvents } from './limits.ts';
import type { Move } from './move.ts';
import type { PendingTask, Thread } from './rows/thread.ts';
import type { Store } from './store.ts';
import { machineAt, stateNamed, type Visit } from './visit.ts';

/** What is to be done once the transition is in the file. */
export interface Consequences {
  /** Threads that can go on. */
  readonly wake: readonly number[];
  /** A thread that goes on at a real time, epoch milliseconds. */
  readonly backOff?: { readonly thread: number; readonly until: number };
}

const nothing: Consequences = { wake: [] };

type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>;

/** The thread as it is when it has let go of what its last state was waiting for. */
const released = (thread: Thread): Thread => {
  const { input, variables, enteredAt, retries, lastEvent, item } = thread.body;
  const body = { input, variables, enteredAt, retries, lastEvent, ...(item === undefined ? {} : { item }) };
  return { ...thread, version: thread.version + 1, due: null, resume: null, status: 'ready', body };
};

/** When the next thing happens to a task that waits for its token, business time; null when nothing does. */
export function taskDue({ timeoutAt, heartbeatAt }: PendingTask): number | null {
  const times = [timeoutAt, heartbeatAt].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

const append = ({ store, at }: Moment, thread: Thread, events: Move['events']) =>
  store.events.append({ execution: thread.execution, previous: thread.body.lastEvent, at }, events);

const advance = (moment: Moment, thread: Thread, move: MoveOf<'advance'>): Consequences => {
  const machine = machineAt(moment.whole, thread.path);
  const from = stateNamed(machine, thread.state);
  const to = stateNamed(machine, move.next);
  const lastEvent = append(moment, thread, [
    ...move.events,
    stateExited(thread.state, from.Type, move.output),
    stateEntered(move.next, to.Type, move.output),
  ]);
  const body = {
    ...thread.body,
    input: move.output,
    variables: move.variables,
    enteredAt: moment.at,
    retries: [],
    lastEvent,
  };
  moment.store.threads.put({ ...thread, state: move.next, body });
  return { wake: [thread.id] };
};

const end = (moment: Moment, thread: Thread, move: MoveOf<'end'>): Consequences => {
  const { Type } = stateNamed(machineAt(moment.whole, thread.path), thread.state);
  const lastEvent = append(moment, thread, [...move.events, stateExited(thread.state, Type, move.output)]);
  if (thread.parent === null) {
    const place = { execution: thread.execution, previous: lastEvent, at: moment.at };
    endExecution(moment.store, place, { status: 'SUCCEEDED', output: move.output });
    return nothing;
  }
  const done: Thread = { ...thread, status: 'done', body: { ...thread.body, input: move.output, lastEvent } };
  moment.store.threads.put(done);
  return { wake: childEnded(moment, done, thread.parent) };
};

const fail = (moment: Moment, thread: Thread, move: MoveOf<'fail'>): Consequences => {
  const { name: error, message: cause } = move.fault;
  const lastEvent = append(moment, thread, move.events);
  if (thread.parent === null) {
    const place = { execution: thread.execution, previous: lastEvent, at: moment.at };
    endExecution(moment.store, place, { status: 'FAILED', error, cause });
    return nothing;
  }
  const signal = { kind: 'fault' as const, error, cause };
  const failed: Thread = { ...thread, status: 'failed', body: { ...thread.body, signal, lastEvent } };
  moment.store.threads.put(failed);
  return { wake: childEnded(moment, failed, thread.parent) };
};

const fanOut = (moment: Moment, thread: Thread, move: MoveOf<'fan-out'>): Consequences => {
  const lastEvent = append(moment, thread, move.events);
  const parent: Thread = {
    ...thread,
    status: 'awaiting-children',
    body: { ...thread.body, lastEvent, fanOut: move.fanOut },
  };
  moment.store.threads.put(parent);
  addChildren(moment, parent, move.children);
  return { wake: startChildren(moment, parent, move.fanOut) };
};

type Parking = MoveOf<'wait'> | MoveOf<'back-off'> | MoveOf<'await-token'>;

const park = (moment: Moment, thread: Thread, move: Parking): Consequences => {
  const body = { ...thread.body, lastEvent: append(moment, thread, move.events) };
  const { store } = moment;
  if (move.kind === 'wait') {
    store.threads.put({ ...thread, status: 'waiting', due: move.until, body });
    return nothing;
  }
  if (move.kind === 'back-off') {
    store.threads.put({
      ...thread,
      status: 'backing-off',
      resume: move.until,
      body: { ...body, retries: move.retries },
    });
    return { wake: [], backOff: { thread: thread.id, until: move.until } };
  }
  const { task } = move;
  store.tokens.add({ token: task.token, execution: thread.execution, thread: thread.id });
  store.threads.put({ ...thread, status: 'awaiting-token', due: taskDue(task), body: { ...body, task } });
  return { wake: [thread.id] };
};

/** The function has been called: from now on only the token, or time, moves this thread. */
const dispatched = (moment: Moment, id: number, move: MoveOf<'dispatched'>): Consequences => {
  // Read anew: a heartbeat that came meanwhile has moved the task's times without making a new version.
  const thread = moment.store.threads.get(id);
  const task = thread?.body.task;
  if (thread === undefined || task === undefined) throw new Error(`Thread ${id} has no task to dispatch`);
  const body = { ...thread.body, lastEvent: append(moment, thread, move.events), task: { ...task, dispatched: true } };
  moment.store.threads.put({ ...thread, version: thread.version + 1, body });
  return nothing;
};

const endless = (move: Move): Move => {
  if (move.kind === 'end' || move.kind === 'fail') return move;
  const fault = new StateFault('States.Runtime', 'The execution reached the maximum number of history events (25000).');
  return { kind: 'fail', fault, events: [] };
};

const apply = (moment: Moment, thread: Thread, move: Exclude<Move, { kind: 'dispatched' }>): Consequences => {
  switch (move.kind) {
    case 'advance':
      return advance(moment, thread, move);
    case 'end':
      return end(moment, thread, move);
    case 'fail':
      return fail(moment, thread, move);
    case 'fan-out':
      return fanOut(moment, thread, move);
    case 'wait':
    case 'back-off':
    case 'await-token':
      return park(moment, thread, move);
  }
};

/**
 * Writes what a thread decided, inside a transaction; `at` is business time. When the thread has been overtaken meanwhile
 * (its token answered, its execution stopped, its Map failed) nothing is written: the decision comes too late.
 */
export function transition(store: Store, visit: Visit, chosen: Move, at: number): Consequences {
  const { thread } = visit;
  if (store.threads.version(thread.id) !== thread.version) return nothing;
  const whole = store.executions.definition(visit.execution.definition);
  const moment = { store, whole, at };
  const move = thread.body.lastEvent > mostEvents ? endless(chosen) : chosen;
  if (move.kind === 'dispatched') return dispatched(moment, thread.id, move);
  if (thread.body.task !== undefined) store.tokens.close(thread.body.task.token);
  if (thread.body.fanOut !== undefined) store.threads.removeBelow(thread.id);
  return apply(moment, released(thread), move);
}
