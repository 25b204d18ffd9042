import { randomUUID } from 'node:crypto';
import type { Machine } from './definition.ts';
import { endExecution } from './ending.ts';
import { RequestRefused } from './faults.ts';
import { executionStarted, stateEntered } from './history.ts';
import { isTooLarge, longestExecution } from './limits.ts';
import { checkExecutionName, executionOfArn, machineArn } from './names.ts';
import type { ExecutionRow } from './rows/execution.ts';
import type { Store } from './store.ts';
import { stateNamed } from './visit.ts';

/** What to start: the machine, the execution's name (made up when not given) and its input. */
export interface NewExecution {
  readonly machine: string;
  readonly name: string | undefined;
  readonly input: unknown;
}

const add = (
  store: Store,
  definition: Machine,
  wanted: { machine: string; name: string; input: string },
  at: number,
) => {
  const limit = (definition.TimeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const id = store.executions.add({
    ...wanted,
    definition: store.executions.keepDefinition(definition),
    started: at,
    deadline: at + Math.min(limit, longestExecution),
  });
  const input: unknown = JSON.parse(wanted.input);
  const { Type } = stateNamed(definition, definition.StartAt);
  const lastEvent = store.events.append({ execution: id, previous: 0, at }, [
    executionStarted(wanted.input),
    stateEntered(definition.StartAt, Type, input),
  ]);
  return store.threads.add({
    execution: id,
    parent: null,
    position: 0,
    path: '[]',
    state: definition.StartAt,
    status: 'ready',
    version: 1,
    due: null,
    resume: null,
    body: { input, variables: {}, enteredAt: at, retries: [], lastEvent },
  });
};

/** The same name with the same input, while it runs, is the same execution; anything else of that name is refused. */
const already = (row: ExecutionRow, input: string): ExecutionRow => {
  if (row.status === 'RUNNING' && row.input === input) return row;
  throw new RequestRefused('ExecutionAlreadyExists', `Execution Already Exists: '${row.name}'`);
};

/**
 * Starts an execution, as one transaction; `at` is business time. Answers its row and the thread to wake (none when it
 * was running already). Throws `StateMachineDoesNotExist`, `InvalidName`, `InvalidExecutionInput`, `ExecutionAlreadyExists`.
 */
export function startExecution(
  store: Store,
  machines: ReadonlyMap<string, Machine>,
  { machine, name = randomUUID(), input }: NewExecution,
  at: number,
): { row: ExecutionRow; wake: number | undefined } {
  const definition = machines.get(machine);
  if (definition === undefined)
    throw new RequestRefused('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn(machine)}'`);
  checkExecutionName(name);
  const json = JSON.stringify(input === undefined ? {} : input);
  if (isTooLarge(json)) throw new RequestRefused('InvalidExecutionInput', 'Invalid Input: larger than 262144 bytes');
  const found = store.executions.find(machine, name);
  if (found !== undefined) return { row: already(found, json), wake: undefined };
  return store.write('start', () => {
    const wake = add(store, definition, { machine, name, input: json }, at);
    const row = store.executions.find(machine, name);
    if (row === undefined) throw new Error('An execution just written is not there');
    return { row, wake };
  });
}

/** The execution of that ARN. Throws `InvalidArn` and `ExecutionDoesNotExist`. */
export function executionAt(store: Store, arn: string): ExecutionRow {
  const { machine, name } = executionOfArn(arn);
  const row = store.executions.find(machine, name);
  if (row === undefined) throw new RequestRefused('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return row;
}

/** Stops an execution, as one transaction; one that is over stays as it is. Answers when it stopped, business time. */
export function stopExecution(
  store: Store,
  arn: string,
  why: { error: string | undefined; cause: string | undefined },
  at: number,
): number {
  const row = executionAt(store, arn);
  if (row.status !== 'RUNNING') return row.stopped ?? at;
  store.write('stop', () => {
    endExecution(
      store,
      { execution: row.id, previous: store.events.latest(row.id), at },
      { status: 'ABORTED', ...why },
    );
  });
  return at;
}
