import { deflateSync } from 'node:zlib';
import { plainPdf } from './pdf-files.ts';

type Stream = { readonly dictionary: string; readonly bytes: Uint8Array };

/** A PDF that opens, with one more stream before its end. */
async function withStream({ dictionary, bytes }: Stream): Promise<Uint8Array> {
  const whole = Buffer.from(await plainPdf());
  const at = whole.lastIndexOf('xref');
  const head = `99 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([
    whole.subarray(0, at),
    Buffer.from(head),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
    whole.subarray(at),
  ]);
}

const packed = (megabytes: number): Uint8Array => deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));

/** A few hundred kilobytes that unfold to more than a function has memory for. */
export const foldedBomb = () =>
  withStream({ dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bytes: packed(300) });

/** The same with its kind written by the codes of its letters. */
export const spelledBomb = () =>
  withStream({ dictionary: '/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode', bytes: packed(300) });

/** The same with its kind in another object. */
export const referredBomb = () =>
  withStream({ dictionary: '/Type 98 0 R /N 1 /First 4 /Filter /FlateDecode', bytes: packed(300) });

/** Packed twice, so that even the first unfolding is small. */
export const twiceFoldedBomb = () =>
  withStream({
    dictionary: '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]',
    bytes: deflateSync(packed(300)),
  });

/** A table that says there are a thousand billion objects: counted through, it takes all day. */
export const countingBomb = () =>
  withStream({ dictionary: '/Type /XRef /Size 1000000000000 /W [1 2 1] /Filter /FlateDecode', bytes: packed(1) });

/** Not a bomb: a picture that unfolds to a lot, which nobody here unfolds. */
export const largePicture = () =>
  withStream({
    dictionary: '/Type /XObject /Subtype /Image /Width 10000 /Height 10000 /Filter /FlateDecode',
    bytes: packed(100),
  });
