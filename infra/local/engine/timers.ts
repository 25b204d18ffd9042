import { endExecution } from './ending.ts';
import type { Signal, Thread } from './rows/thread.ts';
import type { Store } from './store.ts';
import { wakeWith } from './tokens.ts';

/** The earliest business time, epoch milliseconds, at which something is due; undefined when nothing is. */
export function nextDue(store: Store): number | undefined {
  const times = [store.threads.earliestDue()?.due, store.executions.earliestDeadline()?.due];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

const signalOf = ({ state, body: { task } }: Thread, now: number): Signal => {
  if (task === undefined) return { kind: 'elapsed' };
  const timedOut = task.timeoutAt !== null && task.timeoutAt <= now;
  const heartbeatFirst = task.heartbeatAt !== null && task.heartbeatAt < (task.timeoutAt ?? Number.POSITIVE_INFINITY);
  return timedOut && !heartbeatFirst
    ? { kind: 'fault', error: 'States.Timeout', cause: `'${state}' was not answered in time` }
    : { kind: 'fault', error: 'States.HeartbeatTimeout', cause: `'${state}' was not heard of in time` };
};

const fireThread = (store: Store, id: number, now: number): number | undefined => {
  const thread = store.threads.get(id);
  if (thread === undefined) return undefined;
  if (thread.body.task !== undefined) store.tokens.close(thread.body.task.token);
  wakeWith(store, thread, signalOf(thread, now));
  return id;
};

const timeOut = (store: Store, id: number, now: number) => {
  const place = { execution: id, previous: store.events.latest(id), at: now };
  endExecution(store, place, {
    status: 'TIMED_OUT',
    error: 'States.Timeout',
    cause: 'The execution ran longer than it may',
  });
};

/**
 * Fires the earliest thing that is due by now (business time, epoch milliseconds), as one transaction.
 * 'nothing' when nothing is due; otherwise the thread to wake, if there is one.
 */
export function fireNext(store: Store, now: number): 'nothing' | { wake: number | undefined } {
  const thread = store.threads.earliestDue();
  const execution = store.executions.earliestDeadline();
  const first = Math.min(thread?.due ?? Number.POSITIVE_INFINITY, execution?.due ?? Number.POSITIVE_INFINITY);
  if (first > now) return 'nothing';
  return store.write('timer', () => {
    // At the same moment a thread's own time comes first: it may still bring the execution to its end.
    if (thread?.due === first) return { wake: fireThread(store, thread.id, now) };
    if (execution !== undefined) timeOut(store, execution.id, now);
    return { wake: undefined };
  });
}
