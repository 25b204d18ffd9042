import { DeleteTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from './environment.ts';
import type { FirstData, HostOptions } from './host-options.ts';
import type { Settings } from './settings.ts';
import { createTable } from './table/create-table.ts';

const FILLED = 'first data';

/**
 * Makes the table and fills it once. A host that was killed while filling begins again with an empty table: nobody has
 * been shown anything yet, so nothing acknowledged is lost.
 */
export async function fillOnce(
  client: DynamoDBClient,
  settings: Settings,
  firstData: HostOptions['firstData'],
  wanted: FirstData,
): Promise<void> {
  const made = await createTable(client, TABLE_NAME);
  if (settings.get(FILLED) !== undefined) return;
  if (!made) {
    await client.send(new DeleteTableCommand({ TableName: TABLE_NAME }));
    await createTable(client, TABLE_NAME);
  }
  await firstData?.(wanted);
  settings.set(FILLED, wanted.today);
}
