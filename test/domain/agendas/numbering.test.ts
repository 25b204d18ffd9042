import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgendaItem, unarranged } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Agenda, Numbering } from '../../../shared/domain/agendas/agenda.ts';
import { addItem, beginAgenda, canMove, editItem, moveItem, takeOff } from '../../../shared/domain/agendas/build.ts';
import { nextInSeries } from '../../../shared/domain/agendas/numbering.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';

const item = (id: string, over: Partial<AgendaItem> = {}): AgendaItem => ({
  ...unarranged,
  id,
  bodyId: 'hosb',
  meetingId: 'meeting',
  number: null,
  title: `Business ${id}`,
  purpose: 'discussion',
  reportOf: null,
  attendedFor: [],
  mattersRaised: [],
  report: 'oral',
  commitmentId: null,
  state: 'on-agenda',
  published: false,
  accessClass: 'internal',
  origin: { sort: 'typed' },
  ...over,
});
const secret = (id: string) => item(id, { accessClass: 'private' });
const exclusion = item('exclusion', { origin: { sort: 'standing', key: 'exclusion' } });
const begun = (items: readonly AgendaItem[], numbering: Numbering = 'plain', firstNumber = 1): Agenda =>
  beginAgenda({ id: 'meeting', bodyId: 'hosb', numbering, firstNumber, series: '19' }, items);
const published = (agenda: Agenda): Agenda => ({
  ...agenda,
  slots: agenda.slots.map((slot) => ({ ...slot, publishedOn: '2019-04-15' })),
});
const numbers = ({ slots }: Agenda) => slots.map(({ itemId, number }) => `${number} ${itemId}`);

test('each scheme numbers an agenda in its own way', () => {
  const items = [item('a'), item('b'), exclusion, secret('c')];
  expect(numbers(begun(items))).toEqual(['1 a', '2 b', '3 exclusion', '4 c']);
  expect(numbers(begun(items, 'lettered'))).toEqual(['A1 a', 'A2 b', 'A3 exclusion', 'B1 c']);
  expect(numbers(begun(items, 'parts'))).toEqual(['1.1 a', '1.2 b', '1.3 exclusion', '2.1 c']);
  expect(numbers(begun(items, 'year', 9))).toEqual(['19/09 a', '19/10 b', '19/11 exclusion', '19/12 c']);
});

test('numbers that run through the year go on where the last meeting of the year ended', () => {
  expect(nextInSeries(begun([item('a'), item('b')], 'year', 9), '19')).toBe(11);
  expect(nextInSeries(begun([item('a')], 'year', 9), '20')).toBe(1);
  expect(nextInSeries(undefined, '19')).toBe(1);
});

test('Part II comes last, after the motion to exclude the public, wherever its business was put', () => {
  const agenda = begun([secret('x'), item('a'), exclusion, item('b')]);
  expect(numbers(agenda)).toEqual(['1 a', '2 b', '3 exclusion', '4 x']);
  const edited = editItem(agenda, secret('a'));
  expect(numbers(edited)).toEqual(['1 b', '2 exclusion', '3 a', '4 x']);
});

test('until an agenda is published, numbers follow the order', () => {
  const agenda = moveItem(begun([item('a'), item('b'), item('c')]), 'c', 0);
  expect(numbers(agenda)).toEqual(['1 c', '2 a', '3 b']);
  expect(numbers(takeOff(agenda, 'a'))).toEqual(['1 c', '2 b']);
});

test('after publication an item added between two gets a letter, and one at the end the next number', () => {
  const out = published(begun([item('a'), item('b'), item('c')]));
  const between = addItem(out, item('d'), 'a');
  expect(numbers(between)).toEqual(['1 a', '1A d', '2 b', '3 c']);
  expect(numbers(addItem(between, item('e'), 'd'))).toEqual(['1 a', '1A d', '1B e', '2 b', '3 c']);
  expect(numbers(addItem(out, item('d'), null))).toEqual(['1 a', '2 b', '3 c', '4 d']);
});

test('new business goes before urgent business, until the agenda is out', () => {
  const urgent = item('urgent', { origin: { sort: 'standing', key: 'urgent' } });
  const agenda = addItem(begun([item('a'), urgent]), item('b'), null);
  expect(numbers(agenda)).toEqual(['1 a', '2 b', '3 urgent']);
});

test('what was published is neither moved nor taken off, and no item crosses into the other part', () => {
  const agenda = begun([item('a'), item('b'), exclusion, secret('c'), secret('d')]);
  expect(canMove(agenda, 'b', 1)).toBe(false);
  expect(canMove(agenda, 'c', -1)).toBe(false);
  expect(canMove(agenda, 'c', 1)).toBe(true);
  expect(() => moveItem(agenda, 'a', 4)).toThrow(TransitionRefused);
  expect(() => moveItem(published(agenda), 'a', 1)).toThrow(TransitionRefused);
  expect(() => takeOff(published(agenda), 'a')).toThrow(TransitionRefused);
});

type Act = { sort: 'add' | 'add-private' | 'move' | 'take-off' | 'publish'; at: number };
const anyActs = fc.array(
  fc.record({
    sort: fc.constantFrom<Act['sort']>('add', 'add', 'add-private', 'move', 'take-off', 'publish'),
    at: fc.nat(12),
  }),
  { maxLength: 40 },
);

function done(agenda: Agenda, { sort, at }: Act, name: string): Agenda {
  const chosen = agenda.slots[at % Math.max(1, agenda.slots.length)]?.itemId ?? '';
  switch (sort) {
    case 'publish':
      return published(agenda);
    case 'add':
      return addItem(agenda, item(name), at % 3 === 0 ? null : chosen);
    case 'add-private':
      return addItem(agenda, secret(name), at % 3 === 0 ? null : chosen);
    case 'move':
      return moveItem(agenda, chosen, at);
    case 'take-off':
      return takeOff(agenda, chosen);
  }
}

test('whatever is done to an agenda, a published number never changes and no two items have the same', () => {
  fc.assert(
    fc.property(anyActs, fc.constantFrom<Numbering>('plain', 'lettered', 'year', 'parts'), (acts, numbering) => {
      let agenda = begun([item('a'), item('b'), exclusion], numbering);
      const given = new Map<string, string>();
      acts.forEach((act, index) => {
        try {
          agenda = done(agenda, act, `new-${index}`);
        } catch (fault) {
          if (!(fault instanceof TransitionRefused)) throw fault;
        }
        for (const { itemId, number, publishedOn } of agenda.slots) {
          expect(given.get(itemId) ?? number).toBe(number);
          if (publishedOn !== null) given.set(itemId, number);
        }
        expect(new Set(agenda.slots.map(({ number }) => number)).size).toBe(agenda.slots.length);
      });
    }),
  );
});
