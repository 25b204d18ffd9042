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
    written.replaceAll(/\\(\d{1,3}|[\s\S])/g, (_, one: string) =>
      /^\d/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (ESCAPED[one] ?? one),
    ),
    'latin1',
  );

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
  // The font that is chosen, or a string in it.
  for (const [, font, string, shown] of decoded(contents).matchAll(
    /\/(\w+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\)])*)\)|(T[jJ])/g,
  )) {
    if (font !== undefined) now = fonts.get(font) ?? new Map();
    if (shown !== undefined) words += ' ';
    const bytes = string === undefined ? Buffer.alloc(0) : bytesOf(string);
    for (let at = 0; at + 1 < bytes.length; at += 2) words += now.get(bytes.readUInt16BE(at)) ?? '';
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
