import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { relay } from '../../../functions/relay/relay.ts';
import type { Workflows } from '../../../shared/lambda/workflows.ts';
import { answerChair, askChairToAgree } from '../../../shared/store/agenda-acts.ts';
import { missedEntries } from '../../../shared/store/outbox.ts';
import { maya } from '../../support/builders.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';

const HOSB = 'meeting-hosb-2019-04-25';
const day = '2019-04-15';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

const command = (commandId: string) => ({ commandId, actor: maya, at: `${day}T09:00:00.000Z`, today: day });
const said = async (personId: string) =>
  noticeKinds['agenda-to-agree']?.({ recordId: HOSB, personId, person: null, day, round: day }, opened);

test('the chair alone is told that an agenda waits for their agreement, and nothing once they have answered', async () => {
  await askChairToAgree(opened.register, command('ask-chair-1'), HOSB);
  const started: [string, unknown][] = [];
  const workflows: Workflows = {
    start: async (_workflow, name, input) => {
      started.push([name, input]);
    },
    isRunning: async () => false,
    answer: async () => 'over',
  };
  const entries = await missedEntries(opened.register.table, '2100-01-01T00:00:00.000Z');
  for (const entry of entries.filter((one) => one.entry.topic === 'chair-asked'))
    await relay(entry, { register: opened.register, workflows });
  expect(started.map(([, input]) => input)).toEqual([
    { kind: 'agenda-to-agree', recordId: HOSB, day, round: day, personIds: ['rowan-kestrel'] },
  ]);
  const told = await said('rowan-kestrel');
  expect(told?.notice.link).toMatchObject({ path: `/meetings/${HOSB}/agenda/chair` });
  expect(told?.notice.sentence).toContain('does not hold publication up');
  expect(await said('farida-linnet')).toBeNull();
  const agreed = { agenda: { answer: 'agreed', said: null } as const, urgent: [] };
  await answerChair(opened.register, command('chair-agrees'), HOSB, agreed);
  expect(await said('rowan-kestrel')).toBeNull();
});
