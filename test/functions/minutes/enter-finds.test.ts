import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enterFind } from '../../../functions/minutes/enter-find.ts';
import { finish } from '../../../functions/minutes/finish-entering.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { businessOf } from '../../../shared/store/business.ts';
import { change, commit } from '../../../shared/store/commit.ts';
import { endedTo, nextActionOf, owedTo } from '../../../shared/store/commitments.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { publishedMeetingOf } from '../../../shared/store/published.ts';
import { acceptReading, beginReading } from '../../../shared/store/reading-acts.ts';
import { readings } from '../../../shared/store/readings.ts';
import { get, type Register } from '../../../shared/store/record-kind.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aBody, maya } from '../../support/builders.ts';
import { aCommand } from '../../support/command.ts';
import { aReading } from '../../support/reading.ts';
import { testRegister } from '../../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
beforeAll(async () => {
  opened = await testRegister(testBlobs());
  const at = '2019-04-15T09:00:00.000Z';
  const made = change(bodies, { was: null, record: aBody(), event: 'body set up' });
  await commit(opened.register, { commandId: 'body', actor: maya, at, outcome: {}, changes: [made] });
});
afterAll(() => opened.close());

const clock = { now: () => '2019-04-15T09:10:00.000Z', today: () => '2019-04-15' };
const services = () => ({ register: opened.register, clock });

const items = ['Winter pressures', 'Dental access', 'Ambulance waits'];
const minutesOf = (round: string) =>
  items
    .map(
      (title, index) =>
        `${index + 1}. ${title} ${round}\n\nThe Board considered a report.\n\nRESOLVED that:\n\n(1) The report be noted.\n\n(2) A further report on ${title.toLowerCase()} ${round} be submitted to the Board in three months.`,
    )
    .join('\n\n');

let ids = 0;
const newId = () => {
  ids += 1;
  return `entered-${String(ids).padStart(4, '0')}`;
};

const accepted = async (id: string, meetingDay: string, text: string): Promise<string[]> => {
  await beginReading(
    opened.register,
    aCommand(`begin-${id}`),
    aReading({ id, meetingDay, text, ownTitle: 'Business' }),
  );
  await acceptReading(opened.register, aCommand(`accept-${id}`), id, newId);
  const { record } = await get(opened.register, readings, id);
  return record.parts.map(({ key }) => key);
};

const enteredFrom = async (id: string) => {
  const { record } = await get(opened.register, readings, id);
  const business = await businessOf(opened.register, record.meetingId ?? '');
  const promises = [...(await owedTo(opened.register, 'hosb')), ...(await endedTo(opened.register, 'hosb'))];
  return {
    items: business.items.length,
    minutes: business.minutes.length,
    resolutions: business.resolutions.length,
    promises: promises.filter((one) => one.record.source.meetingId === record.meetingId),
  };
};

test('each item of minutes is a part of its own, with its own promises, numbered in order', async () => {
  const keys = await accepted('several', '2018-10-17', minutesOf('once'));
  expect(keys).toEqual(['p1', 'p2', 'p3']);
  for (const part of keys)
    expect(await enterFind({ readingId: 'several', part }, services())).toEqual({ word: 'entered' });
  expect(await finish({ readingId: 'several' }, services())).toEqual({ word: 'entered' });
  const entered = await enteredFrom('several');
  expect(entered).toMatchObject({ items: 3, minutes: 3, resolutions: 3 });
  expect(entered.promises.map(({ record }) => record.reference)).toEqual(['HOSB/18/01', 'HOSB/18/02', 'HOSB/18/03']);
});

test('a part that is entered twice is in the register once, with one entry of history', async () => {
  await accepted('twice', '2018-10-18', minutesOf('twice'));
  const once = await enterFind({ readingId: 'twice', part: 'p1' }, services());
  const again = await enterFind({ readingId: 'twice', part: 'p1' }, services());
  expect([once, again]).toEqual([{ word: 'entered' }, { word: 'already-entered' }]);
  const { promises, items: entered } = await enteredFrom('twice');
  expect([entered, promises.length]).toEqual([1, 1]);
  expect(await historyOf(opened.register, 'commitment', promises[0]?.record.id ?? '')).toHaveLength(1);
});

test('two workers that enter the same part at once enter it once', async () => {
  await accepted('racing', '2018-10-19', minutesOf('raced'));
  const both = await Promise.allSettled([1, 2].map(() => enterFind({ readingId: 'racing', part: 'p1' }, services())));
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await enteredFrom('racing')).toMatchObject({ items: 1, minutes: 1, resolutions: 1 });
});

