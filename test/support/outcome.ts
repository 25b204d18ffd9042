import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REGION, TABLE_NAME } from '../../infra/local/environment.ts';
import { tableProgram } from '../../infra/local/servers.ts';
import { startTableServer } from '../../infra/local/table/server.ts';
import { type HistoryEntry, historyEntry } from '../../shared/domain/history/history-entry.ts';
import { type Message, message } from '../../shared/domain/messages/message.ts';
import { faultInChain } from '../../shared/store/hash-chain.ts';
import type { InboxMail } from './host.ts';

/** Everything that a stopped data folder holds that a doubled or lost effect would show in. */
export type Outcome = {
  /** `type: event, event, …` of every record, in the order of the alphabet: ids are left out, they differ. */
  histories: string[];
  log: Message[];
  /** What is wrong with any record's chain of history. */
  chainFaults: string[];
  /** What is left to be relayed. */
  outbox: number;
  /** `workflow status`, one for each execution. */
  executions: string[];
  /** What each record says at the end, by its partition (`AGENDA#...`); none that is kept beside the table. */
  records: ReadonlyMap<string, unknown>;
  /** What was posted to Slack: on which day, to whom and what. */
  posts: { day: string; channel: string; text: string }[];
};

const postSchema = z.object({ day: z.string(), channel: z.string(), text: z.string() });

type Item = Record<string, unknown> & { pk: string; sk: string };

/** Works on the table of a stopped data folder. */
export async function withTable<T>(folder: string, work: (table: DynamoDBDocumentClient) => Promise<T>): Promise<T> {
  const server = await startTableServer({
    binary: tableProgram(),
    file: join(folder, 'table.sqlite'),
    pidFile: join(folder, 'look.pid'),
    say: () => {},
    onLost: () => {},
  });
  const client = new DynamoDBClient({
    endpoint: server.address,
    region: REGION,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    return await work(DynamoDBDocumentClient.from(client));
  } finally {
    client.destroy();
    await server.stop();
  }
}

/** Everything in the table of a stopped data folder. */
export function itemsOf(folder: string): Promise<Item[]> {
  return withTable(folder, async (table) => {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await table.send(
        new ScanCommand({ TableName: TABLE_NAME, ConsistentRead: true, ExclusiveStartKey: start }),
      );
      items.push(...((page.Items ?? []) as Item[]));
      start = page.LastEvaluatedKey;
    } while (start);
    return items;
  });
}

type Chain = { head: string; entries: HistoryEntry[] };

function chainsIn(items: readonly Item[]): Map<string, Chain> {
  const chains = new Map<string, Chain>();
  for (const { pk, sk, blob: _blob, ...item } of items) {
    const chain = chains.get(pk) ?? { head: '', entries: [] };
    if (sk === 'RECORD' && typeof item['head'] === 'string') chain.head = item['head'];
    // A payload that is kept beside the table reads as absent; its digest is in the chain.
    else if (sk.startsWith('HISTORY#')) chain.entries.push(historyEntry.parse({ payload: null, ...item }));
    else continue;
    chains.set(pk, chain);
  }
  for (const { entries } of chains.values()) entries.sort((a, b) => a.envelope.version - b.envelope.version);
  return chains;
}

const faultsIn = (chains: Map<string, Chain>): string[] =>
  [...chains].flatMap(([pk, { head, entries }]) => {
    const fault = faultInChain(entries, head);
    return fault === null ? [] : [`${pk}: ${fault}`];
  });

const historiesIn = (chains: Map<string, Chain>): string[] =>
  [...chains]
    .map(([pk, { entries }]) => `${pk.split('#')[0]}: ${entries.map(({ envelope }) => envelope.event).join(', ')}`)
    .sort();

