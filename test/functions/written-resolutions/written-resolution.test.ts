import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { resolutions } from '../../../shared/store/business.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { waitingToken } from '../../../shared/store/tokens.ts';
import { answerWritten, reportWritten, withdrawWritten } from '../../../shared/store/written-acts.ts';
import {
  voteIdOf,
  votesOn,
  writtenResolutions,
  writtenResolutionsToReport,
} from '../../../shared/store/written-resolutions.ts';
import { engineFile } from '../../local/engine/support.ts';
import { testRegister } from '../../support/register.ts';
import { roundFor } from '../../support/round.ts';
import { giving } from '../../support/written.ts';
import { enterGoverningBody, memberId, putToMembers, writtenCommand } from '../../support/written-body.ts';
import { writtenEngine } from '../../support/written-engine.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let site: ReturnType<typeof writtenEngine>;
let sent: ReturnType<typeof roundFor>['sent'];
let folder: string;
let now: number;

beforeEach(async () => {
  opened = await testRegister();
  const { post, services, sent: taken } = roundFor(opened.register);
  sent = taken;
  now = Date.parse('2019-04-08T08:00:00.000Z');
  const files = engineFile();
  folder = files.folder;
  const { configuration } = services;
  site = writtenEngine({ register: opened.register, file: files.file, post, configuration, now: () => now });
});
afterEach(() => {
  site.engine.close();
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const moveTo = (time: string): void => {
  now = Date.parse(time);
};
let commands = 0;
const vote = (member: number, answer: Parameters<typeof giving>[0], id = 'wr-1') => {
  commands += 1;
  const at = new Date(now).toISOString();
  const command = writtenCommand(`vote-${commands}`, memberId(member), { at, today: at.slice(0, 10) });
  return answerWritten(opened.register, command, id, giving(answer));
};
const record = async (id = 'wr-1') => (await get(opened.register, writtenResolutions, id)).record;
const mails = (words: string) => sent.filter(({ subject }) => subject.includes(words));
const executions = () => site.engine.list({ machine: 'written-resolution', limit: 10 });

test('one vote more carries it, in the same moment; the resolution is recorded with each vote and everybody told', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  expect(mails('Your vote is asked for')).toHaveLength(5);
  await vote(1, 'approve');
  await vote(2, 'approve');
  await site.settle();
  expect([(await record()).state, executions()[0]?.status]).toEqual(['put', 'RUNNING']);
  await vote(3, 'approve');
  expect((await record()).state).toBe('carried');
  await site.settle();
  expect(executions().map(({ status }) => status)).toEqual(['SUCCEEDED']);
  const resolved = (await get(opened.register, resolutions, 'wr-1-resolved')).record;
  expect(resolved).toMatchObject({ meetingId: null, writtenResolutionId: 'wr-1', resolvedOn: '2019-04-08' });
  expect(resolved.votes.map(({ vote: how }) => how)).toEqual(['for', 'for', 'for', 'did-not-answer', 'did-not-answer']);
  expect(mails('Carried').map(({ to }) => to)).toHaveLength(6);
  expect(await waitingToken(opened.register.table, 'wr-1')).toBeUndefined();
});

test('at its closing time it closes by itself: what nobody decided has lapsed', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  await vote(1, 'approve');
  moveTo('2019-04-18T15:59:59.000Z');
  await site.settle();
  expect((await record()).state).toBe('put');
  moveTo('2019-04-18T16:00:00.000Z');
  await site.settle();
  expect([(await record()).state, executions()[0]?.status]).toEqual(['lapsed', 'SUCCEEDED']);
  expect(mails('Lapsed')).toHaveLength(6);
});

test('it is to be reported to the next meeting, until it is', async () => {
  await enterGoverningBody(opened.register, 3);
  await putToMembers(opened.register, 'wr-1');
  const toReport = () => writtenResolutionsToReport(opened.register, 'governing-body');
  expect(await toReport()).toEqual([]);
  await vote(1, 'approve');
  await vote(2, 'approve');
  expect((await toReport()).map(({ record: one }) => one.id)).toEqual(['wr-1']);
  await reportWritten(opened.register, writtenCommand('report'), 'wr-1', { meetingId: 'gb-28-may', on: '2019-04-20' });
  expect(await toReport()).toEqual([]);
});

test('a changed answer is another version of the same vote, and the old one stays in its history', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await vote(1, 'reject');
  await vote(1, 'approve');
  expect((await votesOn(opened.register, 'wr-1')).map(({ given }) => given.answer)).toEqual(['approve']);
  expect((await record()).counts).toMatchObject({ for: 1, against: 0 });
  const history = await historyOf(opened.register, 'written-vote', voteIdOf('wr-1', memberId(1)));
  expect(history.map(({ envelope }) => envelope.event)).toEqual(['answered', 'answer changed']);
});

test('the same answer pressed twice is one answer', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  const press = () => answerWritten(opened.register, writtenCommand('pressed', memberId(1)), 'wr-1', giving('approve'));
  const outcomes = await Promise.all([press(), press(), press()]);
  expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect((await record()).answersTaken).toBe(1);
});

