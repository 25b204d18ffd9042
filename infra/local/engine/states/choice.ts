import type { ChoiceState } from '../definition.ts';
import { StateFault } from '../faults.ts';
import { evaluate } from '../jsonata.ts';
import { type Exit, leave } from '../leave.ts';
import type { Move } from '../move.ts';
import { scopeOf, type Visit } from '../visit.ts';

const firstThatHolds = async (visit: Visit, state: ChoiceState): Promise<Exit | undefined> => {
  const scope = scopeOf(visit);
  for (const rule of state.Choices) {
    const holds = await evaluate(rule.Condition, scope);
    if (typeof holds !== 'boolean')
      throw new StateFault('States.QueryEvaluationError', `The condition ${rule.Condition} is neither true nor false`);
    if (holds) return rule;
  }
  return undefined;
};

/** Choice: the first rule that holds says where to; its own Assign and Output apply, the state's only with Default. */
export async function runChoice(visit: Visit, state: ChoiceState): Promise<Move> {
  const rule = await firstThatHolds(visit, state);
  if (rule === undefined && state.Default === undefined)
    throw new StateFault('States.NoChoiceMatched', `No rule of '${visit.thread.state}' holds and it has no Default`);
  const exit = rule ?? { Assign: state.Assign, Output: state.Output, Next: state.Default };
  return leave(visit, exit, { output: visit.thread.body.input });
}
