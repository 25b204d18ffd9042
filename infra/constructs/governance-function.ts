import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionEntry } from '../../functions/index.ts';
import { acknowledge } from './acknowledge.ts';
import { KeptLog } from './kept-log.ts';

export type GovernanceFunctionProps = {
  readonly entry: FunctionEntry;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly key: IKey | undefined;
};

/** One line of the registry as a Lambda: a role that may write its own log and nothing else, until it is granted more. */
export class GovernanceFunction extends LambdaFunction {
  constructor(scope: Construct, { entry, code, environment, key }: GovernanceFunctionProps) {
    const { logGroup } = new KeptLog(scope, `${entry.name}Log`, { key });
    const role = new Role(scope, `${entry.name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, entry.name, {
      description: entry.file,
      code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      // A compiled program that it brings along is for this processor only.
      architecture: entry.brings ? Architecture.X86_64 : Architecture.ARM_64,
      timeout: Duration.seconds(entry.timeoutSeconds),
      memorySize: entry.memoryMb,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
      role,
      logGroup,
    });
  }

  /** Accepts a finding about what the function may do. */
  accept(id: string, reason: string): void {
    acknowledge(this.role ?? this, id, reason);
  }

  /** Lets the function do exactly these things to exactly these resources. */
  allow(actions: string[], resources: string[], conditions?: Record<string, unknown>): void {
    this.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions, resources, ...(conditions ? { conditions } : {}) }),
    );
  }
}
