import { z } from 'zod';
import type { Engine, ExecutionDescription } from './engine.ts';
import { RequestRefused } from './faults.ts';
import { machineArn, machineOfArn } from './names.ts';
import { json, page, paged, pageSize, seal, unseal } from './paging.ts';
import { executionStatuses } from './rows/execution.ts';

/** One operation of the API: reads the request strictly and answers what AWS answers. */
type Operation = (engine: Engine, request: unknown) => Record<string, unknown>;

const operation =
  <S extends z.ZodType>(schema: S, run: (engine: Engine, request: z.infer<S>) => Record<string, unknown>): Operation =>
  (engine, request) => {
    const parsed = schema.safeParse(request);
    if (parsed.success) return run(engine, parsed.data);
    const [issue] = parsed.error.issues;
    throw new RequestRefused(
      'ValidationException',
      `${issue?.path.join('.') || 'request'}: ${issue?.message ?? 'not valid'}`,
    );
  };

// The protocol's timestamps are seconds with a fraction.
const stamp = (milliseconds: number) => milliseconds / 1000;
const optionalStamp = (name: string, at: number | null) => (at === null ? {} : { [name]: stamp(at) });

const included = z.enum(['ALL_DATA', 'METADATA_ONLY']).optional();

const summary = (e: ExecutionDescription) => ({
  executionArn: e.arn,
  stateMachineArn: machineArn(e.machine),
  name: e.name,
  status: e.status,
  startDate: stamp(e.started),
  ...optionalStamp('stopDate', e.stopped),
  redriveCount: 0,
});

const dataOf = (e: ExecutionDescription) => ({
  input: e.input,
  inputDetails: { included: true },
  ...(e.output === null ? {} : { output: e.output, outputDetails: { included: true } }),
  ...(e.error === null ? {} : { error: e.error }),
  ...(e.cause === null ? {} : { cause: e.cause }),
});

const startExecution = operation(
  z.strictObject({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().optional() }),
  (engine, { stateMachineArn, name, input = '{}' }) => {
    const value = json(input, 'InvalidExecutionInput');
    const started = engine.start(machineOfArn(stateMachineArn), { name, input: value });
    return { executionArn: started.arn, startDate: stamp(started.started) };
  },
);

const describeExecution = operation(
  z.strictObject({ executionArn: z.string(), includedData: included }),
  (engine, { executionArn, includedData }) => {
    const execution = engine.describe(executionArn);
    return { ...summary(execution), ...(includedData === 'METADATA_ONLY' ? {} : dataOf(execution)) };
  },
);

const listExecutions = operation(
  z.strictObject({ stateMachineArn: z.string(), statusFilter: z.enum(executionStatuses).optional(), ...page }),
  (engine, { stateMachineArn, statusFilter: status, maxResults, nextToken }) => {
    const { name: machine } = engine.machine(machineOfArn(stateMachineArn));
    const query = `executions ${machine} ${status ?? ''}`;
    const limit = pageSize(maxResults);
    const found = engine.list({ machine, status, before: unseal(query, nextToken), limit: limit + 1 });
    const { items, ...rest } = paged(found, limit, (last) => seal(query, last.id));
    return { executions: items.map(summary), ...rest };
  },
);

const dataFields = new Set(['input', 'output', 'parameters', 'inputDetails', 'outputDetails']);
const withoutData = (details: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(details).map(([member, value]) => [
      member,
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).filter(([field]) => !dataFields.has(field)))
        : value,
    ]),
  );

const getExecutionHistory = operation(
  z.strictObject({
    executionArn: z.string(),
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.boolean().optional(),
    ...page,
  }),
  (engine, { executionArn, reverseOrder: reverse = false, includeExecutionData = true, maxResults, nextToken }) => {
    const query = `history ${executionArn} ${reverse}`;
    const limit = pageSize(maxResults);
    const found = engine.history(executionArn, { after: unseal(query, nextToken), limit: limit + 1, reverse });
    const { items, ...rest } = paged(found, limit, (last) => seal(query, last.id));
    const events = items.map(({ id, previous, at, type, details }) => ({
      id,
      previousEventId: previous,
      timestamp: stamp(at),
      type,
      ...(includeExecutionData ? details : withoutData(details)),
    }));
    return { events, ...rest };
  },
);

const stopExecution = operation(
  z.strictObject({
    executionArn: z.string(),
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  }),
  (engine, { executionArn, error, cause }) => ({ stopDate: stamp(engine.stop(executionArn, { error, cause })) }),
);

const sendTaskSuccess = operation(
  z.strictObject({ taskToken: z.string().max(2048), output: z.string() }),
  (engine, { taskToken, output }) => {
    engine.succeedTask(taskToken, json(output, 'InvalidOutput'));
    return {};
  },
);

const sendTaskFailure = operation(
  z.strictObject({
    taskToken: z.string().max(2048),
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  }),
  (engine, { taskToken, error = '', cause = '' }) => {
    engine.failTask(taskToken, { error, cause });
    return {};
  },
);

const sendTaskHeartbeat = operation(z.strictObject({ taskToken: z.string().max(2048) }), (engine, { taskToken }) => {
  engine.heartbeatTask(taskToken);
  return {};
});

const machineSummary = (name: string, created: number) => ({
  stateMachineArn: machineArn(name),
  name,
  type: 'STANDARD',
  creationDate: stamp(created),
});

const describeStateMachine = operation(
  z.strictObject({ stateMachineArn: z.string(), includedData: included }),
  (engine, { stateMachineArn, includedData }) => {
    const { name, created, definition } = engine.machine(machineOfArn(stateMachineArn));
    const text = includedData === 'METADATA_ONLY' ? {} : { definition: JSON.stringify(definition) };
    // There are no roles on one machine; the API's answer always names one.
    const roleArn = 'arn:aws:iam::000000000000:role/local';
    return { ...machineSummary(name, created), status: 'ACTIVE', roleArn, ...text };
  },
);

const listStateMachines = operation(z.strictObject(page), (engine, { maxResults, nextToken }) => {
  const limit = pageSize(maxResults);
  const after = unseal('machines', nextToken) ?? 0;
  const found = engine.machines().slice(after, after + limit + 1);
  const { items, ...rest } = paged(found, limit, () => seal('machines', after + limit));
  return { stateMachines: items.map(({ name, created }) => machineSummary(name, created)), ...rest };
});

/** The operations of the Step Functions API that the local host has; any other is answered as unknown. */
export const operations: Readonly<Record<string, Operation>> = {
  StartExecution: startExecution,
  DescribeExecution: describeExecution,
  ListExecutions: listExecutions,
  GetExecutionHistory: getExecutionHistory,
  StopExecution: stopExecution,
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
  DescribeStateMachine: describeStateMachine,
  ListStateMachines: listStateMachines,
};
