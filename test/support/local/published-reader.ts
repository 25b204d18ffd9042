// A function for the host's tests: reads the key that the path names, as the public function would.
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

const client = new DynamoDBClient({ maxAttempts: 1 });

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const pk = event.queryStringParameters?.['pk'] ?? '';
  const word = await client
    .send(new GetItemCommand({ TableName: process.env['TABLE_NAME'] ?? '', Key: { pk: { S: pk }, sk: { S: 'x' } } }))
    .then(
      () => 'read',
      (error: Error) => error.name,
    );
  return {
    statusCode: 200,
    body: JSON.stringify({ word, secrets: Object.keys(process.env).filter((name) => /SLACK|OIDC|SFN/.test(name)) }),
  };
}
