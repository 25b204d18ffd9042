import { randomBytes } from 'node:crypto';
import { RequestRefused } from './faults.ts';
import { isTooLarge } from './limits.ts';
import type { Signal, Thread } from './rows/thread.ts';
import type { Store } from './store.ts';
import { taskDue } from './transition.ts';
import type { BusinessClock } from './visit.ts';

/** A new task token: 32 random bytes, so nobody guesses one. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const over = () =>
  new RequestRefused('TaskTimedOut', 'Task Timed Out: the task is over or its token was already answered');

/**
 * The thread that waits for a token. Throws as AWS does: `InvalidToken` for what is no token, `TaskDoesNotExist` for
 * one never given, `TaskTimedOut` for one that was answered, timed out, or whose execution is over.
 */
const waiting = (store: Store, token: string, now: number): Thread => {
  if (!/^[\w-]{43}$/.test(token)) throw new RequestRefused('InvalidToken', 'Invalid Token: not a task token');
  const known = store.tokens.get(token);
  if (known === undefined)
    throw new RequestRefused('TaskDoesNotExist', 'Task does not exist: the token was never given');
  const thread = known.open ? store.threads.get(known.thread) : undefined;
  const due = thread?.body.task === undefined ? null : taskDue(thread.body.task);
  // Past its time it is over, even when the timers have not run yet.
  if (thread === undefined || (due !== null && due <= now)) throw over();
  return thread;
};

const answer = (store: Store, clock: BusinessClock, token: string, signal: Signal): number =>
  store.write('token-answer', () => {
    const thread = waiting(store, token, clock.now());
    store.tokens.close(token);
    wakeWith(store, thread, signal);
    return thread.id;
  });

/** Hands a parked thread what it waited for, inside a transaction. */
export function wakeWith(store: Store, thread: Thread, signal: Signal): void {
  const { task: _, ...rest } = thread.body;
  store.threads.put({ ...thread, status: 'ready', version: thread.version + 1, due: null, body: { ...rest, signal } });
}

/** Answers a task with its output; early (before its function returned) counts too. Answers the thread to wake. */
export function succeedTask(store: Store, clock: BusinessClock, token: string, output: unknown): number {
  if (isTooLarge(JSON.stringify(output)))
    throw new RequestRefused('InvalidOutput', 'Invalid Output: larger than 262144 bytes');
  return answer(store, clock, token, { kind: 'answered', output });
}

/** Answers a task with a fault, which the state's Retry and Catch may take. Answers the thread to wake. */
export function failTask(
  store: Store,
  clock: BusinessClock,
  token: string,
  why: { error: string; cause: string },
): number {
  return answer(store, clock, token, { kind: 'fault', ...why });
}

/** Says that the task is still being worked on: its next heartbeat is due that much later. */
export function heartbeat(store: Store, clock: BusinessClock, token: string): void {
  store.write('heartbeat', () => {
    const thread = waiting(store, token, clock.now());
    const { task } = thread.body;
    if (task === undefined || task.heartbeatMs === null) return;
    const beaten = { ...task, heartbeatAt: clock.now() + task.heartbeatMs };
    // The version stays: the function may still be running, and its return must not come too late for this.
    store.threads.put({ ...thread, due: taskDue(beaten), body: { ...thread.body, task: beaten } });
  });
}
