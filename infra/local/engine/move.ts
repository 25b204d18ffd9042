import type { StateFault } from './faults.ts';
import type { HistoryEvent } from './history.ts';
import type { FanOut, PendingTask } from './rows/thread.ts';

/** A line to be started by a Map or a Parallel. */
export interface NewChild {
  readonly startAt: string;
  /** Which branch of a Parallel; 0 for a Map. */
  readonly branch: number;
  readonly input: unknown;
  readonly item: { Index: number; Value: unknown } | undefined;
}

/**
 * What a state decided: the whole of the next transition, as data. Deciding (evaluating expressions, calling functions)
 * takes time and touches nothing; the transition that follows is one transaction.
 */
export type Move = { readonly events: readonly HistoryEvent[] } & (
  | {
      readonly kind: 'advance';
      readonly next: string;
      readonly output: unknown;
      readonly variables: Record<string, unknown>;
    }
  | { readonly kind: 'end'; readonly output: unknown }
  | { readonly kind: 'fail'; readonly fault: StateFault }
  /** Until a business time, epoch milliseconds. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Until a real time, epoch milliseconds. */
  | { readonly kind: 'back-off'; readonly until: number; readonly retries: number[] }
  | { readonly kind: 'await-token'; readonly task: PendingTask }
  | { readonly kind: 'dispatched' }
  | { readonly kind: 'fan-out'; readonly fanOut: FanOut; readonly children: readonly NewChild[] }
);
