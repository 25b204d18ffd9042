// A relay for the host's tests: notes the keys that it was given in a file, one a line.
import { appendFileSync } from 'node:fs';
import type { DynamoDBStreamEvent } from 'aws-lambda';

export async function handler(
  event: DynamoDBStreamEvent,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const keys = event.Records.map(({ dynamodb }) => dynamodb?.Keys?.['sk']?.S ?? '');
  appendFileSync(process.env['QUORATE_TEST_NOTES'] ?? '/dev/null', keys.map((key) => `relayed ${key}\n`).join(''));
  return { batchItemFailures: [] };
}
