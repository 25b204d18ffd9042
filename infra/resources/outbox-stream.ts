import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { functions } from '../../functions/index.ts';
import { OUTBOX_PREFIX } from '../../shared/store/table-definition.ts';
import { DeadLetters } from '../constructs/dead-letters.ts';
import type { GovernanceFunctions } from './functions.ts';

/**
 * Wakes the functions that relay the outbox. What fails again and again ends in the queue; the sweep finds it all the same,
 * because an outbox item stays until it is handled.
 */
export function feedFromOutbox(scope: Construct, table: TableV2, made: GovernanceFunctions): DeadLetters {
  const deadLetters = new DeadLetters(scope, 'OutboxDeadLetters');
  for (const { name } of functions.filter(({ events }) => events.some(({ sort }) => sort === 'outbox-stream'))) {
    const target = made[name];
    const stream = table.tableStreamArn;
    if (!target || !stream) throw new Error(`Nothing to feed ${name} from`);
    target.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [stream],
    );
    const mapping = new EventSourceMapping(scope, `${name}Outbox`, {
      target,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(OUTBOX_PREFIX) } } },
        }),
      ],
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(deadLetters),
    });
    // Lambda looks whether the role may read the stream when the mapping is made.
    if (target.role) mapping.node.addDependency(target.role);
  }
  return deadLetters;
}
