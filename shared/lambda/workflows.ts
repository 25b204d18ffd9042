import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';

/** Starting and answering workflows, wherever they run. */
export type Workflows = {
  /** Starts one execution under a name; the same name again is the same execution. */
  start(workflow: string, name: string, input: Record<string, unknown>): Promise<void>;
  /** Is this execution still running? One that is not known is not. */
  isRunning(executionArn: string): Promise<boolean>;
  /** Answers a waiting task. `over` when it had already ended one way or another. */
  answer(token: string, output: Record<string, unknown>): Promise<'answered' | 'over'>;
};

const over = [
  'TaskTimedOut',
  'TaskDoesNotExist',
  'InvalidToken',
  'TaskTimedOutException',
  'TaskDoesNotExistException',
  'InvalidTokenException',
];

const named = (fault: unknown): string => (fault instanceof Error ? fault.name : '');

/** Opens the workflows by the ARNs that the configuration gives. */
export function openWorkflows(arns: Record<string, string>, client: SFNClient = new SFNClient({})): Workflows {
  return {
    async start(workflow, name, input) {
      const stateMachineArn = arns[workflow];
      if (!stateMachineArn) throw new Error(`No workflow is configured as ${workflow}`);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      } catch (fault) {
        if (!named(fault).startsWith('ExecutionAlreadyExists')) throw fault;
      }
    },
    async isRunning(executionArn) {
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING';
      } catch (fault) {
        if (named(fault).startsWith('ExecutionDoesNotExist')) return false;
        throw fault;
      }
    },
    async answer(taskToken, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
        return 'answered';
      } catch (fault) {
        if (over.includes(named(fault))) return 'over';
        throw fault;
      }
    },
  };
}
