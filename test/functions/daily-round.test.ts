import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { change, commit } from '../../shared/store/commit.ts';
import { acceptPromise, closePromise, recordPromiseConsidered } from '../../shared/store/commitment-acts.ts';
import { commitments, nextAction } from '../../shared/store/commitments.ts';
import { messagesAbout } from '../../shared/store/messages.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { roundFor } from '../support/round.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let round: ReturnType<typeof roundFor>;

beforeAll(async () => {
  opened = await demonstrationRegister();
  await commit(opened.register, {
    commandId: 'record-coventry',
    actor: maya,
    at: '2019-04-15T09:00:00.000Z',
    outcome: {},
    changes: [change(commitments, { was: null, record: aCommitment(), event: 'recorded' })],
    also: [nextAction('promise-1', '2019-04-15')],
  });
  round = roundFor(opened.register);
  await round.runDay('2019-04-15');
  await round.runDay('2019-04-16');
  await acceptPromise(opened.register, aCommand('accept-coventry'), 'promise-1');
});
afterAll(() => opened.close());

const about = (words: string, to: string) =>
  round.sent.filter((one) => one.to === to && `${one.subject} ${one.text}`.includes(words)).map(({ day }) => day);

const owner = 'owen.sandpiper@brackenford.example';
const chair = 'cllr.rowan.kestrel@brackenford.example';

test('the owner is asked to accept one working day after it is recorded', () => {
  expect(about('Out of Hospital', owner)).toEqual(['2019-04-16']);
});

test('towards the report deadline the owner hears of it on the days of the policy, and the chair not at all', async () => {
  await round.runFrom('2019-09-10', '2019-09-27');
  const own = round.sent.filter(
    ({ to, subject }) => to === owner && subject.endsWith('how the Out of Hospital model is working'),
  );
  expect(own.map(({ day }) => day).slice(1)).toEqual([
    '2019-09-11',
    // The weekly digest carries what the days left out before had made due.
    '2019-09-16',
    '2019-09-18',
    '2019-09-25',
    '2019-09-26',
  ]);
  expect(round.sent.filter(({ to, subject }) => to === chair && /overdue.*Out of Hospital/i.test(subject))).toEqual([]);
});

test('when the window has closed with nothing reported, the chair gets one overdue message, by email and by Slack', async () => {
  await round.runFrom('2019-10-16', '2019-10-30');
  const overdue = round.sent.filter(({ subject }) => /overdue.*Out of Hospital/i.test(subject));
  expect(overdue.filter(({ to }) => to === chair).map(({ day }) => day)).toEqual(['2019-10-18']);
  expect(overdue.some(({ by, day }) => by === 'slack' && day === '2019-10-18')).toBe(true);
});

test('nothing is sent at a weekend or on a bank holiday', () => {
  const days = new Set(round.sent.map(({ day }) => day));
  const weekend = [...days].filter((day) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()));
  expect(weekend).toEqual([]);
  expect(days.has('2019-04-19') || days.has('2019-04-22') || days.has('2019-08-26')).toBe(false);
});

test('no message goes out twice', () => {
  const ids = round.sent.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every message about the promise is in its story', async () => {
  const log = await messagesAbout(opened.register.table, 'promise-1');
  expect(log.every(({ state }) => state === 'sent')).toBe(true);
  expect(log.length).toBeGreaterThan(5);
});

test('once the committee has closed it, nothing more is said', async () => {
  const meeting = { id: 'meeting-hosb-2019-11-27', day: '2019-11-27' };
  await recordPromiseConsidered(opened.register, aCommand('consider', { today: '2019-11-28' }), 'promise-1', {
    meeting,
    minuteReference: '45',
    said: 'Noted.',
  });
  await closePromise(opened.register, aCommand('close', { today: '2019-11-28' }), 'promise-1', {
    meetingId: meeting.id,
    minuteReference: '45',
  });
  const before = (await messagesAbout(opened.register.table, 'promise-1')).length;
  await round.runFrom('2019-11-28', '2019-12-10');
  expect((await messagesAbout(opened.register.table, 'promise-1')).length).toBe(before);
});