const rowsOf = (file: string, sql: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

/** Reads a data folder whose host has stopped. */
export async function outcomeOf(folder: string): Promise<Outcome> {
  const items = await itemsOf(folder);
  const chains = chainsIn(items);
  return {
    histories: historiesIn(chains),
    chainFaults: faultsIn(chains),
    log: items.filter(({ type }) => type === 'message').map((item) => message.parse(item['message'])),
    records: new Map(items.filter(({ sk }) => sk === 'RECORD').map(({ pk, data }) => [pk, data])),
    outbox: items.filter(({ pk }) => pk.startsWith('OUTBOX#')).length,
    executions: rowsOf(join(folder, 'engine.sqlite'), 'SELECT machine, status FROM executions')
      .map(({ machine, status }) => `${machine} ${status}`)
      .sort(),
    posts: rowsOf(join(folder, 'host.sqlite'), 'SELECT day, channel, text FROM slack_post').map((row) =>
      postSchema.parse(row),
    ),
  };
}

/** The history chains of a data folder, as `quorate verify` says it: its last line. */
export function verified(folder: string): string {
  const cli = join(import.meta.dirname, '../../infra/local/cli/main.ts');
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', cli, 'verify', '--data', folder], {
    encoding: 'utf8',
  });
  return `${stdout.trim().split('\n').at(-1) ?? ''}${stderr}`;
}

/** Messages of the log as they are named for comparing runs: what to whom, without ids that differ. */
export const named = (one: Message): string => `${one.by} ${one.recipient} ${one.dueOn} ${one.state} ${one.title}`;

/** Mails that came more often than their log allows: once, or once more where it says that it was repeated. */
export function doubled(mails: readonly InboxMail[], log: readonly Message[]): string[] {
  const times = new Map<string, number>();
  for (const { messageId } of mails) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  return [...times].flatMap(([messageId, count]) => {
    const one = log.find(({ id }) => messageId.includes(id));
    const most = one?.repeated ? one.attempts : 1;
    return count <= most ? [] : [`${messageId} came ${count} times: ${one?.title ?? 'not in the log'}`];
  });
}

/** What the log says was sent by email and did not arrive. */
export function lostMails(mails: readonly InboxMail[], log: readonly Message[]): string[] {
  const arrived = new Set(mails.map(({ messageId }) => messageId.replace(/^<|@.*$/g, '')));
  return log.filter(({ by, state, id }) => by === 'email' && state === 'sent' && !arrived.has(id)).map(named);
}

/** Entries of `wanted` that are not in `found` (each as often as it stands there), and those that are too many. */
export function differences(
  wanted: readonly string[],
  found: readonly string[],
): { missing: string[]; extra: string[] } {
  const extra = [...found];
  const missing = wanted.filter((one) => {
    const at = extra.indexOf(one);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { missing, extra };
}

/**
 * Posts that are missing beside those of a run without a kill, and those too many that no log marks as repeated. One in
 * doubt is sent again when it is next looked for, which may be on the day after.
 */
export function slackFaults(wanted: Outcome, found: Outcome): { missing: string[]; doubled: string[] } {
  // Each run has its own address, and each promise its own id: neither is what is compared.
  const words = ({ posts }: Outcome) =>
    posts.map(({ day, channel, text }) => `${day} ${channel} ${text.replace(/http:\S+/g, 'here')}`);
  const { missing, extra } = differences(words(wanted), words(found));
  const allowed = found.log.flatMap(({ by, address, attempts, repeated }) =>
    by === 'slack' && repeated ? new Array<string>(attempts - 1).fill(address ?? '') : [],
  );
  const isAllowed = (post: string): boolean => {
    const at = allowed.indexOf(post.split(' ')[1] ?? '');
    if (at >= 0) allowed.splice(at, 1);
    return at >= 0;
  };
  const withoutDay = (post: string): string => post.slice(post.indexOf(' '));
  const late = missing.filter((post) => {
    const at = extra.findIndex((one) => withoutDay(one) === withoutDay(post) && one > post);
    const isLate = at >= 0 && isAllowed(post);
    if (isLate) extra.splice(at, 1);
    return isLate;
  });
  return { missing: missing.filter((one) => !late.includes(one)), doubled: extra.filter((one) => !isAllowed(one)) };
}
