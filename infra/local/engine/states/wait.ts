import type { WaitState } from '../definition.ts';
import { StateFault } from '../faults.ts';
import { evaluate } from '../jsonata.ts';
import { leave } from '../leave.ts';
import type { Move } from '../move.ts';
import { seconds } from '../numbers.ts';
import { scopeOf, type Visit } from '../visit.ts';

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const endOf = async (visit: Visit, state: WaitState): Promise<number> => {
  const now = visit.surroundings.clock.now();
  const length = await seconds(visit, 'Seconds', state.Seconds);
  if (length !== undefined) return now + length;
  const given = await evaluate(state.Timestamp, scopeOf(visit));
  const at = typeof given === 'string' && timestamp.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(at))
    throw new StateFault(
      'States.QueryEvaluationError',
      `Timestamp must be a time like 2026-06-01T09:00:00Z, not ${JSON.stringify(given)}`,
    );
  return at;
};

/** Wait: until a business time. A time already past is no wait. */
export async function runWait(visit: Visit, state: WaitState): Promise<Move> {
  if (visit.thread.body.signal?.kind !== 'elapsed') {
    const until = await endOf(visit, state);
    if (until > visit.surroundings.clock.now()) return { kind: 'wait', until, events: [] };
  }
  return leave(visit, state, { output: visit.thread.body.input });
}
