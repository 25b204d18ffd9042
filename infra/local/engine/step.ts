import { faultOf, StateFault } from './faults.ts';
import type { Move } from './move.ts';
import { afterFault } from './retry-catch.ts';
import { runChoice } from './states/choice.ts';
import { runFail } from './states/fail.ts';
import { runMap, runParallel } from './states/fan-out.ts';
import { runPass } from './states/pass.ts';
import { runTask } from './states/task.ts';
import { runWait } from './states/wait.ts';
import type { Visit } from './visit.ts';

const runState = async (visit: Visit): Promise<Move> => {
  const { state } = visit;
  switch (state.Type) {
    case 'Task':
      return runTask(visit, state);
    case 'Pass':
    case 'Succeed':
      return runPass(visit, state);
    case 'Choice':
      return runChoice(visit, state);
    case 'Wait':
      return runWait(visit, state);
    case 'Fail':
      return runFail(visit, state);
    case 'Map':
      return runMap(visit, state);
    case 'Parallel':
      return runParallel(visit, state);
  }
};

/** Decides what a thread does next in the state it is in. Writes nothing; calls the state's function if it has one. */
export async function step(visit: Visit): Promise<Move> {
  const { signal } = visit.thread.body;
  try {
    if (signal?.kind === 'fault') throw new StateFault(signal.error, signal.cause);
    return await runState(visit);
  } catch (thrown) {
    return afterFault(visit, faultOf(thrown));
  }
}
