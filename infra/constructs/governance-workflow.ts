import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { repository } from '../bundle-functions.ts';
import { acknowledge } from './acknowledge.ts';
import type { GovernanceFunction } from './governance-function.ts';
import { KeptLog } from './kept-log.ts';

export type GovernanceWorkflowProps = {
  readonly name: string;
  /** The name of the state machine: fixed, so that functions which the workflow calls can be told of it. */
  readonly machineName: string;
  readonly steps: Readonly<Record<string, GovernanceFunction>>;
  readonly key: IKey | undefined;
};

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** The text of a workflow file, the very one that the one-machine host runs. */
export function readWorkflow(name: string): string {
  return readFileSync(join(repository, 'workflows', `${name}.asl.json`), 'utf8');
}

/** The `${Name}`s of a workflow: the functions that its tasks call. */
export function placeholdersOf(definition: string): readonly string[] {
  return [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

const stepsOf = ({ name, steps }: GovernanceWorkflowProps, definition: string): [string, GovernanceFunction][] =>
  placeholdersOf(definition).map((placeholder) => {
    const step = steps[placeholder];
    if (!step) throw new Error(`workflows/${name}.asl.json asks for \${${placeholder}}, which is not in the registry`);
    return [placeholder, step];
  });

/** A process from its file, allowed to call just the functions that the file names. Its log never holds what was said. */
export class GovernanceWorkflow extends StateMachine {
  constructor(scope: Construct, props: GovernanceWorkflowProps) {
    const definition = readWorkflow(props.name);
    const steps = stepsOf(props, definition);
    const id = pascal(props.name);
    const logName = `/aws/vendedlogs/states/${props.machineName}`;
    super(scope, id, {
      stateMachineName: props.machineName,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(steps.map(([name, step]) => [name, step.functionArn])),
      tracingEnabled: true,
      logs: {
        destination: new KeptLog(scope, `${id}Log`, { name: logName, key: props.key }).logGroup,
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    this.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['lambda:InvokeFunction'],
        resources: steps.map(([, step]) => step.functionArn),
      }),
    );
    acknowledge(
      this,
      'AwsSolutions-IAM5[Resource::*]',
      'Delivering logs and traces can only be granted on every resource; the workflow calls functions by name alone.',
    );
  }
}
