import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPdf } from '../../shared/documents/check-pdf.ts';
import {
  countingBomb,
  foldedBomb,
  largePicture,
  referredBomb,
  spelledBomb,
  twiceFoldedBomb,
} from '../support/pdf-bombs.ts';
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

test.each([
  ['unfolds to 300 MB', foldedBomb],
  ['hides what it is in the codes of letters', spelledBomb],
  ['hides what it is in another object', referredBomb],
  ['is folded twice', twiceFoldedBomb],
  ['says that it has a thousand billion objects', countingBomb],
])('a file that %s is refused unopened, in a blink', async (_, make) => {
  const bytes = await make();
  expect(bytes.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  expect(await checkPdf(bytes)).toEqual({ word: 'too-heavy' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
});

test('a large picture in a report is nobody’s business, and a report whose objects are folded as usual is kept', async () => {
  expect(await checkPdf(await largePicture())).toMatchObject({ word: 'good', pages: 2 });
  const document = await PDFDocument.load(await plainPdf(40, 'Folded'));
  const folded = await document.save({ useObjectStreams: true });
  expect(Buffer.from(folded).includes('/ObjStm')).toBe(true);
  expect(await checkPdf(folded)).toMatchObject({ word: 'good', pages: 40, title: 'Folded' });
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
