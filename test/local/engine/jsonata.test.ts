import { expect, test } from '@jest/globals';
import { evaluate } from '../../../infra/local/engine/jsonata.ts';

const at = Date.parse('2026-06-01T09:00:00Z');
const value = (template: unknown, variables: Record<string, unknown> = {}, states: Record<string, unknown> = {}) =>
  evaluate(template, { states, variables, now: at });

test('only a string that is wholly an expression is evaluated, at any depth', async () => {
  expect(await value({ a: ['{% 1 + 1 %}', 'is {% 1 %}', { b: '{%$who%}' }], '{% 1 %}': 2 }, { who: 'chair' })).toEqual({
    a: [2, 'is {% 1 %}', { b: 'chair' }],
    '{% 1 %}': 2,
  });
});

test('the functions that Step Functions adds to JSONata are there', async () => {
  expect(await value('{% $partition([1,2,3,4,5], 2) %}')).toEqual([[1, 2], [3, 4], [5]]);
  expect(await value('{% $range(0, 10, 5) %}')).toEqual([0, 5, 10]);
  expect(await value('{% $range(3, 1, -1) %}')).toEqual([3, 2, 1]);
  expect(await value(`{% $parse('{"a":1}').a %}`)).toBe(1);
  expect(await value("{% $hash('abc', 'SHA-256') %}")).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(await value('{% $uuid() %}')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(await value('{% $random(7) = $random(7) and $random(7) != $random(8) %}')).toBe(true);
  expect(await value('{% $random() < 1 %}')).toBe(true);
});

test('the time in an expression is business time', async () => {
  expect(await value('{% [$now(), $millis()] %}')).toEqual(['2026-06-01T09:00:00.000Z', at]);
});

test('an expression that gives nothing, is wrong, or will not end is States.QueryEvaluationError', async () => {
  const refused = expect.objectContaining({ name: 'States.QueryEvaluationError' });
  await expect(value('{% $states.input.nothing %}')).rejects.toEqual(refused);
  await expect(value("{% 'a' + 1 %}")).rejects.toEqual(refused);
  await expect(value("{% $eval('1') %}")).rejects.toEqual(refused);
  await expect(value("{% $hash('a', 'CRC') %}")).rejects.toEqual(refused);
  await expect(value('{% $range(0, 5000, 1) %}')).rejects.toEqual(refused);
  await expect(value('{% $range(0, 5, 0) %}')).rejects.toEqual(refused);
  await expect(value('{% $partition([1], 0) %}')).rejects.toEqual(refused);
  await expect(value('{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}')).rejects.toEqual(refused);
  await expect(value('{% function($n) { $n } %}')).rejects.toEqual(refused);
});

test('what an expression returns shares nothing with what it read', async () => {
  const input = { matters: [{ id: 1 }] };
  const read = await value('{% $states.input %}', {}, { input });
  expect(read).toEqual(input);
  expect(read).not.toBe(input);
});
