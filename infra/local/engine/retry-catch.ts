import type { Catcher, Retrier } from './definition.ts';
import { faultOf, type StateFault } from './faults.ts';
import { type HistoryEvent, stateFailed } from './history.ts';
import { leave } from './leave.ts';
import type { Move } from './move.ts';
import type { Visit } from './visit.ts';

/** No wildcard takes these: the execution cannot sensibly go on. They can be named. */
const terminal = new Set(['States.Runtime', 'States.DataLimitExceeded']);
const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/** Whether a name in ErrorEquals stands for the fault. */
export function matches(name: string, fault: string): boolean {
  // AWS describes States.Timeout as "ran longer than TimeoutSeconds, or failed to send a heartbeat".
  if (name === fault || (name === 'States.Timeout' && fault === 'States.HeartbeatTimeout')) return true;
  if (terminal.has(fault)) return false;
  return name === 'States.ALL' || (name === 'States.TaskFailed' && !timeouts.has(fault));
}

const takes = (handler: Retrier | Catcher, fault: StateFault) =>
  handler.ErrorEquals.some((name) => matches(name, fault.name));

/** How long to back off before the attempt after `used` retries, in milliseconds of real time. */
export function backOff(retrier: Retrier, used: number, random: () => number = Math.random): number {
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY, 99_999_999);
  return Math.round(seconds * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
}

const retried = (visit: Visit, fault: StateFault, events: readonly HistoryEvent[]): Move | undefined => {
  const retriers = 'Retry' in visit.state ? (visit.state.Retry ?? []) : [];
  const at = retriers.findIndex((candidate) => takes(candidate, fault));
  const retrier = retriers[at];
  const used = visit.thread.body.retries[at] ?? 0;
  if (retrier === undefined || used >= (retrier.MaxAttempts ?? 3)) return undefined;
  const retries = retriers.map((_, index) => (visit.thread.body.retries[index] ?? 0) + (index === at ? 1 : 0));
  return { kind: 'back-off', until: visit.surroundings.realTime.now() + backOff(retrier, used), retries, events };
};

const caught = async (visit: Visit, fault: StateFault, events: readonly HistoryEvent[]): Promise<Move | undefined> => {
  const catchers = 'Catch' in visit.state ? (visit.state.Catch ?? []) : [];
  const catcher = catchers.find((candidate) => takes(candidate, fault));
  if (catcher === undefined) return undefined;
  const errorOutput = { Error: fault.name, Cause: fault.message };
  return leave(visit, catcher, { known: { states: { errorOutput } }, output: errorOutput, events });
};

/**
 * What follows a fault: another attempt after a back-off, the state a Catch names, or the end of the thread.
 * `before` are the events that led to it.
 */
export async function afterFault(visit: Visit, fault: StateFault, before: readonly HistoryEvent[] = []): Promise<Move> {
  const events = [...before, ...stateFailed(visit.thread.state, visit.state, fault)];
  try {
    return retried(visit, fault, events) ?? (await caught(visit, fault, events)) ?? { kind: 'fail', fault, events };
  } catch (thrown) {
    // The Catch itself went wrong: nothing catches that.
    return { kind: 'fail', fault: faultOf(thrown), events };
  }
}