test('finishing waits until every part is entered', async () => {
  await accepted('early', '2018-10-22', minutesOf('early'));
  await expect(finish({ readingId: 'early' }, services())).rejects.toThrow(
    '3 parts of reading early are not entered yet',
  );
});

/** The table answers `before` writes and then is gone, before or after the next one reached it. */
const failing = (when: 'after' | 'before', before: number): Register => {
  let written = 0;
  const { table, blobs } = opened.register;
  const transact: typeof table.transact = async (writes, token) => {
    written += 1;
    if (written > before && when === 'before') throw new Error('killed');
    await table.transact(writes, token);
    if (written > before) throw new Error('killed');
  };
  return { table: { ...table, transact }, blobs };
};

test.each(['after', 'before'] as const)(
  'killed %s the write of any part, entering goes on and nothing is doubled',
  async (when) => {
    for (const before of [0, 1, 2, 3]) {
      const id = `killed-${when === 'after' ? 'after' : 'before'}-${before}`;
      const day = `2018-1${when === 'after' ? 1 : 2}-1${before}`;
      const keys = await accepted(id, day, minutesOf(id));
      const dying = { register: failing(when, before), clock };
      const enter = async (given: typeof dying) => {
        for (const part of keys) await enterFind({ readingId: id, part }, given);
        await finish({ readingId: id }, given);
      };
      await expect(enter(dying)).rejects.toThrow('killed');
      await enter(services());
      const { promises, ...business } = await enteredFrom(id);
      expect(business).toEqual({ items: 3, minutes: 3, resolutions: 3 });
      expect(promises).toHaveLength(3);
      expect((await get(opened.register, readings, id)).record.state).toBe('entered');
    }
  },
);

test('many promises of one item are entered in parts that each fit one transaction', async () => {
  const many = Array.from(
    { length: 12 },
    (_, index) => `(${index + 1}) A further report on subject ${index + 1} be submitted to the Board in three months.`,
  );
  const keys = await accepted(
    'many',
    '2018-12-03',
    ['Agenda item', 'Long item', 'RESOLVED that:', ...many].join('\n\n'),
  );
  expect(keys.length).toBeGreaterThan(1);
  for (const part of keys) await enterFind({ readingId: 'many', part }, services());
  const { promises, ...business } = await enteredFrom('many');
  expect(business).toEqual({ items: 1, minutes: 1, resolutions: 1 });
  expect(promises).toHaveLength(12);
  const limbs = promises.map(({ record }) => Number(record.source.limb)).toSorted((a, b) => a - b);
  expect(limbs).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test('a live promise is looked at by the next daily round; one already late and undecided is not', async () => {
  const text = readFileSync('test/fixtures/seeds/coventry-board-out-of-hospital-update.txt', 'utf8');
  const enter = async (id: string, day: string) => {
    for (const part of await accepted(id, day, text)) await enterFind({ readingId: id, part }, services());
    const promise = (await enteredFrom(id)).promises[0];
    const look = await nextActionOf(opened.register.table, promise?.record.id ?? '');
    return [promise?.record.chasedFrom, look?.day ?? null];
  };
  expect(await enter('live', '2018-10-24')).toEqual(['2019-04-15', '2019-04-15']);
  expect(await enter('late', '2017-10-24')).toEqual([null, null]);
});

test('publishing waits until the lists hold all that was entered', async () => {
  const id = 'published';
  const { table, blobs } = opened.register;
  const text = minutesOf(id);
  const reading = aReading({ id, meetingDay: '2018-10-30', text, ownTitle: 'Business', toBePublished: true });
  await beginReading(opened.register, aCommand(`begin-${id}`), reading);
  await acceptReading(opened.register, aCommand(`accept-${id}`), id, newId);
  const { record } = await get(opened.register, readings, id);
  for (const { key } of record.parts) await enterFind({ readingId: id, part: key }, services());
  // The index has not heard of the last part yet.
  const late = record.parts.at(-1)?.itemId ?? '';
  const queryAll: typeof table.queryAll = async (wanted, bound) =>
    (await table.queryAll(wanted, bound)).filter(({ gsi1sk }) => wanted.index === undefined || gsi1sk !== late);
  const lagging = { register: { table: { ...table, queryAll }, blobs }, clock };
  await expect(finish({ readingId: id }, lagging)).rejects.toThrow('1 records of reading published are not listed yet');
  expect(await publishedMeetingOf(table, record.meetingId ?? '')).toBeUndefined();
  expect(await finish({ readingId: id }, services())).toEqual({ word: 'entered' });
  expect((await publishedMeetingOf(table, record.meetingId ?? ''))?.items).toHaveLength(3);
});
