import { z } from 'zod';
import type { TaskState } from '../definition.ts';
import { StateFault } from '../faults.ts';
import { taskStarted, taskSubmitted, taskSucceeded } from '../history.ts';
import { evaluate } from '../jsonata.ts';
import { leave } from '../leave.ts';
import { checkSize } from '../limits.ts';
import type { Move } from '../move.ts';
import { seconds } from '../numbers.ts';
import { afterFault } from '../retry-catch.ts';
import { arnOf, scopeOf, type Visit } from '../visit.ts';

const plain = 'invoke';
const withToken = 'invoke.waitForTaskToken';
const callSchema = z.strictObject({ FunctionName: z.string().min(1), Payload: z.unknown().optional() });

interface Call {
  readonly functionName: string;
  readonly payload: unknown;
}

const callOf = async (visit: Visit, state: TaskState, token: string | undefined): Promise<Call> => {
  const given = await evaluate(state.Arguments, scopeOf(visit, token === undefined ? {} : { token }));
  checkSize(given, `arguments of the state '${visit.thread.state}'`);
  const call = callSchema.safeParse(given);
  if (!call.success)
    throw new StateFault(
      'States.Runtime',
      'Arguments of lambda:invoke are FunctionName and Payload, and here nothing else',
    );
  const { FunctionName, Payload } = call.data;
  return { functionName: FunctionName, payload: Payload === undefined ? {} : Payload };
};

/** As Lambda reports a function's error: the name, and a cause that is JSON. */
const lambdaFault = (thrown: unknown): StateFault => {
  if (thrown instanceof StateFault) return thrown;
  const errorType = thrown instanceof Error ? thrown.name : 'Error';
  const errorMessage = thrown instanceof Error ? thrown.message : String(thrown);
  return new StateFault(errorType, JSON.stringify({ errorType, errorMessage, trace: [] }));
};

const invoke = async (visit: Visit, call: Call): Promise<unknown> => {
  const attemptKey = `${visit.thread.id}.${visit.thread.version}`;
  const context = { executionArn: arnOf(visit.execution), attemptKey: `${arnOf(visit.execution)}:${attemptKey}` };
  try {
    return (await visit.surroundings.invoke(call.functionName, call.payload, context)) ?? null;
  } catch (thrown) {
    throw lambdaFault(thrown);
  }
};

/** A function that hangs is a fault of the machine, not of the calendar: the limit is in real time. */
const within = async <T>(visit: Visit, limit: number | undefined, work: Promise<T>): Promise<T> => {
  if (limit === undefined) return work;
  let cancel = () => {};
  const timeout = new Promise<never>((_, reject) => {
    cancel = visit.surroundings.realTime.after(limit, () =>
      reject(new StateFault('States.Timeout', `'${visit.thread.state}' took longer than ${limit / 1000} seconds`)),
    );
  });
  return Promise.race([work, timeout]).finally(() => cancel());
};

const runPlain = async (visit: Visit, state: TaskState): Promise<Move> => {
  const limit = await seconds(visit, 'TimeoutSeconds', state.TimeoutSeconds);
  const call = await callOf(visit, state, undefined);
  const started = taskStarted({ resource: plain, parameters: call, token: undefined });
  try {
    const Payload = await within(visit, limit, invoke(visit, call));
    const result = { ExecutedVersion: '$LATEST', Payload, StatusCode: 200 };
    checkSize(result, `result of the state '${visit.thread.state}'`);
    const events = [...started, taskSucceeded(plain, result)];
    return await leave(visit, state, { known: { states: { result } }, output: result, events });
  } catch (thrown) {
    if (thrown instanceof StateFault) return afterFault(visit, thrown, started);
    throw thrown;
  }
};

/** The token is in the file before anybody can know it, so an answer always finds it. */
const awaitToken = async (visit: Visit, state: TaskState): Promise<Move> => {
  const now = visit.surroundings.clock.now();
  const timeoutMs = await seconds(visit, 'TimeoutSeconds', state.TimeoutSeconds);
  const heartbeatMs = (await seconds(visit, 'HeartbeatSeconds', state.HeartbeatSeconds)) ?? null;
  const token = visit.surroundings.newToken();
  const call = await callOf(visit, state, token);
  const times = {
    timeoutAt: timeoutMs === undefined ? null : now + timeoutMs,
    heartbeatAt: heartbeatMs === null ? null : now + heartbeatMs,
    heartbeatMs,
  };
  const events = taskStarted({ resource: withToken, parameters: call, token });
  return { kind: 'await-token', task: { token, ...call, dispatched: false, ...times }, events };
};

/** Task: calls a function; with a token, waits for somebody's answer after it. */
export async function runTask(visit: Visit, state: TaskState): Promise<Move> {
  const { signal, task } = visit.thread.body;
  if (signal?.kind === 'answered') {
    const events = [taskSucceeded(withToken, signal.output)];
    return leave(visit, state, { known: { states: { result: signal.output } }, output: signal.output, events });
  }
  if (task !== undefined) {
    await invoke(visit, task);
    return { kind: 'dispatched', events: [taskSubmitted(withToken)] };
  }
  return state.Resource.endsWith('.waitForTaskToken') ? awaitToken(visit, state) : runPlain(visit, state);
}
