import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);
const decoded = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

/** Code of a glyph -> the letters that it stands for, from a font's ToUnicode map (ISO 32000-1, 9.10.3). */
function lettersOf(font: PDFDict): Map<number, string> {
  const map = new Map<number, string>();
  const stream = font.lookup(name('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return map;
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, lines = ''] of decoded(stream).matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', letters = ''] of lines.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      map.set(Number.parseInt(code, 16), text(letters));
  for (const [, lines = ''] of decoded(stream).matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of lines.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1)
        map.set(code, String.fromCodePoint(Number.parseInt(first, 16) + code - Number.parseInt(from, 16)));
  return map;
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string as it is written between round brackets. */
const bytesOf = (written: string): Buffer =>
  Buffer.from(
    written.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) =>
      /^[0-7]/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (ESCAPED[one] ?? one),
    ),
    'latin1',
  );

/** Where a string ends that begins at a round bracket: those inside it are escaped, or stand in pairs (7.3.4.2). */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** The fonts of a page by the names that its content calls them. */
function fontsOf(page: PDFPage): Fonts {
  const fonts = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)?.entries() ?? [];
  return new Map(
    fonts.flatMap(([key, value]) => {
      const font = page.doc.context.lookup(value);
      return font instanceof PDFDict ? [[key.decodeText(), lettersOf(font)] as const] : [];
    }),
  );
}

function wordsOfPage(page: PDFPage): string {
  const contents = page.node.Contents();
  if (!(contents instanceof PDFRawStream)) return '';
  const fonts = fontsOf(page);
  let now: ReadonlyMap<number, string> = new Map();
  let words = '';
  const text = decoded(contents);
  // The font that is chosen, a string in it, or the end of what is drawn at once.
  const mark = /\/(\w+) [\d.]+ Tf|\(|T[jJ]/g;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[1] !== undefined) now = fonts.get(found[1]) ?? new Map();
    if (found[0].startsWith('T')) words += ' ';
    if (found[0] !== '(') continue;
    const ends = endOfString(text, found.index);
    const bytes = bytesOf(text.slice(found.index + 1, ends));
    for (let at = 0; at + 1 < bytes.length; at += 2) words += now.get(bytes.readUInt16BE(at)) ?? '';
    mark.lastIndex = ends + 1;
  }
  return words;
}

/** Text in which parts that were drawn one after the other stand with one space between them. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/**
 * Everything in a PDF that can be read: the letters on its pages, and every stream decompressed beside every object as it is
 * written, by letters of one byte and of two.
 */
export async function wordsInPdf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const raw = document.context.enumerateIndirectObjects().map(([, object]) => {
    const stream = object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : new Uint8Array();
    return `${String(object)} ${Buffer.from(stream).toString('latin1')}`;
  });
  const pages = document.getPages().map(wordsOfPage);
  const all = raw.join('\n');
  return plain(`${pages.join('\n')}\n${all}\n${all.replaceAll('\u0000', '')}`);
}
