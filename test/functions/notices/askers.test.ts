import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askForApologies } from '../../../functions/apologies/ask-for-apologies.ts';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { sendNotice } from '../../../functions/notices/send-notice.ts';
import { forgetAsked } from '../../../functions/questions/forget-asked.ts';
import { relay } from '../../../functions/relay/relay.ts';
import type { Workflows } from '../../../shared/lambda/workflows.ts';
import { findAsking, keepAsking } from '../../../shared/store/askings.ts';
import { giveAttendance } from '../../../shared/store/attendances.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { missedEntries } from '../../../shared/store/outbox.ts';
import { admitSubmission, answerSubmission, refuseSubmission } from '../../../shared/store/submission-acts.ts';
import { saidOf } from '../../../shared/store/submissions.ts';
import { testBlobs } from '../../support/blobs.ts';
import { maya } from '../../support/builders.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { roundFor } from '../../support/round.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let round: ReturnType<typeof roundFor>;
type Started = { kind: string; recordId: string; personIds: string[]; day: string; round: string | null };
const started = new Map<string, Started>();

const workflows: Workflows = {
  start: async (workflow, name, input) => {
    if (workflow === 'tell-people') started.set(name, input as Started);
  },
  isRunning: async () => false,
  answer: async () => 'over',
};
const QUESTION = 'question-hosb-2019-04-09';
const MEETING = 'meeting-hosb-2019-04-25';

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  round = roundFor(opened.register);
}, 120_000);
afterAll(() => opened.close());

/** What the relay starts, carried out as `tell-people` does; twice, since any step may run again. */
async function tellAll() {
  started.clear();
  for (const entry of await missedEntries(opened.register.table, '9999'))
    await relay(entry, { register: opened.register, workflows });
  return carryOut();
}
async function carryOut() {
  const before = round.sent.length;
  for (let time = 0; time < 2; time += 1)
    for (const { personIds, ...rest } of started.values())
      for (const personId of personIds)
        await sendNotice({ ...rest, personId }, { ...round.services, kinds: noticeKinds });
  return round.sent.slice(before);
}
const command = (commandId: string) => ({
  commandId,
  actor: maya,
  at: '2019-04-15T09:00:00.000Z',
  today: '2019-04-15',
});

test('the mail to confirm carries the link and no word that somebody typed, and its address is kept nowhere else', async () => {
  const said = {
    name: 'Buy gold at gold.example',
    email: 'victim@fenside.example',
    connection: 'None',
    text: 'Visit gold.example now',
    publishName: false,
  };
  const asked = { sort: 'question' as const, bodyId: 'hosb', meetingId: MEETING, signatures: null };
  const secret = 'a-secret-of-the-link-0001';
  const one = { id: 'asked-1', asked, said, sentAt: '2019-04-15T09:00:00.000Z', secret };
  await keepAsking(opened.register.table, one, Date.now());
  const [mail, ...more] = await tellAll();
  expect(more).toEqual([]);
  expect(mail?.to).toBe('victim@fenside.example');
  expect(mail?.text).toContain(`/ask/link/asked-1.${secret}`);
  expect(JSON.stringify(mail)).not.toContain('gold');
  expect(mail?.text).not.toContain('Choose channel and rhythm');
  const [logged] = await noticesAbout(opened.register.table, 'asked-1');
  expect(logged).toMatchObject({ recipient: 'asker-asked-1', state: 'sent', address: null });
  expect([...started.keys(), JSON.stringify([...started.values()])].join()).not.toContain('victim');
  expect(await findAsking(opened.register.table, 'asked-1', Date.now())).toBeDefined();
});

test('the asker is told of admission and of the reply, each once, and not of what no longer holds', async () => {
  await admitSubmission(opened.register, command('admit'), QUESTION);
  const admitted = await tellAll();
  expect(admitted.map(({ to, subject }) => [to, subject])).toEqual([
    ['iris.firecrest@kilnlane.example', 'Your question will be put to the Health Overview and Scrutiny Board'],
  ]);
  await refuseSubmission(opened.register, command('refuse'), QUESTION, { reason: 'frivolous', why: 'A slip.' });
  await admitSubmission(opened.register, command('admit-after-all'), QUESTION);
  // The refusal was thought better of before anybody was told.
  expect((await tellAll()).map(({ subject }) => subject)).toEqual([
    'Your question will be put to the Health Overview and Scrutiny Board',
  ]);
  await answerSubmission(opened.register, command('reply'), QUESTION, 'From 1 June.');
  const [reply, ...more] = await tellAll();
  expect(more).toEqual([]);
  expect(reply?.text).toContain('From 1 June.');
  expect(reply?.text).toContain('The walk-in centre at Kiln Lane');
});

test('members are asked five working days before, once, those who have answered left alone', async () => {
  started.clear();
  const services = { register: opened.register, workflows };
  expect(await askForApologies({ day: '2019-04-15' }, services)).toEqual({ word: 'nothing' });
  await giveAttendance(
    opened.register,
    { ...command('kestrel'), actor: maya },
    {
      meetingId: MEETING,
      personId: 'rowan-kestrel',
      intention: 'attending',
      substituteId: null,
      reason: null,
    },
  );
  expect(await askForApologies({ day: '2019-04-16' }, services)).toEqual({ word: 'asked' });
  expect([...started.values()].map(({ kind, recordId }) => [kind, recordId])).toEqual([['apologies-asked', MEETING]]);
  const told = await carryOut();
  expect(told.filter(({ to }) => to.includes('kestrel'))).toEqual([]);
  // Eight more councillors; Healthwatch has a seat and no account to answer with.
  expect(told.filter(({ by }) => by === 'email')).toHaveLength(8);
  expect(told[0]?.text).toContain(`/apologies/${MEETING}`);
  for (const day of ['2019-04-16', '2019-04-17'])
    expect(await askForApologies({ day }, services)).toEqual({ word: 'nothing' });
  // The Cabinet of 30 April, over Easter.
  expect(await askForApologies({ day: '2019-04-23' }, services)).toEqual({ word: 'asked' });
  expect([...started.values()].map(({ recordId }) => recordId)).toContain('meeting-cabinet-2019-04-30');
});

test('the round deletes what askers wrote on its day, and goes on where it was cut off', async () => {
  const services = { register: opened.register, clock: round.services.clock };
  expect(await forgetAsked({ day: '2020-04-24' }, services)).toEqual({ word: 'nothing' });
  expect(await forgetAsked({ day: '2020-04-25' }, services)).toEqual({ word: 'forgotten' });
  expect(await forgetAsked({ day: '2020-04-25' }, services)).toEqual({ word: 'nothing' });
  expect(await saidOf(opened.register.table, QUESTION)).toBeUndefined();
});
