import type { MapState, ParallelState } from '../definition.ts';
import { StateFault } from '../faults.ts';
import { fanOutStarted, fanOutSucceeded } from '../history.ts';
import { evaluate } from '../jsonata.ts';
import { leave } from '../leave.ts';
import { checkSize, mostIterationsAtOnce } from '../limits.ts';
import type { Move, NewChild } from '../move.ts';
import { wholeNumber } from '../numbers.ts';
import type { FanOut } from '../rows/thread.ts';
import { scopeOf, type Visit } from '../visit.ts';

const collect = (visit: Visit, state: MapState | ParallelState): Promise<Move> => {
  const result = visit.surroundings.resultsOf(visit.thread.id);
  const events = [fanOutSucceeded(state)];
  return leave(visit, state, { known: { states: { result } }, output: result, events });
};

const itemsOf = async (visit: Visit, state: MapState): Promise<unknown[]> => {
  const items = state.Items === undefined ? visit.thread.body.input : await evaluate(state.Items, scopeOf(visit));
  if (!Array.isArray(items))
    throw new StateFault('States.QueryEvaluationError', `The items of '${visit.thread.state}' are not an array`);
  return items;
};

const percentageOf = async (visit: Visit, state: MapState): Promise<number | undefined> => {
  if (state.ToleratedFailurePercentage === undefined) return undefined;
  const given = await evaluate(state.ToleratedFailurePercentage, scopeOf(visit));
  if (typeof given !== 'number' || given < 0 || given > 100)
    throw new StateFault('States.QueryEvaluationError', 'ToleratedFailurePercentage must be a number from 0 to 100');
  return given;
};

/** With both a count and a percentage, the one that tolerates less decides, as on AWS. */
const toleranceOf = async (
  visit: Visit,
  state: MapState,
  items: number,
): Promise<Pick<FanOut, 'tolerated' | 'toleranceGiven'>> => {
  const count = await wholeNumber(visit, 'ToleratedFailureCount', state.ToleratedFailureCount);
  const percentage = await percentageOf(visit, state);
  const given = [count, percentage === undefined ? undefined : Math.floor((items * percentage) / 100)].filter(
    (limit) => limit !== undefined,
  );
  return { tolerated: given.length === 0 ? 0 : Math.min(...given), toleranceGiven: given.length > 0 };
};

const childOf = async (visit: Visit, state: MapState, item: { Index: number; Value: unknown }): Promise<NewChild> => {
  const input =
    state.ItemSelector === undefined ? item.Value : await evaluate(state.ItemSelector, scopeOf(visit, { item }));
  checkSize(input, `input of iteration ${item.Index} of '${visit.thread.state}'`);
  return { startAt: state.ItemProcessor.StartAt, branch: 0, input, item };
};

/** Map: one line for each item, at most 40 at once; the result is the array of their outputs. */
export async function runMap(visit: Visit, state: MapState): Promise<Move> {
  if (visit.thread.body.signal?.kind === 'joined') return collect(visit, state);
  const items = await itemsOf(visit, state);
  const started = fanOutStarted(state, items.length);
  if (items.length === 0) {
    const events = [started, fanOutSucceeded(state)];
    return leave(visit, state, { known: { states: { result: [] } }, output: [], events });
  }
  const wanted = await wholeNumber(visit, 'MaxConcurrency', state.MaxConcurrency);
  const atOnce = Math.min(wanted || mostIterationsAtOnce, mostIterationsAtOnce);
  const tolerance = await toleranceOf(visit, state, items.length);
  const children = await Promise.all(items.map((Value, Index) => childOf(visit, state, { Index, Value })));
  return { kind: 'fan-out', fanOut: { count: items.length, atOnce, ...tolerance }, children, events: [started] };
}

/** Parallel: every branch at once with the same input; the result is the array of their outputs. */
export async function runParallel(visit: Visit, state: ParallelState): Promise<Move> {
  if (visit.thread.body.signal?.kind === 'joined') return collect(visit, state);
  const input =
    state.Arguments === undefined ? visit.thread.body.input : await evaluate(state.Arguments, scopeOf(visit));
  checkSize(input, `arguments of the state '${visit.thread.state}'`);
  const count = state.Branches.length;
  const children = state.Branches.map(({ StartAt }, branch) => ({
    startAt: StartAt,
    branch,
    input,
    item: visit.thread.body.item,
  }));
  const fanOut = { count, atOnce: count, tolerated: 0, toleranceGiven: false };
  return { kind: 'fan-out', fanOut, children, events: [fanOutStarted(state, count)] };
}
