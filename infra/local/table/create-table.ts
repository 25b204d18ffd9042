import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { tableIndexes, tableKeys } from '../../../shared/store/table-definition.ts';

const attribute = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const exists = (client: DynamoDBClient, name: string): Promise<boolean> =>
  client.send(new DescribeTableCommand({ TableName: name })).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
      throw error;
    },
  );

/** Makes the one table from the definition that the stack uses too; true when it was not there before. */
export async function createTable(client: DynamoDBClient, name: string): Promise<boolean> {
  if (await exists(client, name)) return false;
  const names = [
    tableKeys.partition,
    tableKeys.sort,
    ...tableIndexes.flatMap(({ partition, sort }) => [partition, sort]),
  ];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map(attribute),
      KeySchema: keySchema(tableKeys.partition, tableKeys.sort),
      GlobalSecondaryIndexes: tableIndexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partition, index.sort),
        Projection: { ProjectionType: 'ALL' as const },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  return true;
}
