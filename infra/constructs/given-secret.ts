import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { GovernanceFunction } from './governance-function.ts';

export type GivenSecretProps = Pick<SecretProps, 'description' | 'generateSecretString' | 'secretStringValue'> & {
  readonly name: string;
  readonly key: IKey | undefined;
  /** Why no schedule rotates it. */
  readonly rotation: string;
};

/** A secret that functions read when they run, by name: its value is in no template and no environment. */
export class GivenSecret extends Secret {
  private readonly parameter: string;

  constructor(scope: Construct, id: string, { name, key, rotation, ...rest }: GivenSecretProps) {
    super(scope, id, { ...rest, secretName: name, encryptionKey: key, removalPolicy: RemovalPolicy.RETAIN });
    // Parameter Store reads Secrets Manager under this name, so that one client serves both (shared/lambda/secret.ts).
    this.parameter = `/aws/reference/secretsmanager/${name}`;
    acknowledge(this, 'AwsSolutions-SMG4', rotation);
  }

  /** The value a function's environment gets instead of the secret itself. */
  get reference(): string {
    return `ssm:${this.parameter}`;
  }

  /** Lets a function read this secret and no other. */
  allowReading(reader: GovernanceFunction): void {
    reader.allow(
      ['ssm:GetParameter'],
      [this.stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: this.parameter.slice(1) })],
    );
    reader.allow(['secretsmanager:GetSecretValue'], [this.secretArn]);
    if (this.encryptionKey) reader.allow(['kms:Decrypt'], [this.encryptionKey.keyArn]);
  }
}
