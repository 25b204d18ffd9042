import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mendMessages } from '../../functions/daily-round/mend-messages.ts';
import { deliver, mend, type Post, type ToSend } from '../../shared/messages/deliver.ts';
import type { Email, Sent } from '../../shared/messages/send-email.ts';
import { findMessage, messageIdFor } from '../../shared/store/messages.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
beforeAll(async () => {
  opened = await testRegister();
});
afterAll(() => opened.close());

const MINUTE = 60_000;
let real = Date.parse('2026-01-05T08:00:00.000Z');
let business = '2019-04-15T07:00:00.000Z';
let outcomes: (Sent | 'killed')[] = [];
const handed: Email[] = [];
const ok: Sent = { outcome: 'sent' };
const refused: Sent = { outcome: 'failed', why: 'EENVELOPE 451' };

const post = (): Post => ({
  table: opened.register.table,
  email: {
    send: (email) => {
      handed.push(email);
      const next = outcomes.shift() ?? ok;
      return next === 'killed' ? Promise.reject(new Error('killed')) : Promise.resolve(next);
    },
  },
  slack: { send: () => Promise.resolve(ok) },
  realNow: () => real,
  now: () => business,
  leaseSeconds: 90,
  publicAddress: 'http://localhost:3000',
});

beforeEach(() => {
  handed.length = 0;
  outcomes = [];
  business = '2019-04-15T07:00:00.000Z';
});

const about = (milestone: string): ToSend => ({
  by: 'email',
  recipient: 'owen-sandpiper',
  address: 'owen.sandpiper@brackenford.example',
  commitmentIds: ['promise-1'],
  bodyId: 'hosb',
  milestone,
  dueOn: '2019-04-15',
  title: 'Due soon',
  subject: 'promise-1',
  content: { by: 'email', subject: 'Due soon', text: 'Due soon', html: '<p>Due soon</p>', cc: null },
});
const logged = async (milestone: string) => {
  const id = messageIdFor({ recipient: 'owen-sandpiper', subject: 'promise-1', milestone, by: 'email' });
  return (await findMessage(opened.register.table, id))?.message;
};
const later = (minutes: number) => {
  real += minutes * MINUTE;
};

test('a message that was refused is tried again later, with the same message id, and is no repeat', async () => {
  outcomes = [refused, ok];
  expect(await deliver(post(), about('refused-once'))).toBe('failed');
  expect(await mend(post())).toBe(0);
  later(15);
  expect(await mend(post())).toBe(1);
  expect(await logged('refused-once')).toMatchObject({ state: 'sent', attempts: 2, repeated: false, why: null });
  expect(new Set(handed.map(({ messageId }) => messageId)).size).toBe(1);
  later(600);
  expect([await mend(post()), handed.length]).toEqual([0, 2]);
});

test('a message that fails four times over four hours stays failed and says why', async () => {
  outcomes = Array.from({ length: 9 }, () => refused);
  await deliver(post(), about('refused-always'));
  for (let minutes = 0; minutes < 600; minutes += 5) {
    later(5);
    await mend(post());
  }
  expect(handed).toHaveLength(4);
  expect(await logged('refused-always')).toMatchObject({ state: 'failed', attempts: 4, why: 'EENVELOPE 451' });
});

test('when the line broke the message may have arrived, so trying again is marked as a repeat', async () => {
  outcomes = [{ outcome: 'failed', why: 'ETIMEDOUT' }, refused, ok];
  await deliver(post(), about('line-broke'));
  later(15);
  await mend(post());
  later(60);
  await mend(post());
  expect(await logged('line-broke')).toMatchObject({ state: 'sent', attempts: 3, repeated: true });
});

test('a claim that was never settled is sent once more and marked, by one of two who find it', async () => {
  outcomes = ['killed', ok, ok];
  await expect(deliver(post(), about('in-doubt'))).rejects.toThrow('killed');
  later(2);
  await Promise.all([mend(post()), mend(post())]);
  expect(handed).toHaveLength(2);
  expect(await logged('in-doubt')).toMatchObject({ state: 'sent', attempts: 2, repeated: true });
});

test('a sender that is slower than its lease does not take back the mark of the repeat', async () => {
  let release: (sent: Sent) => void = () => {};
  const slow = post();
  const waiting = new Promise<Sent>((done) => {
    release = done;
  });
  let begun: () => void = () => {};
  const sending = new Promise<void>((done) => {
    begun = done;
  });
  const first = deliver(
    {
      ...slow,
      email: {
        send: () => {
          begun();
          return waiting;
        },
      },
    },
    about('slow'),
  );
  await sending;
  later(2);
  expect(await mend(post())).toBe(1);
  release(ok);
  await first;
  expect(await logged('slow')).toMatchObject({ state: 'sent', attempts: 2, repeated: true });
});

test('nothing is sent again at night; the next morning’s round sends it', async () => {
  outcomes = [refused, ok];
  await deliver(post(), about('at-night'));
  later(15);
  for (const night of ['2019-04-15T06:29:59.999Z', '2019-04-15T17:30:00.000Z']) {
    business = night;
    expect(await mendMessages({}, { post: post() })).toEqual({ word: 'not-now' });
  }
  expect(handed).toHaveLength(1);
  expect(await mendMessages({ day: '2019-04-16' }, { post: post() })).toEqual({ word: 'mended' });
  business = '2019-04-15T06:30:00.000Z';
  expect(await mendMessages({}, { post: post() })).toEqual({ word: 'nothing' });
});
