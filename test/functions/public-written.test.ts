import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { extendedAccessId } from '../../infra/local/demonstration/written-resolution.ts';
import { londonInstant } from '../../shared/domain/calendar/day.ts';
import { writtenInPublic } from '../../shared/domain/written-resolutions/in-public.ts';
import { historyOf } from '../../shared/store/history.ts';
import { publishedWrittenOf } from '../../shared/store/published-written.ts';
import { get } from '../../shared/store/record-kind.ts';
import { answerWritten } from '../../shared/store/written-acts.ts';
import { votesOn, writtenResolutions } from '../../shared/store/written-resolutions.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { publicSite } from '../support/public-site.ts';
import { aWritten, electors, giving, someTerms } from '../support/written.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
  site = await publicSite(opened.endpoint);
});
afterAll(async () => {
  await site.close();
  opened.close();
});

const BODY = '/committees/governing-body';
const PAGE = `${BODY}/written/${extendedAccessId}`;

test('while it is open the public reads nothing of a decision in writing; by the vote that carries it, the result and each vote', async () => {
  const { register } = opened;
  expect((await site.get(PAGE)).status).toBe(404);
  expect((await site.get(BODY)).html).not.toContain('Extended access');
  const [{ record }, cast] = await Promise.all([
    get(register, writtenResolutions, extendedAccessId),
    votesOn(register, extendedAccessId),
  ]);
  const silent = record.put?.electors.find(({ personId }) => cast.every((vote) => vote.personId !== personId));
  const at = londonInstant('2019-04-15', '10:00');
  const actor = { sort: 'person' as const, personId: silent?.personId ?? '', onBehalfOf: null };
  await answerWritten(register, aCommand('carries-it', { at, actor }), extendedAccessId, giving('approve'));
  const list = await site.get(BODY);
  expect(list.html).toContain('Decided in writing');
  expect(list.html).toContain(PAGE);
  const { html } = await site.get(PAGE);
  for (const words of ['It was carried', 'Dr Farah Nightjar', 'Stood aside', '6 (More than half', 'Did not answer'])
    expect([words, html.toLowerCase().includes(words.toLowerCase())]).toEqual([words, true]);
  // Comments and interests stay inside.
  expect(html).not.toContain('September report');
  expect(html).not.toContain('practice that would be paid');
  // The record of the resolution holds each vote as well.
  const events = await historyOf(register, 'resolution', `${extendedAccessId}-resolved`);
  expect(events.map(({ envelope }) => envelope.event)).toEqual(['resolution passed in writing']);
  expect(await publishedWrittenOf(register.table, extendedAccessId)).toMatchObject({ result: 'carried' });
});

const votesFor = (count: number) =>
  electors(11)
    .slice(0, count)
    .map(({ personId }) => ({
      id: `vote-${personId}`,
      writtenResolutionId: 'wr-1',
      bodyId: 'governing-body',
      personId,
      given: giving('approve'),
      firstAt: '2019-04-09T08:00:00.000Z',
      at: '2019-04-09T08:00:00.000Z',
      accessClass: 'internal' as const,
    }));
const names = new Map(electors(11).map(({ personId }) => [personId, `Name of ${personId}`]));
const ended = { at: '2019-04-10T08:00:00.000Z', on: '2019-04-10', by: null, why: null };
const inPublic = (over: Parameters<typeof aWritten>[0]) =>
  writtenInPublic(aWritten({ state: 'carried', ended, ...over }), votesFor(6), { bodyName: 'Board', names });

test('members are named with their votes only where the procedure it was put under has them named', () => {
  const put = aWritten().put;
  if (!put) throw new Error('It is put');
  expect(inPublic({})).toMatchObject({ votes: null, sum: { for: 6, entitled: 11, needs: 6, notAnswered: 5 } });
  const named = inPublic({ put: { ...put, terms: someTerms({ namesVotes: true }) } });
  expect(named?.votes).toHaveLength(11);
  expect(named?.votes?.[0]).toEqual({ name: 'Name of member-001', vote: 'for' });
});

test('of private business, of what is open or withdrawn, or what went to a meeting, the public reads nothing', () => {
  expect(inPublic({ accessClass: 'private' })).toBeNull();
  for (const state of ['draft', 'put', 'withdrawn', 'meeting-required'] as const)
    expect(inPublic({ state })).toBeNull();
  expect(inPublic({ state: 'lost' })).toMatchObject({ result: 'lost' });
});

test('no public page about decisions in writing reads anything but what is published', () => {
  expect(site.refused).toEqual([]);
});
