import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

const words = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

/** Structure elements in reading order, each with how deep it lies. */
function rolesOf(document: PDFDocument): string[] {
  const roles: string[] = [];
  const walk = (reference: unknown): void => {
    const found = reference instanceof PDFArray || reference instanceof PDFDict ? reference : undefined;
    const object = found ?? document.context.lookup(reference as Parameters<typeof document.context.lookup>[0]);
    if (object instanceof PDFArray) for (const one of object.asArray()) walk(one);
    if (!(object instanceof PDFDict)) return;
    const role = object.get(name('S'));
    if (role instanceof PDFName) roles.push(role.decodeText());
    if (object.has(name('K'))) walk(object.get(name('K')));
  };
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (root) walk(root.get(name('K')));
  return roles;
}

/** The titles of the bookmarks, in order, each indented by two spaces for its level. */
function bookmarksOf({ catalog }: PDFDocument): string[] {
  const titles: string[] = [];
  const walk = (first: PDFDict | undefined, level: number): void => {
    for (let one = first; one !== undefined; one = one.lookupMaybe(name('Next'), PDFDict)) {
      titles.push(`${'  '.repeat(level)}${words(one.lookup(name('Title')))}`);
      walk(one.lookupMaybe(name('First'), PDFDict), level + 1);
    }
  };
  walk(catalog.lookupMaybe(name('Outlines'), PDFDict)?.lookupMaybe(name('First'), PDFDict), 0);
  return titles;
}

/** What a reader for accessibility looks for in a PDF. */
export async function tagsOf(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const metadata = context.lookup(catalog.get(name('Metadata')));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.asUint8Array()).toString('utf8') : '';
  return {
    pages: document.getPageCount(),
    title: document.getTitle(),
    language: words(catalog.lookup(name('Lang'))),
    marked: catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.lookupMaybe(name('Marked'), PDFBool)?.asBoolean() ?? false,
    showsTitle:
      catalog
        .lookupMaybe(name('ViewerPreferences'), PDFDict)
        ?.lookupMaybe(name('DisplayDocTitle'), PDFBool)
        ?.asBoolean() ?? false,
    claims: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(xmp)?.[1] ?? null,
    roles: rolesOf(document),
    bookmarks: bookmarksOf(document),
  };
}
