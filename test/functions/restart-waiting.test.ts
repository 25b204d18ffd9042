import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { restartWaiting } from '../../functions/daily-round/restart-waiting.ts';
import { beginAgenda } from '../../shared/domain/agendas/build.ts';
import { settled } from '../../shared/domain/agendas/publication.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { operationsNotes } from '../../shared/store/operations.ts';
import { publishAgenda } from '../../shared/store/publication-acts.ts';
import { acceptReading, beginReading } from '../../shared/store/reading-acts.ts';
import { get } from '../../shared/store/record-kind.ts';
import { keepToken, waitingToken } from '../../shared/store/tokens.ts';
import { testBlobs } from '../support/blobs.ts';
import { aBody, aMeeting, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { anItem } from '../support/publication.ts';
import { aReading } from '../support/reading.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let started: [workflow: string, name: string, input: Record<string, unknown>][] = [];
const running = new Set(['arn:alive']);
const workflows: Workflows = {
  start: async (...one) => void started.push(one),
  isRunning: async (arn) => running.has(arn),
  answer: async () => 'answered',
};
const round = (day: string) => restartWaiting({ day }, { register: opened.register, workflows });

beforeAll(async () => {
  opened = await testRegister(testBlobs());
  await commit(opened.register, {
    commandId: 'body',
    actor: maya,
    at: '2019-04-15T09:00:00.000Z',
    outcome: {},
    changes: [change(bodies, { was: null, record: aBody(), event: 'body set up' })],
  });
});
beforeEach(() => {
  started = [];
});
afterAll(() => opened.close());

test('A promise whose question is no longer running is asked about again, and the administrator is told', async () => {
  const { table } = opened.register;
  await keepToken(table, { recordId: 'lost', token: 'a', executionArn: 'arn:dead', checkOn: '2019-04-15' });
  await keepToken(table, { recordId: 'well', token: 'b', executionArn: 'arn:alive', checkOn: '2019-04-15' });
  expect(await round('2019-04-16')).toEqual({ restarted: 1 });
  expect(started).toEqual([['promise-answer', 'answer-lost-again-2019-04-16', { commitmentId: 'lost' }]]);
  expect(await waitingToken(table, 'lost')).toBeUndefined();
  expect((await waitingToken(table, 'well'))?.checkOn).toBe('2019-04-23');
  expect(await operationsNotes(table)).toMatchObject([{ what: 'workflow-restarted', id: 'lost' }]);
});

test('An accepted text that is not entered by the next day is begun again with the parts that are left', async () => {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `left-${ids}`;
  };
  const text = '1. Dental access\n\nRESOLVED that:\n\n(1) The report be noted.';
  await beginReading(opened.register, aCommand('begin'), aReading({ id: 'stuck', text, ownTitle: 'Business' }));
  await acceptReading(opened.register, aCommand('accept'), 'stuck', newId);
  expect(await round('2019-04-15')).toEqual({ restarted: 0 });
  expect(await round('2019-04-16')).toEqual({ restarted: 1 });
  expect(started).toMatchObject([
    ['enter-finds', 'enter-stuck-again-2019-04-16', { readingId: 'stuck', parts: [expect.any(String)] }],
  ]);
});

test('a publication whose workflow died before it was shown is begun again the next day, and once verified is left alone', async () => {
  const { register } = opened;
  const item = anItem({ id: 'lost-item', bodyId: 'hosb', meetingId: 'lost-meeting' });
  const meeting = aMeeting({ id: 'lost-meeting', day: '2019-05-30' });
  const of = { id: 'lost-meeting', bodyId: 'hosb', numbering: 'plain', firstNumber: 1, series: '19' } as const;
  const agenda = beginAgenda(of, [item]);
  await commit(register, {
    ...aCommand('lost-records'),
    outcome: {},
    changes: [
      change(meetings, { was: null, record: meeting, event: 'called' }),
      change(agendaItems, { was: null, record: item, event: 'put on the agenda' }),
      change(agendas, { was: null, record: agenda, event: 'agenda begun' }),
    ],
  });
  await publishAgenda(register, aCommand('lost-publication'), 'lost-meeting');
  const publishing = () => started.filter(([workflow]) => workflow === 'agenda-publication');
  await round('2019-04-15');
  expect(publishing()).toEqual([]);
  await round('2019-04-16');
  expect(publishing()).toEqual([
    [
      'agenda-publication',
      expect.stringContaining('publish-again-2019-04-16'),
      { meetingId: 'lost-meeting', publicationId: 'agenda-1' },
    ],
  ]);
  const was = await get(register, agendas, 'lost-meeting');
  const done = { state: 'verified' as const, documents: { state: 'none' as const, made: [] } };
  await commit(register, {
    ...aCommand('lost-verified'),
    outcome: {},
    changes: [change(agendas, { was, record: settled(was.record, 'agenda-1', done), event: 'agenda verified' })],
  });
  await round('2019-04-17');
  expect(publishing()).toHaveLength(1);
});
