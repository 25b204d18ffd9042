import { executionEnded } from './history.ts';
import type { ExecutionStatus } from './rows/execution.ts';
import type { Store } from './store.ts';

/** How an execution ends: with an output, or with an error and its cause. */
export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | {
      readonly status: Exclude<ExecutionStatus, 'RUNNING' | 'SUCCEEDED'>;
      readonly error: string | undefined;
      readonly cause: string | undefined;
    };

/**
 * Ends an execution, inside a transaction: its row and history stay, its threads go (what they are still doing has no
 * further effect) and its tokens are over.
 */
export function endExecution(
  store: Store,
  place: { execution: number; previous: number; at: number },
  outcome: Outcome,
): void {
  const { execution, at } = place;
  const succeeded = outcome.status === 'SUCCEEDED';
  const output = succeeded ? JSON.stringify(outcome.output) : null;
  const error = succeeded ? null : (outcome.error ?? null);
  const cause = succeeded ? null : (outcome.cause ?? null);
  store.executions.end({ id: execution, status: outcome.status, stopped: at, output, error, cause });
  store.threads.removeAllOf(execution);
  store.tokens.closeAllOf(execution);
  const details = succeeded
    ? { output, outputDetails: { truncated: false } }
    : { ...(error === null ? {} : { error }), ...(cause === null ? {} : { cause }) };
  store.events.append(place, [executionEnded(outcome.status, details)]);
}
