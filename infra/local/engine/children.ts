import type { InnerMachine } from './definition.ts';
import { iteration, stateEntered } from './history.ts';
import type { NewChild } from './move.ts';
import type { FanOut, Signal, Thread } from './rows/thread.ts';
import type { Store } from './store.ts';
import { machineAt, pathBelow, stateNamed } from './visit.ts';

/** The transaction that children start and end in: the whole definition and the business time. */
export interface Moment {
  readonly store: Store;
  readonly whole: InnerMachine;
  readonly at: number;
}

const isMap = ({ whole }: Moment, parent: Thread) =>
  stateNamed(machineAt(whole, parent.path), parent.state).Type === 'Map';

/** Writes down all lines of a Map or Parallel as not yet started. */
export function addChildren({ store, at }: Moment, parent: Thread, children: readonly NewChild[]): void {
  for (const [position, { startAt, branch, input, item }] of children.entries()) {
    const { variables, lastEvent } = parent.body;
    store.threads.add({
      execution: parent.execution,
      parent: parent.id,
      position,
      path: pathBelow(parent, branch),
      state: startAt,
      status: 'pending',
      version: 1,
      due: null,
      resume: null,
      body: { input, variables, enteredAt: at, retries: [], lastEvent, ...(item === undefined ? {} : { item }) },
    });
  }
}

const startChild = (moment: Moment, parent: Thread, child: Thread) => {
  const { store, whole, at } = moment;
  const state = stateNamed(machineAt(whole, child.path), child.state);
  const place = { execution: child.execution, previous: child.body.lastEvent, at };
  const lastEvent = store.events.append(place, [
    ...(isMap(moment, parent) ? [iteration('Started', parent.state, child.position)] : []),
    stateEntered(child.state, state.Type, child.body.input),
  ]);
  store.threads.put({ ...child, status: 'ready', body: { ...child.body, enteredAt: at, lastEvent } });
};

/** Starts as many of the lines not yet started as may run at once. Answers the threads to wake. */
export function startChildren(moment: Moment, parent: Thread, fanOut: FanOut): number[] {
  const { threads } = moment.store;
  const tally = threads.tally(parent.id);
  const resting = (tally.get('pending') ?? 0) + (tally.get('done') ?? 0) + (tally.get('failed') ?? 0);
  const started: number[] = [];
  for (let running = fanOut.count - resting; running < fanOut.atOnce; running += 1) {
    const child = threads.firstPending(parent.id);
    if (child === undefined) break;
    startChild(moment, parent, child);
    started.push(child.id);
  }
  return started;
}

const wakeParent = ({ store }: Moment, parent: Thread, signal: Signal, lastEvent: number): number[] => {
  const body = { ...parent.body, signal, lastEvent };
  store.threads.put({ ...parent, status: 'ready', version: parent.version + 1, body });
  return [parent.id];
};

const faultOfChildren = (fanOut: FanOut, child: Thread): Signal => {
  if (fanOut.toleranceGiven)
    return {
      kind: 'fault',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'More items failed than the Map tolerates',
    };
  return child.body.signal ?? { kind: 'fault', error: 'States.Runtime', cause: 'A line failed without saying why' };
};

const abortRest = (moment: Moment, parent: Thread, lastEvent: number): number => {
  const { store, at } = moment;
  const running = store.threads
    .children(parent.id)
    .filter(({ status }) => !['pending', 'done', 'failed'].includes(status));
  const events = isMap(moment, parent)
    ? running.map(({ position }) => iteration('Aborted', parent.state, position))
    : [];
  store.threads.removeBelow(parent.id);
  return store.events.append({ execution: parent.execution, previous: lastEvent, at }, events);
};

/**
 * A line of a Map or Parallel has ended (its row says so already). Too many failures: the lines not yet started are not
 * started, those that run have no further effect, and the parent takes the fault. All ended: the parent goes on.
 * Otherwise the next line starts. Answers the threads to wake.
 */
export function childEnded(moment: Moment, child: Thread, parentId: number): number[] {
  const { store, at } = moment;
  const parent = store.threads.get(parentId);
  const fanOut = parent?.body.fanOut;
  if (parent === undefined || fanOut === undefined)
    throw new Error(`Thread ${child.id} has no parent that waits for it`);
  const outcome = child.status === 'done' ? 'Succeeded' : 'Failed';
  const events = isMap(moment, parent) ? [iteration(outcome, parent.state, child.position)] : [];
  const lastEvent = store.events.append({ execution: child.execution, previous: child.body.lastEvent, at }, events);
  const tally = store.threads.tally(parent.id);
  const failed = tally.get('failed') ?? 0;
  if (failed > fanOut.tolerated)
    return wakeParent(moment, parent, faultOfChildren(fanOut, child), abortRest(moment, parent, lastEvent));
  if (failed + (tally.get('done') ?? 0) === fanOut.count)
    return wakeParent(moment, parent, { kind: 'joined' }, lastEvent);
  return startChildren(moment, parent, fanOut);
}

/** The outputs of a thread's children in order; a tolerated failure stands there as its Error and Cause. */
export function resultsOf(store: Store, thread: number): unknown[] {
  return store.threads.children(thread).map(({ status, body: { input, signal } }) => {
    if (status === 'done') return input;
    return signal?.kind === 'fault' ? { Error: signal.error, Cause: signal.cause } : null;
  });
}
