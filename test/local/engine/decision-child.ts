// A process for the kill tests: one decision from its publication through a call-in to its end, by the real workflow file in
// the real engine over a real table. Arguments: the engine's file, the table's address, the decision, the crash point.
import { appendFileSync, readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { lookAtDecision } from '../../../functions/decisions/look-at-decision.ts';
import { waitForDecision } from '../../../functions/decisions/wait-for-decision.ts';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { sendNotice } from '../../../functions/notices/send-notice.ts';
import { relay } from '../../../functions/relay/relay.ts';
import { openEngine } from '../../../infra/local/engine/engine.ts';
import { RequestRefused } from '../../../infra/local/engine/faults.ts';
import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import { readConfiguration } from '../../../shared/lambda/configuration.ts';
import type { Workflows } from '../../../shared/lambda/workflows.ts';
import { mend, type Post } from '../../../shared/messages/deliver.ts';
import { beginCallIn, judgeCallIn, signCallIn } from '../../../shared/store/call-in-acts.ts';
import type { Command } from '../../../shared/store/commitment-acts.ts';
import { publishDecision, recordDecisionOutcome, saveDecision } from '../../../shared/store/decision-acts.ts';
import { missedEntries } from '../../../shared/store/outbox.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import { openTable } from '../../../shared/store/table.ts';
import { aDecision } from '../../support/decisions.ts';

const [file = '', endpoint = '', id = '', deadly = ''] = process.argv.slice(2);
const crashPoints = (name: string) => {
  if (name === deadly) process.kill(process.pid, 'SIGKILL');
};

const dynamo = new DynamoDBClient({
  endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const register: Register = {
  table: openTable(
    'quorate',
    DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
  ),
  blobs: {
    put: () => Promise.reject(new Error('No long texts here')),
    get: () => Promise.reject(new Error('No long texts here')),
  },
};

const at = londonInstant('2019-04-15', '09:00');
const clock = { now: () => at, today: () => '2019-04-15' };

// The inbox of the world outside: a line for each mail that arrived, with the id that it always has.
const inbox = `${file}.inbox`;
const arrived = ({ messageId }: { messageId: string }) => {
  appendFileSync(inbox, `${messageId}\n`);
  return Promise.resolve({ outcome: 'sent' as const });
};
const post: Post = {
  table: register.table,
  email: { send: arrived },
  slack: { send: arrived },
  realNow: Date.now,
  now: clock.now,
  leaseSeconds: 1,
  publicAddress: 'http://localhost:3000',
};
const configuration = readConfiguration({
  TABLE_NAME: 'quorate',
  PUBLIC_ADDRESS: 'http://localhost:3000',
  ORGANISATION_NAME: 'Brackenford',
  CONTACT_EMAIL: 'governance@brackenford.example',
});

const unless = (name: string, work: () => void): boolean => {
  try {
    work();
    return true;
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused) || thrown.name !== name) throw thrown;
    return false;
  }
};
const workflows: Workflows = {
  start: async (workflow, name, input) => {
    unless('ExecutionAlreadyExists', () => engine.start(workflow, { name, input }));
  },
  isRunning: async () => true,
  answer: async (token, output) =>
    unless('TaskTimedOut', () => engine.succeedTask(token, output)) ? 'answered' : 'over',
};

const services = { register, clock, configuration, post, kinds: noticeKinds, workflows };
const functions: Record<string, (payload: never) => Promise<unknown>> = {
  LookAtDecision: (payload) => lookAtDecision(payload, services),
  WaitForDecision: (payload) => waitForDecision(payload, services),
  SendNotice: (payload) => sendNotice(payload, services),
};
const definition = readFileSync(new URL('../../../workflows/decision.asl.json', import.meta.url), 'utf8');

const engine = openEngine({
  file,
  machines: { decision: JSON.parse(definition.replaceAll(/\$\{(\w+)\}/g, '$1')) },
  clock: { now: () => Date.parse(at) },
  realTime: {
    now: () => Date.now(),
    after: (_, callback) => {
      const turn = setImmediate(callback);
      return () => clearImmediate(turn);
    },
  },
  invoke: async (name, payload) => functions[name]?.(payload as never),
  crashPoints,
});

/** Carries out what is in the outbox about this decision, and lets the workflow go as far as it goes. */
async function goOn(): Promise<void> {
  const own = (await missedEntries(register.table, '9999')).filter(({ entry }) => entry.recordId === id);
  for (const entry of own) await relay(entry, { register, workflows });
  await engine.idle({ backOffs: true });
}

const by = (name: string, personId: string, when = at): Command => ({
  commandId: `${id}-${name}`,
  actor: { sort: 'person', personId, onBehalfOf: null },
  at: when,
  today: when.slice(0, 10),
});

await saveDecision(register, by('save', 'tom-dunnock'), aDecision({ id }));
await publishDecision(register, by('publish', 'tom-dunnock', londonInstant('2019-04-11', '10:00')), id);
await goOn();
const members = ['rowan-kestrel', 'farida-linnet', 'basil-crake', 'gwyn-twite', 'hema-gannet'];
const [requesterId = '', ...named] = members;
const request = `${id}-request`;
await beginCallIn(register, by('begin', requesterId), {
  id: request,
  decisionId: id,
  requesterId,
  grounds: 'No survey.',
  named,
});
await goOn();
for (const personId of named)
  await signCallIn(register, by(`sign-${personId}`, personId), request, {
    personId,
    signedAt: at,
    how: 'own-sign-in',
    seenBy: null,
  });
await goOn();
await judgeCallIn(register, by('judge', 'helen-curlew'), request, { valid: true, reason: 'Five members, in time.' });
await goOn();
for (const event of ['refer-back', 'confirm'] as const) {
  await recordDecisionOutcome(register, by(event, 'tom-dunnock'), id, {
    event,
    on: '2019-04-15',
    reasons: 'Heard.',
    text: null,
  });
  await goOn();
}
// What was claimed and has no outcome is sent once more after its lease, as the round does.
await mend({ ...post, realNow: () => Date.now() + 3_600_000 });
const executions = engine
  .list({ machine: 'decision', limit: 100 })
  .map(({ arn, status }) => `${arn.split(':').at(-1)} ${status}`)
  .sort();
process.stdout.write(JSON.stringify({ executions }));
engine.close();
dynamo.destroy();
