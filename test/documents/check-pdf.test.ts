import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPdf } from '../../shared/documents/check-pdf.ts';
import {
  attachingPdf,
  encryptedPdf,
  launchingPdf,
  mistypedPdf,
  plainPdf,
  scannedPdf,
  scriptedPdf,
  taggedPdf,
  truncatedPdf,
} from '../support/pdf-files.ts';

test('a report that opens is kept, with its pages and its own title', async () => {
  expect(await checkPdf(await plainPdf(3, 'Out of Hospital model'))).toEqual({
    word: 'good',
    pages: 3,
    tagged: false,
    scanned: false,
    title: 'Out of Hospital model',
  });
});

test('a tagged report is told from one that a screen reader will not read well', async () => {
  expect(await checkPdf(await taggedPdf())).toMatchObject({ word: 'good', tagged: true });
});

test('pictures of pages are noticed', async () => {
  expect(await checkPdf(await scannedPdf())).toMatchObject({ word: 'good', scanned: true });
});

test('what may not be kept is refused by its own word', async () => {
  const words = await Promise.all(
    [
      new Uint8Array(),
      mistypedPdf,
      Buffer.from('Just some words'),
      await encryptedPdf(),
      await truncatedPdf(),
      await scriptedPdf(),
      await launchingPdf(),
      await attachingPdf(),
    ].map(async (bytes) => (await checkPdf(bytes)).word),
  );
  expect(words).toEqual(['empty', 'word-processor', 'not-pdf', 'encrypted', 'broken', 'active', 'active', 'active']);
});

test('a file with its middle damaged is refused or opens, and never fails with an error of its own', async () => {
  const whole = await plainPdf();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (at, noise) => {
      const damaged = Uint8Array.from(whole);
      damaged.set(noise.subarray(0, whole.length - at), at);
      expect(typeof (await checkPdf(damaged)).word).toBe('string');
    }),
    { numRuns: 60 },
  );
});
