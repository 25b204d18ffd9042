import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Where deliveries go that failed too often. They hold keys and ids, never text, and stay for the longest time there is. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, { enforceSSL: true, encryption: QueueEncryption.SQS_MANAGED, retentionPeriod: Duration.days(14) });
    acknowledge(this, 'AwsSolutions-SQS3', 'This queue is where failed deliveries end; an alarm watches it.');
  }
}
