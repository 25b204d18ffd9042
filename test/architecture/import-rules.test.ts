import { globSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';

let imports: [from: string, to: string][];

beforeAll(async () => {
  const entryPoints = globSync(['shared/**/*.ts', 'functions/**/*.ts', 'infra/**/*.ts']).filter(
    (file) => !file.endsWith('.d.ts'),
  );
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'nowhere',
    logLevel: 'silent',
    loader: { '.txt': 'text', '.json': 'json' },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  imports = Object.entries(metafile.inputs).flatMap(([from, { imports: all }]) =>
    all.map(({ path }): [string, string] => [from, path]),
  );
});

const breaking = (from: RegExp, to: RegExp) => imports.filter(([file, target]) => from.test(file) && to.test(target));

const outside = (from: RegExp, allowed: RegExp) =>
  imports.filter(([file, target]) => from.test(file) && !allowed.test(target));

const sdk = /^(@aws-sdk\/|@slack\/|nodemailer|@smithy\/)/;

test('the rules import themselves, their data and zod, and nothing else', () => {
  expect(outside(/^shared\/domain\//, /^(shared\/domain\/|shared\/data\/|zod$)/)).toEqual([]);
});

test('what the system knows imports neither what it does nor where it runs', () => {
  expect(breaking(/^shared\//, /^(functions|infra)\//)).toEqual([]);
});

test('no function knows its host', () => {
  expect(breaking(/^functions\//, /^infra\//)).toEqual([]);
});

test('one area of the functions never imports another', () => {
  const area = (path: string) => path.split('/')[1];
  const across = imports.filter(
    ([from, to]) =>
      from.startsWith('functions/') &&
      to.startsWith('functions/') &&
      !to.endsWith('functions/index.ts') &&
      area(from) !== area(to),
  );
  expect(across).toEqual([]);
});

test('nothing at run time imports the CDK', () => {
  expect(breaking(/^(functions|shared|infra\/local)\//, /^(aws-cdk-lib|constructs|cdk-nag)/)).toEqual([]);
});

test('only the store, the senders and the wiring import an SDK', () => {
  const allowed = /^shared\/(store|lambda)\/|^shared\/messages\/send-|^infra\//;
  expect(imports.filter(([from, to]) => sdk.test(to) && !allowed.test(from))).toEqual([]);
});

test('no file asks which host it is on', () => {
  expect(breaking(/^(functions|shared)\//, /infra\/local/)).toEqual([]);
});

test('no function but the one that makes PDFs reaches the PDF engine', () => {
  const engine = /^shared\/documents\/to-pdf\.ts$/;
  // And what is run by hand to make the demonstration's papers: no host reaches it.
  const byHand = 'infra/local/demonstration/papers/make-papers.ts';
  expect(imports.filter(([, to]) => to === byHand)).toEqual([]);
  expect(imports.flatMap(([from, to]) => (engine.test(to) && from !== byHand ? [from] : []))).toEqual([
    'functions/documents/make-pdf.ts',
  ]);
  expect(breaking(/./, /^@myriaddreamin\//).filter(([from]) => !engine.test(from))).toEqual([]);
});
