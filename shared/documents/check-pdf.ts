import {
  EncryptedPDFError,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFStream,
} from '@cantoo/pdf-lib';

import { isWithinBounds } from './pdf-bounds.ts';

/** What was found in a file that opens and may be kept. */
export type GoodPdf = {
  word: 'good';
  pages: number;
  /** Does it say in what order, and as what, a screen reader is to read it? */
  tagged: boolean;
  /** No page has any letters: pictures of pages. */
  scanned: boolean;
  /** The document's own title; empty where it has none. */
  title: string;
};

/** Why a file is not kept, in one word. */
export type RefusedPdf = {
  word: 'empty' | 'word-processor' | 'not-pdf' | 'encrypted' | 'broken' | 'active' | 'too-heavy';
};

/** How files of word processors begin: zip, the older binary format, and RTF. */
const wordProcessors = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '{\\rtf'];

/** Where a reader looks for the beginning and the end of a file: bytes from either end. */
const HEAD = 1024;
const TAIL = 2048;

const name = (text: string): PDFName => PDFName.of(text);

/** Keys and kinds of action by which a document does something, or carries another file. */
const activeKeys = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent'].map(name);
const activeActions = new Set([
  '/JavaScript',
  '/Launch',
  '/ImportData',
  '/SubmitForm',
  '/Rendition',
  '/RichMediaExecute',
]);

const isActive = (dict: PDFDict): boolean =>
  activeKeys.some((key) => dict.has(key)) ||
  activeActions.has(String(dict.get(name('S')))) ||
  String(dict.get(name('Type'))) === '/EmbeddedFile';

/** Looks at an object and what is written inside it; what it refers to is looked at by itself. */
function holdsActive(object: PDFObject): boolean {
  const waiting: PDFObject[] = [object];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one instanceof PDFArray) waiting.push(...one.asArray());
    const dict = one instanceof PDFStream ? one.dict : one;
    if (!(dict instanceof PDFDict)) continue;
    if (isActive(dict)) return true;
    waiting.push(...dict.values());
  }
  return false;
}

const isTagged = ({ catalog }: PDFDocument): boolean =>
  catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.lookupMaybe(name('Marked'), PDFBool)?.asBoolean() === true &&
  catalog.lookupMaybe(name('StructTreeRoot'), PDFDict) !== undefined;

const isScanned = (document: PDFDocument): boolean =>
  document.getPages().every(({ node }) => {
    const resources = node.Resources();
    const fonts = resources?.lookupMaybe(name('Font'), PDFDict);
    return resources?.has(name('XObject')) === true && (fonts === undefined || fonts.keys().length === 0);
  });

/** What the ends of a file tell before it is opened; undefined when they are those of a PDF. */
function refusedByItsEnds(bytes: Uint8Array): RefusedPdf | undefined {
  if (bytes.length === 0) return { word: 'empty' };
  const text = (part: Uint8Array): string => Buffer.from(part).toString('latin1');
  const head = text(bytes.subarray(0, HEAD));
  if (!head.includes('%PDF-'))
    return { word: wordProcessors.some((begin) => head.startsWith(begin)) ? 'word-processor' : 'not-pdf' };
  return text(bytes.subarray(-TAIL)).includes('%%EOF') ? undefined : { word: 'broken' };
}

/** Seconds in which a report is opened; a long one takes a fifth of it. */
const PATIENCE_SECONDS = 10;

/** What opens a file gives way between objects, so that the clock is looked at. */
async function opened(bytes: Uint8Array): Promise<PDFDocument | RefusedPdf> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<RefusedPdf>((resolve) => {
    timer = setTimeout(() => resolve({ word: 'too-heavy' }), PATIENCE_SECONDS * 1000);
  });
  return Promise.race([openedAtLast(bytes), late]).finally(() => clearTimeout(timer));
}

async function openedAtLast(bytes: Uint8Array): Promise<PDFDocument | RefusedPdf> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return document.getPageCount() > 0 ? document : { word: 'broken' };
  } catch (fault) {
    return { word: fault instanceof EncryptedPDFError ? 'encrypted' : 'broken' };
  }
}

/**
 * Opens a file that somebody sent as a PDF. It is good when it is one, whole, readable without a password, and carries
 * nothing that acts: no script, no other file, nothing that starts a program or sends what is typed. What would unfold
 * to more than can be looked at is refused unopened.
 */
export async function checkPdf(bytes: Uint8Array): Promise<GoodPdf | RefusedPdf> {
  const refused = refusedByItsEnds(bytes);
  if (refused) return refused;
  if (!isWithinBounds(bytes)) return { word: 'too-heavy' };
  const document = await opened(bytes);
  if ('word' in document) return document;
  try {
    if (document.context.enumerateIndirectObjects().some(([, object]) => holdsActive(object)))
      return { word: 'active' };
    return {
      word: 'good',
      pages: document.getPageCount(),
      tagged: isTagged(document),
      scanned: isScanned(document),
      title: (document.getTitle() ?? '').trim().slice(0, 300),
    };
  } catch {
    // What opens and cannot be walked through is broken further in.
    return { word: 'broken' };
  }
}
