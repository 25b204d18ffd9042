import { z } from 'zod';

/**
 * The part of the Amazon States Language this engine implements: JSONata only. The objects are strict, so these tables
 * of fields are also the refusal: a field that is not written here is not accepted anywhere.
 */
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a number or a {% JSONata %} expression');
const count = z.union([z.number().int().min(0), expression]);
const template = z.unknown().optional();
const assign = z.record(z.string(), z.unknown()).optional();
const errorNames = z.array(z.string().min(1)).min(1);

const common = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
};
const successor = { Next: z.string().optional(), End: z.literal(true).optional() };

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorNames,
  IntervalSeconds: z.number().int().min(1).optional(),
  MaxAttempts: z.number().int().min(0).max(99_999_999).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.number().int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorNames,
  Next: z.string(),
  Assign: assign,
  Output: template,
});
const rescue = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const task = z.strictObject({
  Type: z.literal('Task'),
  ...common,
  ...successor,
  ...rescue,
  Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
  Arguments: z.union([
    expression,
    z.strictObject({ FunctionName: z.string().min(1), Payload: z.unknown().optional() }),
  ]),
  TimeoutSeconds: count.optional(),
  HeartbeatSeconds: count.optional(),
  Assign: assign,
  Output: template,
});
const pass = z.strictObject({
  Type: z.literal('Pass'),
  ...common,
  ...successor,
  Assign: assign,
  Output: template,
});
const rule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.boolean(), expression]),
  Next: z.string(),
  Assign: assign,
  Output: template,
});
const choice = z.strictObject({
  Type: z.literal('Choice'),
  ...common,
  Choices: z.array(rule).min(1),
  Default: z.string().optional(),
  Assign: assign,
  Output: template,
});
const wait = z.strictObject({
  Type: z.literal('Wait'),
  ...common,
  ...successor,
  Seconds: count.optional(),
  Timestamp: z.string().optional(),
  Assign: assign,
  Output: template,
});
const succeed = z.strictObject({ Type: z.literal('Succeed'), ...common, Output: template });
const fail = z.strictObject({
  Type: z.literal('Fail'),
  ...common,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});

/** The states inside a Map or a branch of a Parallel. */
export interface InnerMachine {
  readonly StartAt: string;
  readonly States: Record<string, State>;
}
const innerFields = { Comment: z.string().optional(), StartAt: z.string() };
const branch: z.ZodType<InnerMachine> = z.lazy(() =>
  z.strictObject({ ...innerFields, States: z.record(z.string(), state) }),
);
const itemProcessor: z.ZodType<InnerMachine> = z.lazy(() =>
  z.strictObject({
    ...innerFields,
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
    States: z.record(z.string(), state),
  }),
);

const map = z.strictObject({
  Type: z.literal('Map'),
  ...common,
  ...successor,
  ...rescue,
  Items: z.union([z.array(z.unknown()), expression]).optional(),
  ItemSelector: template,
  ItemProcessor: itemProcessor,
  MaxConcurrency: count.optional(),
  ToleratedFailureCount: count.optional(),
  ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
  Assign: assign,
  Output: template,
});
const parallel = z.strictObject({
  Type: z.literal('Parallel'),
  ...common,
  ...successor,
  ...rescue,
  Branches: z.array(branch).min(1),
  Arguments: template,
  Assign: assign,
  Output: template,
});

const state = z.discriminatedUnion('Type', [task, pass, choice, wait, succeed, fail, map, parallel]);

export const machineSchema = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  StartAt: z.string(),
  TimeoutSeconds: z.number().int().min(1).max(99_999_999).optional(),
  States: z.record(z.string(), state),
});

export type TaskState = z.infer<typeof task>;
export type PassState = z.infer<typeof pass>;
export type ChoiceState = z.infer<typeof choice>;
export type WaitState = z.infer<typeof wait>;
export type SucceedState = z.infer<typeof succeed>;
export type FailState = z.infer<typeof fail>;
export type MapState = z.infer<typeof map>;
export type ParallelState = z.infer<typeof parallel>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type State = z.infer<typeof state>;
export type Machine = z.infer<typeof machineSchema>;

/** The machines inside a state: a Map's processor, a Parallel's branches. */
export function innerMachines(of: State): readonly InnerMachine[] {
  if (of.Type === 'Map') return [of.ItemProcessor];
  return of.Type === 'Parallel' ? of.Branches : [];
}
