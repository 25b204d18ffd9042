import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NoticeKind } from '../../../functions/notices/notice-kind.ts';
import { type NoticeInput, sendNotice } from '../../../functions/notices/send-notice.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { emailSender } from '../../../shared/messages/send-email.ts';
import { change, commit } from '../../../shared/store/commit.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { people } from '../../../shared/store/people.ts';
import { aPerson } from '../../support/administration.ts';
import { maya } from '../../support/builders.ts';
import { aPlainNotice } from '../../support/notices.ts';
import { testRegister } from '../../support/register.ts';
import { roundFor } from '../../support/round.ts';
import { startSmtp } from '../../support/smtp-server.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let round: ReturnType<typeof roundFor>;

const persons: (Partial<Person> & { id: string })[] = [
  { id: 'una-smew' },
  { id: 'by-slack', channel: 'slack', slackUserId: 'U1' },
  { id: 'by-both', channel: 'both', slackUserId: 'U2' },
  { id: 'not-confirmed', emailConfirmed: false },
  { id: 'has-left', lastDay: '2019-03-31' },
  { id: 'outside', accountless: true, channel: 'both', slackUserId: 'U3' },
];

beforeAll(async () => {
  opened = await testRegister();
  smtp = await startSmtp();
  round = roundFor(opened.register);
  await commit(opened.register, {
    commandId: 'people',
    actor: maya,
    at: '2019-04-15T09:00:00.000Z',
    outcome: {},
    changes: persons.map((one) =>
      change(people, {
        was: null,
        record: aPerson({ name: one.id, ...one, email: `${one.id}@brackenford.example` }),
        event: 'entered',
      }),
    ),
  });
});
afterAll(async () => {
  await smtp.stop();
  opened.close();
});

const words: NoticeKind = ({ person }) =>
  Promise.resolve({
    notice: aPlainNotice(),
    bodyId: 'gb',
    ...(person ? {} : { to: { name: 'A resident', email: 'resident@home.example' } }),
  });
const kinds = { vote: words, over: () => Promise.resolve(null) };

const send = (personId: string, more: Partial<NoticeInput> = {}) =>
  sendNotice(
    { kind: 'vote', recordId: 'wr-1', personId, day: '2019-04-15', ...more },
    {
      ...round.services,
      kinds,
      post: {
        ...round.post,
        email: emailSender({ url: smtp.url, from: 'Quorate <no-reply@brackenford.example>' }),
      },
    },
  );
const mailsTo = (id: string) => smtp.taken.filter(({ to }) => to.includes(`${id}@brackenford.example`)).length;
const slackTo = (id: string) => round.sent.filter(({ by, to }) => by === 'slack' && to.includes(id)).length;

test('a person is told once by email, however often and by however many it is sent', async () => {
  expect(await send('una-smew')).toEqual({ word: 'sent' });
  expect(await send('una-smew', { day: '2019-04-16' })).toEqual({ word: 'already' });
  await Promise.all([1, 2, 3].map(() => send('una-smew')));
  expect(mailsTo('una-smew')).toBe(1);
});

test('another round, record or person is another message', async () => {
  expect(await send('una-smew', { round: 'T-2' })).toEqual({ word: 'sent' });
  expect(await send('una-smew', { recordId: 'wr-2' })).toEqual({ word: 'sent' });
  expect(mailsTo('una-smew')).toBe(3);
});

test('each is told by the channel they chose', async () => {
  expect([await send('by-slack'), await send('by-both')]).toEqual([{ word: 'sent' }, { word: 'sent' }]);
  expect([mailsTo('by-slack'), slackTo('U1'), mailsTo('by-both'), slackTo('U2')]).toEqual([0, 1, 1, 1]);
});

test('somebody without an account is told by email only', async () => {
  expect(await send('outside')).toEqual({ word: 'sent' });
  expect([mailsTo('outside'), slackTo('U3')]).toEqual([1, 0]);
});

test('nobody is told at an address that is not confirmed, or after they have left', async () => {
  expect([await send('not-confirmed'), await send('has-left')]).toEqual([{ word: 'not-told' }, { word: 'not-told' }]);
  expect([mailsTo('not-confirmed'), mailsTo('has-left')]).toEqual([0, 0]);
});

test('a member of the public is told at the address that the record holds', async () => {
  expect(await send('question-7')).toEqual({ word: 'sent' });
  expect(smtp.taken.flatMap(({ to }) => to)).toContain('resident@home.example');
});

test('nothing is sent when there is nothing more to say, and a kind that does not exist is a fault', async () => {
  expect(await send('una-smew', { kind: 'over' })).toEqual({ word: 'nothing' });
  await expect(send('una-smew', { kind: 'no-such' })).rejects.toThrow(
    expect.objectContaining({ name: 'UnknownNotice' }),
  );
});

test('what was sent about a record can be read beside it', async () => {
  const sent = await noticesAbout(opened.register.table, 'wr-2');
  expect(sent.map(({ recipient, state, aboutId }) => [recipient, state, aboutId])).toEqual([
    ['una-smew', 'sent', 'wr-2'],
  ]);
});