test('nobody votes after it closed, though nothing has closed it yet, nor for a body they do not sit on', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await expect(
    answerWritten(opened.register, writtenCommand('stranger', 'grace-siskin'), 'wr-1', giving('approve')),
  ).rejects.toMatchObject({ name: 'VoteRefused', why: 'no-vote' });
  moveTo('2019-04-18T16:00:00.000Z');
  await expect(vote(1, 'approve')).rejects.toMatchObject({ name: 'VoteRefused', why: 'closed' });
  expect((await record()).state).toBe('put');
});

test('whoever has stood aside takes no further part, and the majority is of one fewer', async () => {
  await enterGoverningBody(opened.register, 4);
  await putToMembers(opened.register, 'wr-1');
  await vote(4, 'stand-aside');
  await expect(vote(4, 'approve')).rejects.toMatchObject({ why: 'stood-aside' });
  await vote(1, 'approve');
  await vote(2, 'approve');
  expect((await record()).state).toBe('carried');
});

test('any member may require a meeting: it is then not decided in writing', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  await vote(1, 'approve');
  await vote(2, 'meeting');
  await site.settle();
  expect((await record()).state).toBe('meeting-required');
  expect(mails('A meeting is required')).toHaveLength(6);
  await expect(vote(3, 'approve')).rejects.toMatchObject({ why: 'closed' });
});

test('what the secretary withdraws is over, and those who were asked are told', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  await withdrawWritten(opened.register, writtenCommand('withdraw'), 'wr-1', 'The contract has changed.');
  await site.settle();
  expect([(await record()).state, executions()[0]?.status]).toEqual(['withdrawn', 'SUCCEEDED']);
  expect(mails('Withdrawn')).toHaveLength(6);
});

test('an execution that was lost does not matter: the round closes it and everybody is told once', async () => {
  await enterGoverningBody(opened.register, 3);
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  for (const { arn } of executions()) site.engine.stop(arn, { error: 'Lost' });
  await vote(1, 'approve');
  moveTo('2019-04-23T07:00:00.000Z');
  await site.round('2019-04-23');
  await site.settle();
  expect((await record()).state).toBe('lapsed');
  expect(mails('Lapsed')).toHaveLength(4);
});

test('two working days and one before it closes, the silent are reminded and the secretary and chair told how it stands', async () => {
  await enterGoverningBody(opened.register, 5);
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  await vote(2, 'approve');
  const days = ['2019-04-15', '2019-04-16', '2019-04-16', '2019-04-17', '2019-04-18'];
  for (const day of days) {
    moveTo(`${day}T07:00:00.000Z`);
    await site.round(day);
    await site.settle();
  }
  const reminded = mails('Your vote is still missing');
  expect(reminded.map(({ to }) => to).toSorted()).toEqual(
    [1, 1, 3, 3, 4, 4, 5, 5].map((at) => `${memberId(at)}@brackenford.example`),
  );
  const standing = mails('How it stands');
  expect(standing).toHaveLength(4);
  expect(standing[0]?.text).toContain('5 voting, none stands aside: 5 entitled, needs 3; 1 for, 4 not answered');
  expect((await noticesAbout(opened.register.table, 'wr-1')).every(({ state }) => state === 'sent')).toBe(true);
});

test('97 members are asked by one execution, answer many at a time, and every answer is a record', async () => {
  const written = { majority: 'more-than-half', closesEarly: false, daysToAnswer: 5 } as const;
  const ids = await enterGoverningBody(opened.register, 97, {
    writtenResolutions: written,
    quorum: { number: 33, including: null },
  });
  await putToMembers(opened.register, 'wr-1');
  await site.settle();
  expect(new Set(mails('Your vote is asked for').map(({ to }) => to)).size).toBe(97);
  const waiting = ids.map((_, at) => at + 1).values();
  const work = async () => {
    for (const member of waiting)
      await vote(member, member <= 49 ? 'approve' : member <= 90 ? 'reject' : member <= 94 ? 'abstain' : 'stand-aside');
  };
  await Promise.all(Array.from({ length: 6 }, work));
  const votes = await votesOn(opened.register, 'wr-1');
  expect(votes).toHaveLength(97);
  expect(await record()).toMatchObject({
    state: 'put',
    answersTaken: 97,
    counts: { for: 49, against: 41, abstained: 4, stoodAside: 3 },
  });
  moveTo('2019-04-18T16:00:00.000Z');
  await site.settle();
  expect((await record()).state).toBe('carried');
  expect((await get(opened.register, resolutions, 'wr-1-resolved')).record.votes).toHaveLength(97);
  expect(mails('Carried')).toHaveLength(98);
  expect(executions().map(({ status }) => status)).toEqual(['SUCCEEDED']);
  const history = await historyOf(opened.register, 'written-resolution', 'wr-1');
  expect(history.filter(({ envelope }) => envelope.event === 'answer taken')).toHaveLength(97);
}, 120_000);
