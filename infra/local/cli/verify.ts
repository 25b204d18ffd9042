import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type HistoryEntry, historyEntry } from '../../../shared/domain/history/history-entry.ts';
import { faultInChain } from '../../../shared/store/hash-chain.ts';
import { REGION, TABLE_NAME } from '../environment.ts';
import { tableProgram } from '../servers.ts';
import { startTableServer } from '../table/server.ts';
import { type CliCommand, type CliIo, WrongUse } from './command.ts';

const help = `Usage: npm run -s quorate -- verify [--data FOLDER] [--table NAME]

Walks the history chain of every record and says which does not verify.

  --data FOLDER  the data folder of a one-machine host (default .quorate); read from a copy, so it may be running
  --table NAME   a DynamoDB table instead, with the AWS SDK's own environment variables

Prints one line for each record whose chain is broken, then a line of counts.
Exit codes: 0 every chain verifies, 1 some do not, 2 wrong use.`;

type Chain = { head: string | undefined; entries: HistoryEntry[] };

/** Adds an item to the chain of its record; items that are neither a record nor its history are passed over. */
function add(chains: Map<string, Chain>, { pk, sk, blob: _blob, ...item }: Record<string, unknown>): void {
  const isHistory = String(sk).startsWith('HISTORY#');
  if (!isHistory && !(sk === 'RECORD' && typeof item['head'] === 'string')) return;
  const chain = chains.get(String(pk)) ?? { head: undefined, entries: [] };
  chains.set(String(pk), chain);
  // A payload kept in object storage reads as absent: its digest is in the chain and is not walked again here.
  if (isHistory) chain.entries.push(historyEntry.parse({ payload: null, ...item }));
  else chain.head = String(item['head']);
}

async function chainsOf(client: DynamoDBDocumentClient, table: string): Promise<Map<string, Chain>> {
  const chains = new Map<string, Chain>();
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    for (const item of page.Items ?? []) add(chains, item);
    start = page.LastEvaluatedKey;
  } while (start);
  return chains;
}

async function report(client: DynamoDBDocumentClient, table: string, { out }: CliIo): Promise<number> {
  const chains = await chainsOf(client, table);
  let entries = 0;
  let broken = 0;
  for (const [record, chain] of chains) {
    entries += chain.entries.length;
    const inOrder = chain.entries.toSorted((a, b) => a.envelope.version - b.envelope.version);
    const fault = chain.head === undefined ? 'its record is missing' : faultInChain(inOrder, chain.head);
    if (fault === null) continue;
    broken += 1;
    out(`${record}: ${fault}`);
  }
  out(`${chains.size} records, ${entries} history entries, ${broken} broken`);
  return broken === 0 ? 0 : 1;
}

/** Verifies a copy of a data folder's table, so that a running host is not disturbed. */
async function verifyFolder(folder: string, io: CliIo): Promise<number> {
  const file = join(folder, 'table.sqlite');
  if (!existsSync(file))
    throw new WrongUse(`there is no register in ${folder}: start Quorate once, or name its folder with --data`);
  const copy = mkdtempSync(join(tmpdir(), 'quorate-verify-'));
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(source, join(copy, 'table.sqlite'));
    const server = await startTableServer({
      binary: tableProgram(),
      file: join(copy, 'table.sqlite'),
      pidFile: join(copy, 'table.pid'),
      say: io.err,
      onLost: () => io.err('the store stopped while its history was read'),
    });
    const dynamo = new DynamoDBClient({
      endpoint: server.address,
      region: REGION,
      credentials: { accessKeyId: 'verify', secretAccessKey: 'verify' },
    });
    try {
      return await report(DynamoDBDocumentClient.from(dynamo), TABLE_NAME, io);
    } finally {
      dynamo.destroy();
      await server.stop();
    }
  } finally {
    source.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Walks the history chains of a register. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'walk the history chains and say which do not verify',
  help,
  run: async (args, io) => {
    const { data, table } = optionsOf(args);
    if (table !== undefined) return report(DynamoDBDocumentClient.from(new DynamoDBClient({})), table, io);
    return verifyFolder(data ?? '.quorate', io);
  },
};

function optionsOf(args: string[]) {
  try {
    return parseArgs({ args, options: { data: { type: 'string' }, table: { type: 'string' } } }).values;
  } catch (fault) {
    throw new WrongUse(fault instanceof Error ? (fault.message.split('.')[0] ?? 'wrong option') : 'wrong option');
  }
}
