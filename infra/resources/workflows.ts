import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { functions, workflowNames } from '../../functions/index.ts';
import { GovernanceWorkflow } from '../constructs/governance-workflow.ts';
import type { GovernanceFunctions } from './functions.ts';

export type Workflows = Readonly<Record<string, GovernanceWorkflow>>;

const machineName = (name: string): string => `quorate-${name}`;

const arn = (scope: Construct, resource: string, name: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource,
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Name → ARN of each workflow, known before any is made: workflows call functions, and some functions start workflows. */
export function workflowArns(scope: Construct): Readonly<Record<string, string>> {
  return Object.fromEntries(workflowNames.map((name) => [name, arn(scope, 'stateMachine', machineName(name))]));
}

/** Makes a state machine of each workflow file, and lets the functions that may start and answer them do so. */
export function makeWorkflows(scope: Construct, steps: GovernanceFunctions, key: IKey | undefined): Workflows {
  const made = workflowNames.map((name) => {
    const workflow = new GovernanceWorkflow(scope, { name, machineName: machineName(name), steps, key });
    return [name, workflow] as const;
  });
  for (const { name } of functions.filter((entry) => entry.workflows)) letStartAndAnswer(scope, steps, name);
  return Object.fromEntries(made);
}

const letStartAndAnswer = (scope: Construct, steps: GovernanceFunctions, name: string): void => {
  const starter = steps[name];
  const machines = Object.values(workflowArns(scope));
  starter?.allow(['states:StartExecution', 'states:SendTaskSuccess'], machines);
  const executions = workflowNames.map((workflow) => arn(scope, 'execution', `${machineName(workflow)}:*`));
  starter?.allow(['states:DescribeExecution'], executions);
  for (const execution of executions)
    starter?.accept(
      `AwsSolutions-IAM5[Resource::${execution}]`,
      'Executions are named as they start; the grant ends at the workflows of this deployment.',
    );
};
