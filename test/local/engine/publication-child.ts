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
import { keepProof } from '../../../functions/agendas/record-proof.ts';
import { show } from '../../../functions/agendas/show-publication.ts';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { sendNotice } from '../../../functions/notices/send-notice.ts';
import { openEngine } from '../../../infra/local/engine/engine.ts';
import { RequestRefused } from '../../../infra/local/engine/faults.ts';
import type { Email } from '../../../shared/messages/send-email.ts';
import { openTable, type Table } from '../../../shared/store/table.ts';
import { testBlobs } from '../../support/blobs.ts';
import { publicSite } from '../../support/public-site.ts';
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
const functions: Record<string, (payload: never) => Promise<unknown>> = {
  CheckPublication: (payload) => checkPublication(payload, services),
  LaySnapshot: (payload) => laySnapshot(payload, { ...services, files: { copy: async () => {} } }),
  ShowPublication: (payload) => show(payload, services),
  FindWhomToTell: (payload) => findWhomToTell(payload, services),
  SendNotice: (payload) => sendNotice(payload, told),
  ReadBack: (payload) => readBack(payload, { register, read }),
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
