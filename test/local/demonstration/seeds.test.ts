import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { bodies } from '../../../infra/local/demonstration/bodies.ts';
import { demonstrationDay } from '../../../infra/local/demonstration/demonstration-day.ts';
import { messagesBefore } from '../../../infra/local/demonstration/messages-before.ts';
import { people } from '../../../infra/local/demonstration/people.ts';
import { seeds, seedText } from '../../../infra/local/demonstration/seeds/seeds.ts';
import { signInList } from '../../../infra/local/demonstration/sign-in-list.ts';
import { tour } from '../../../infra/local/demonstration/tour.ts';
import { message } from '../../../shared/domain/messages/message.ts';

const folder = new URL('../../../infra/local/demonstration/seeds/', import.meta.url);

test('every seed document is offered, for a body that exists and a day that is past', async () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(seeds.map((seed) => seed.file).toSorted()).toEqual(files.toSorted());
  for (const seed of seeds) {
    expect((await seedText(seed.file)).length).toBeGreaterThan(3000);
    expect(bodies.some((which) => which.id === seed.suggestedBodyId)).toBe(true);
    expect(seed.suggestedDay < demonstrationDay).toBe(true);
  }
});

test('a file that is no seed is refused, whatever it is called', async () => {
  await expect(seedText('../people.ts')).rejects.toThrow('No seed document');
});

test('nobody named in a seed has an address in the demonstration', async () => {
  const texts = await Promise.all(seeds.map((seed) => seedText(seed.file)));
  for (const who of people)
    for (const text of texts) expect(text.includes(who.name.replace(/^(Dr|Cllr) /, ''))).toBe(false);
});

test('the tour is for people who may sign in', () => {
  const ids = signInList.map(({ personId }) => personId);
  expect(tour).toHaveLength(6);
  for (const stop of tour) expect(ids).toContain(stop.as);
});

test('the message log of the past is whole and says where each message went', () => {
  for (const sent of messagesBefore) expect(message.safeParse(sent).error).toBeUndefined();
  expect(new Set(messagesBefore.map((sent) => sent.id)).size).toBe(messagesBefore.length);
  const went = ({ by, address }: (typeof messagesBefore)[number]) =>
    by === 'slack' ? address?.startsWith('U-') : address?.endsWith('.example');
  expect(messagesBefore.every(went)).toBe(true);
});
