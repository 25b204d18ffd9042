import type { FailState } from '../definition.ts';
import { StateFault } from '../faults.ts';
import { evaluate } from '../jsonata.ts';
import type { Move } from '../move.ts';
import { scopeOf, type Visit } from '../visit.ts';

/** Fail: ends the thread with the error it names. */
export async function runFail(visit: Visit, state: FailState): Promise<Move> {
  const scope = scopeOf(visit);
  const name = await evaluate(state.Error ?? 'States.Fail', scope);
  const cause = await evaluate(state.Cause ?? '', scope);
  if (typeof name !== 'string' || typeof cause !== 'string')
    throw new StateFault('States.QueryEvaluationError', 'Error and Cause must be strings');
  return { kind: 'fail', fault: new StateFault(name, cause), events: [] };
}
