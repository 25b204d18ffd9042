import type { State } from './definition.ts';
import type { StateFault } from './faults.ts';

/** One event of an execution's history, under the names of the Step Functions API. */
export interface HistoryEvent {
  readonly type: string;
  /** The one member of the API's event that holds the details, or nothing. */
  readonly details: Readonly<Record<string, unknown>>;
}

const region = 'eu-west-2';

export function stateEntered(name: string, type: State['Type'], input: unknown): HistoryEvent {
  return {
    type: `${type}StateEntered`,
    details: { stateEnteredEventDetails: { name, input: JSON.stringify(input), inputDetails: { truncated: false } } },
  };
}

export function stateExited(name: string, type: State['Type'], output: unknown): HistoryEvent {
  return {
    type: `${type}StateExited`,
    details: { stateExitedEventDetails: { name, output: JSON.stringify(output), outputDetails: { truncated: false } } },
  };
}

/** The call of a function. The task token is a key to somebody's answer: it stays out of the history. */
export function taskStarted(call: {
  resource: string;
  parameters: unknown;
  token: string | undefined;
}): HistoryEvent[] {
  const json = JSON.stringify(call.parameters);
  const parameters = call.token === undefined ? json : json.replaceAll(call.token, '(task token)');
  const kind = { resourceType: 'lambda', resource: call.resource };
  return [
    { type: 'TaskScheduled', details: { taskScheduledEventDetails: { ...kind, region, parameters } } },
    { type: 'TaskStarted', details: { taskStartedEventDetails: kind } },
  ];
}

export function taskSubmitted(resource: string): HistoryEvent {
  return { type: 'TaskSubmitted', details: { taskSubmittedEventDetails: { resourceType: 'lambda', resource } } };
}

export function taskSucceeded(resource: string, output: unknown): HistoryEvent {
  const details = { resourceType: 'lambda', resource, output: JSON.stringify(output) };
  return { type: 'TaskSucceeded', details: { taskSucceededEventDetails: details } };
}

const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/** What the history says of a fault in a state: which state failed, or which expression. */
export function stateFailed(name: string, state: State, fault: StateFault): HistoryEvent[] {
  const why = { error: fault.name, cause: fault.message };
  if (fault.name === 'States.QueryEvaluationError')
    return [{ type: 'EvaluationFailed', details: { evaluationFailedEventDetails: { ...why, state: name } } }];
  if (state.Type === 'Map') return [{ type: 'MapStateFailed', details: {} }];
  if (state.Type === 'Parallel') return [{ type: 'ParallelStateFailed', details: {} }];
  if (state.Type !== 'Task') return [];
  const details = { resourceType: 'lambda', resource: state.Resource.split(':::lambda:')[1], ...why };
  return timeouts.has(fault.name)
    ? [{ type: 'TaskTimedOut', details: { taskTimedOutEventDetails: details } }]
    : [{ type: 'TaskFailed', details: { taskFailedEventDetails: details } }];
}

export function fanOutStarted(state: State, length: number): HistoryEvent {
  return state.Type === 'Map'
    ? { type: 'MapStateStarted', details: { mapStateStartedEventDetails: { length } } }
    : { type: 'ParallelStateStarted', details: {} };
}

export function fanOutSucceeded(state: State): HistoryEvent {
  return { type: `${state.Type}StateSucceeded`, details: {} };
}

export function iteration(
  outcome: 'Started' | 'Succeeded' | 'Failed' | 'Aborted',
  name: string,
  index: number,
): HistoryEvent {
  return { type: `MapIteration${outcome}`, details: { [`mapIteration${outcome}EventDetails`]: { name, index } } };
}

export function executionStarted(input: string): HistoryEvent {
  const details = { input, inputDetails: { truncated: false } };
  return { type: 'ExecutionStarted', details: { executionStartedEventDetails: details } };
}

const endingTypes = {
  SUCCEEDED: ['ExecutionSucceeded', 'executionSucceededEventDetails'],
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
} as const;

export function executionEnded(
  status: keyof typeof endingTypes,
  details: Readonly<Record<string, unknown>>,
): HistoryEvent {
  const [type, member] = endingTypes[status];
  return { type, details: { [member]: details } };
}
