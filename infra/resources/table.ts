import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableIndexes, tableKeys, timeToLive } from '../../shared/store/table-definition.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table. Its names are those of the stores; it can be restored to any second of the last 35 days. */
export function makeTable(scope: Construct, key: IKey | undefined): TableV2 {
  return new TableV2(scope, 'Table', {
    partitionKey: text(tableKeys.partition),
    sortKey: text(tableKeys.sort),
    globalSecondaryIndexes: tableIndexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.partition),
      sortKey: text(index.sort),
    })),
    billing: Billing.onDemand(),
    encryption: key ? TableEncryptionV2.customerManagedKey(key) : TableEncryptionV2.dynamoOwnedKey(),
    timeToLiveAttribute: timeToLive,
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
