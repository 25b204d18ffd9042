import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PrintDocument } from './print-document.ts';

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
type Compiler = InstanceType<Typst['NodeCompiler']>;

/** A document that the compiler would not make: a mistake in the template, found by its first test. */
export class DocumentRefused extends Error {
  override name = 'DocumentRefused';
}

/** Compilations whose remembered parts are kept, so that the memory of a warm function does not grow. */
const KEPT = 10;

// The binary and the letters lie beside the bundle, as they lie in node_modules: they are found, not bundled.
const require = createRequire(import.meta.url);
const letters = [
  require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'),
  require.resolve('source-sans/TTF/SourceSans3-Bold.ttf'),
];

function makeCompiler(): Compiler {
  const { NodeCompiler }: Typst = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
  const fontBlobs = letters.map((file) => readFileSync(file));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

let made: { compiler: Compiler; template: string } | undefined;

/**
 * A tagged PDF by PDF/UA-1 (ISO 14289-1): title, language, headings, bookmarks, tables with their headers. The same
 * document gives the same bytes. Throws `DocumentRefused` where it would not be accessible.
 */
export function toPdf(document: PrintDocument): Uint8Array {
  // cold start only
  made ??= {
    compiler: makeCompiler(),
    template: readFileSync(new URL('./document.typ', import.meta.url), 'utf8'),
  };
  const { compiler, template } = made;
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(document) } });
  if (!compiled.result) throw new DocumentRefused(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: 0 });
  compiler.evictCache(KEPT);
  return pdf;
}
