import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from './environment.ts';
import type { FirstData, HostOptions } from './host-options.ts';
import type { Settings } from './settings.ts';
import { createTable } from './table/create-table.ts';

const FILLED = 'first data';

/** Makes the table and fills it once. A loader that was killed is called again and goes on where it was. */
export async function fillOnce(
  client: DynamoDBClient,
  settings: Settings,
  firstData: HostOptions['firstData'],
  wanted: FirstData,
): Promise<void> {
  await createTable(client, TABLE_NAME);
  if (settings.get(FILLED) !== undefined) return;
  await firstData?.(wanted);
  settings.set(FILLED, wanted.today);
}
