import { expect, test } from '@jest/globals';
import { comesFromEdge } from '../../../shared/lambda/origin-secret.ts';

const current = 'c'.repeat(48);
const previous = 'p'.repeat(48);
const stored = JSON.stringify({ current, previous });

test('A request with the current secret comes from the edge', () => {
  expect(comesFromEdge(current, stored)).toBe(true);
});

test('While the secret is being rotated the one before still opens', () => {
  expect(comesFromEdge(previous, stored)).toBe(true);
});

test('A request without the secret, or with another, is refused', () => {
  expect(comesFromEdge(undefined, stored)).toBe(false);
  expect(comesFromEdge('', JSON.stringify({ current, previous: '' }))).toBe(false);
  expect(comesFromEdge(`${current}x`, stored)).toBe(false);
});

test('A stored secret that is too short to be one opens nothing', () => {
  expect(() => comesFromEdge('short', JSON.stringify({ current: 'short', previous: '' }))).toThrow();
});
