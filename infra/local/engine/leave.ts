import type { HistoryEvent } from './history.ts';
import { evaluate } from './jsonata.ts';
import { checkSize } from './limits.ts';
import type { Move } from './move.ts';
import { type Known, scopeOf, type Visit } from './visit.ts';

/** The fields of a state, of a rule of a Choice, or of a Catch, that say how it is left. */
export interface Exit {
  readonly Assign?: Record<string, unknown> | undefined;
  readonly Output?: unknown;
  readonly Next?: string | undefined;
}

export interface Leaving {
  readonly known?: Known;
  /** The output when the definition gives none. */
  readonly output: unknown;
  readonly events?: readonly HistoryEvent[];
}

/**
 * Leaves a state. Output and Assign are both evaluated with the variables as they were on entering.
 * Throws `States.QueryEvaluationError` and `States.DataLimitExceeded`.
 */
export async function leave(visit: Visit, exit: Exit, leaving: Leaving): Promise<Move> {
  const scope = scopeOf(visit, leaving.known);
  const output = exit.Output === undefined ? leaving.output : await evaluate(exit.Output, scope);
  checkSize(output, `output of the state '${visit.thread.state}'`);
  const assigned = exit.Assign === undefined ? {} : await evaluate(exit.Assign, scope);
  checkSize(assigned, `variables assigned by the state '${visit.thread.state}'`);
  const events = leaving.events ?? [];
  if (exit.Next === undefined) return { kind: 'end', output, events };
  const variables = { ...visit.thread.body.variables, ...(typeof assigned === 'object' ? assigned : {}) };
  return { kind: 'advance', next: exit.Next, output, variables, events };
}
