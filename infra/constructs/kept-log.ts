import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** A log that is kept for three months: long enough to explain a missed reminder, not long enough to become a record. */
export class KeptLog extends Construct {
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { name, key }: { name?: string; key: IKey | undefined }) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Group', {
      logGroupName: name,
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
