// A process for the kill tests of publication: opens the engine on a file over a real table, runs one execution of the
// workflow to its end, and kills itself at a crash point. Arguments: the file, the table's address, the meeting, the crash
// point ('any' for all of them, '' for none) and at which passing of it to die.
import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { checkPublication } from '../../../functions/agendas/check-publication.ts';
import { findWhomToTell } from '../../../functions/agendas/find-whom-to-tell.ts';
import { laySnapshot } from '../../../functions/agendas/lay-snapshot.ts';
import { readBack } from '../../../functions/agendas/read-back.ts';
import { keepDocuments } from '../../../functions/agendas/record-documents.ts';
import { keepProof } from '../../../functions/agendas/record-proof.ts';
import { show } from '../../../functions/agendas/show-publication.ts';
import { takeAway } from '../../../functions/agendas/take-away.ts';
import { makeDocuments } from '../../../functions/documents/make-documents.ts';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { sendNotice } from '../../../functions/notices/send-notice.ts';
import { openEngine } from '../../../infra/local/engine/engine.ts';
import { RequestRefused } from '../../../infra/local/engine/faults.ts';
import type { PrintDocument } from '../../../shared/documents/print-document.ts';
import type { Email } from '../../../shared/messages/send-email.ts';
import { openTable, type Table } from '../../../shared/store/table.ts';
import { testBlobs } from '../../support/blobs.ts';
import { publicSite } from '../../support/public-site.ts';
import { asKept } from '../../support/publication.ts';
import { roundFor } from '../../support/round.ts';

const [file = '', endpoint = '', meetingId = '', deadly = '', passing = '1'] = process.argv.slice(2);
let left = Number(passing);
const crashPoint = (name: string) => {
  if (deadly !== 'any' && name !== deadly) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

const dynamo = new DynamoDBClient({
  endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const whole = openTable(
  'quorate',
  DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
);

/** The table, with a crash point on either side of every write. */
const around =
  <Given extends unknown[], Answer>(write: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    crashPoint('table:before-write');
    const answer = await write(...given);
    crashPoint('table:after-write');
    return answer;
  };
const table: Table = {
  ...whole,
  put: around(whole.put),
  transact: around(whole.transact),
  update: around(whole.update),
};
const register = { table, blobs: testBlobs() };

const site = await publicSite(endpoint);
const read = async (path: string) => {
  const { status, html } = await site.get(path.split('?')[0] ?? '');
  return status === 200 ? html : null;
};
const { services, post } = roundFor(register);
const email = {
  send: async ({ messageId }: Email) => {
    // What has left the house has left it: kept beside the file, whatever becomes of this process.
    appendFileSync(`${file}.mails`, `${messageId}\n`);
    return { outcome: 'sent' as const };
  },
};
const told = { ...services, kinds: noticeKinds, post: { ...post, email } };
/** Storage, with a crash point on either side of every write. */
const files = {
  copy: async () => {},
  put: around(async (key: string, bytes: Uint8Array) => appendFileSync(`${file}.files`, `${key} ${bytes.length}\n`)),
  remove: around(async () => {}),
};
const configuration = { ORGANISATION_NAME: 'Brackenford', PUBLIC_ADDRESS: 'https://quorate.brackenford.example' };
const toPdf = async (document: PrintDocument) => {
  // As an engine that cannot be loaded: making documents is tried again, given up, and holds nothing up.
  if (deadly === 'no-engine') throw new Error('The engine did not start');
  return Buffer.from(JSON.stringify(document));
};
const functions: Record<string, (payload: never) => Promise<unknown>> = {
  CheckPublication: (payload) => checkPublication(payload, services),
  LaySnapshot: (payload) => laySnapshot(payload, { ...services, files }),
  ShowPublication: (payload) => show(payload, services),
  TakeAway: (payload) => takeAway(payload, { register, files }),
  MakePdf: (payload) => makeDocuments(payload, { configuration, register, files, toPdf }),
  RecordDocuments: (payload) => keepDocuments(payload, services),
  FindWhomToTell: (payload) => findWhomToTell(payload, services),
  SendNotice: (payload) => sendNotice(payload, told),
  ReadBack: (payload) => readBack(payload, { register, read, readFile: asKept(register, meetingId) }),
  RecordProof: (payload) => keepProof(payload, services),
};

const asl = fileURLToPath(new URL('../../../workflows/agenda-publication.asl.json', import.meta.url));
const engine = openEngine({
  file,
  machines: { 'agenda-publication': JSON.parse(readFileSync(asl, 'utf8').replaceAll(/\$\{(\w+)\}/g, '$1')) },
  clock: { now: () => Date.parse('2019-04-15T10:00:00Z') },
  realTime: {
    now: () => Date.now(),
    after: (_, callback) => {
      const turn = setImmediate(callback);
      return () => clearImmediate(turn);
    },
  },
  invoke: async (name, payload) => functions[name]?.(payload as never),
  crashPoints: crashPoint,
});
try {
  const input = { meetingId, publicationId: 'agenda-1' };
  engine.start('agenda-publication', { name: `publish-${meetingId}`, input });
} catch (thrown) {
  if (!(thrown instanceof RequestRefused) || thrown.name !== 'ExecutionAlreadyExists') throw thrown;
}
await engine.idle({ backOffs: true });
const [{ status } = { status: 'none' }] = engine.list({ machine: 'agenda-publication', limit: 1 });
process.stdout.write(JSON.stringify({ status }));
engine.close();
dynamo.destroy();
await site.close();
