import type { PassState, SucceedState } from '../definition.ts';
import { leave } from '../leave.ts';
import type { Move } from '../move.ts';
import type { Visit } from '../visit.ts';

/** Pass and Succeed: the input, or the Output, goes on; after a Succeed nothing follows. */
export function runPass(visit: Visit, state: PassState | SucceedState): Promise<Move> {
  return leave(visit, state, { output: visit.thread.body.input });
}
