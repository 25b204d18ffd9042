import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';

const saved = async (document: PDFDocument): Promise<Uint8Array> => document.save({ useObjectStreams: false });

async function withText(pages = 2): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1)
    document.addPage([400, 500]).drawText(`Page ${page} of the report`, { x: 40, y: 440, size: 14, font });
  return document;
}

/** A report as a word processor exports it without tags. */
export async function plainPdf(pages = 2, title = ''): Promise<Uint8Array> {
  const document = await withText(pages);
  if (title !== '') document.setTitle(title);
  return saved(document);
}

/** The same with the marks of a tagged document. */
export async function taggedPdf(): Promise<Uint8Array> {
  const document = await withText();
  const { catalog, context } = document;
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: [] })));
  return saved(document);
}

/** Asks for a password. */
export async function encryptedPdf(): Promise<Uint8Array> {
  const document = await withText();
  document.encrypt({ userPassword: 'swordfish', ownerPassword: 'swordfish' });
  return saved(document);
}

/** Runs a script when it is opened. */
export async function scriptedPdf(): Promise<Uint8Array> {
  const document = await withText();
  document.addJavaScript('greet', 'app.alert("Hello")');
  return saved(document);
}

/** Starts a program from an action written inside an annotation. */
export async function launchingPdf(): Promise<Uint8Array> {
  const document = await withText();
  const { context } = document;
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 50, 50],
    A: { S: 'Launch', F: PDFString.of('calc.exe') },
  });
  document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  return saved(document);
}

/** Carries another file. */
export async function attachingPdf(): Promise<Uint8Array> {
  const document = await withText();
  await document.attach(Buffer.from('a,b'), 'figures.csv', { mimeType: 'text/csv' });
  return saved(document);
}

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Pictures of pages. */
export async function scannedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const picture = await document.embedPng(dot);
  document.addPage([400, 500]).drawImage(picture, { x: 0, y: 0, width: 400, height: 500 });
  return saved(document);
}

/** The beginning of a file whose rest did not arrive. */
export async function truncatedPdf(): Promise<Uint8Array> {
  const whole = await plainPdf();
  return whole.subarray(0, Math.floor(whole.length / 2));
}

/** A document of a word processor under the name of a PDF: it begins as any zip does. */
export const mistypedPdf: Uint8Array = Buffer.from(
  'PK\u0003\u0004\u0014\u0000 [Content_Types].xml word/document.xml',
  'latin1',
);
