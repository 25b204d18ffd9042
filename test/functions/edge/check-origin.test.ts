import { afterEach, expect, test } from '@jest/globals';
import { handler } from '../../../functions/edge/check-origin.ts';

const current = 'c'.repeat(48);

afterEach(() => {
  delete process.env['ORIGIN_SECRET'];
});

test('The origin answers what the edge sends and refuses what comes past it', async () => {
  process.env['ORIGIN_SECRET'] = JSON.stringify({ current, previous: '' });
  expect(await handler({ headers: { 'x-quorate-origin': current } })).toEqual({ isAuthorized: true });
  expect(await handler({ headers: { 'x-quorate-origin': 'guess' } })).toEqual({ isAuthorized: false });
  expect(await handler({ headers: {} })).toEqual({ isAuthorized: false });
});

test('Without a secret to compare with, the origin check fails and so nothing is answered', async () => {
  await expect(handler({ headers: { 'x-quorate-origin': current } })).rejects.toThrow();
});
