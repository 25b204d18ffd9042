// A process for the kill tests: lives two decisions in writing, one ended by an answer and one by the clock, on an engine
// of its own over a table that outlives it, and kills itself at a crash point.
// Arguments: the engine's file, the table, the mail server, the crash point ('any' for all, '' for none), which passing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readConfiguration } from '../../../shared/lambda/configuration.ts';
import { mend, type Post } from '../../../shared/messages/deliver.ts';
import { emailSender } from '../../../shared/messages/send-email.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import { openTable } from '../../../shared/store/table.ts';
import { answerWritten } from '../../../shared/store/written-acts.ts';
import { giving } from '../../support/written.ts';
import { memberId, putToMembers, writtenCommand } from '../../support/written-body.ts';
import { writtenEngine } from '../../support/written-engine.ts';

const [file = '', endpoint = '', mail = '', deadly = '', passing = '1'] = process.argv.slice(2);
let left = Number(passing);
const crashPoints = (name: string) => {
  if (deadly !== 'any' && name !== deadly) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const dynamo = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials });
const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
const none = () => Promise.reject(new Error('no long texts'));
const register: Register = { table: openTable('quorate', client), blobs: { put: none, get: none } };

// Business time outlives a kill, as it does on the host.
const clockFile = `${file}.clock`;
const now = (): number =>
  Date.parse(existsSync(clockFile) ? readFileSync(clockFile, 'utf8') : '2019-04-08T08:00:00.000Z');
const moveTo = (time: string): void => {
  if (Date.parse(time) > now()) writeFileSync(clockFile, time);
};

const configuration = readConfiguration({
  TABLE_NAME: 'quorate',
  PUBLIC_ADDRESS: 'http://localhost:3000',
  ORGANISATION_NAME: 'Brackenford',
});
const tenMinutes = 600_000;
let later = 0;
const post: Post = {
  table: register.table,
  email: emailSender({ url: mail, from: 'Quorate <no-reply@brackenford.example>' }),
  slack: { send: () => Promise.resolve({ outcome: 'sent' }) },
  realNow: () => Date.now() + later,
  now: () => new Date(now()).toISOString(),
  leaseSeconds: 90,
  publicAddress: 'http://localhost:3000',
};

const { engine, settle } = writtenEngine({ register, file, post, configuration, now, crashPoints });
await settle();
await putToMembers(register, 'wr-1');
await putToMembers(register, 'wr-2');
await settle();
for (const [id, member] of [
  ['wr-1', 1],
  ['wr-2', 1],
  ['wr-1', 2],
] as const)
  await answerWritten(register, writtenCommand(`vote-${id}-${member}`, memberId(member)), id, giving('approve'));
await settle();
moveTo('2019-04-18T16:00:00.000Z');
await settle();
await settle();
later = tenMinutes;
await mend(post);
process.stdout.write(
  JSON.stringify(engine.list({ machine: 'written-resolution', limit: 10 }).map(({ status }) => status)),
);
engine.close();
dynamo.destroy();
