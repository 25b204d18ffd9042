import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { computeRule, rules } from '../../../shared/domain/statutory-clock/registry.ts';

const vector = z.object({
  id: z.string(),
  rule: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
  note: z.string(),
});
const file = new URL('../../fixtures/rules/vectors.json', import.meta.url);
const { vectors } = z.object({ vectors: z.array(vector) }).parse(JSON.parse(readFileSync(file, 'utf8')));

test.each(vectors)('the clock agrees with $id, $rule $note', ({ rule, input, expected }) => {
  expect(computeRule(rule, input)).toStrictEqual(expected);
});

test('all 128 vectors are told apart by their id', () => {
  expect(vectors).toHaveLength(128);
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(128);
});

test('every rule of the registry has a vector, and every vector a rule', () => {
  expect(new Set(vectors.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
});
