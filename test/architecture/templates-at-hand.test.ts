import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { functions } from '../../functions/index.ts';

// Whatever is loaded by itself: an area of pages, a function, the local host.
const loaded = [
  ...globSync('functions/web/*/routes.ts'),
  ...functions.map(({ file }) => file),
  'infra/local/main.ts',
].sort();

let imports: Map<string, string[]>;

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: loaded,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'nowhere',
    logLevel: 'silent',
    loader: { '.txt': 'text' },
  });
  const atOnce = Object.entries(metafile.inputs).map(([file, { imports: all }]): [string, string[]] => [
    file,
    all.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
  ]);
  imports = new Map(atOnce);
});

const loadedWith = (entry: string): string[] => {
  const files = new Set([entry]);
  for (const file of files) for (const next of imports.get(file) ?? []) files.add(next);
  return [...files];
};

const compiled = /^shared\/pages\/compiled\//;

test.each(loaded)('%s brings every template that it names, and what those use', (entry) => {
  const files = loadedWith(entry);
  const made = files.filter((file) => compiled.test(file));
  const written = files.filter((file) => imports.has(file) && !compiled.test(file));
  const text = (all: readonly string[]) => all.map((file) => readFileSync(file, 'utf8')).join('\n');
  const atHand = [...text(made).matchAll(/"([\w/-]+\.njk)":/g)].map(([, name]) => name);
  const asked = [
    ...[...text(written).matchAll(/'([\w/-]+\.njk)'/g)].map(([, name]) => name),
    ...[...text(made).matchAll(/getTemplate\("([\w/-]+\.njk)"/g)].map(([, name]) => name),
  ];
  expect(asked.filter((name) => !atHand.includes(name))).toEqual([]);
});

test('the areas of pages are among what is looked at', () => {
  expect(loaded.filter((file) => file.startsWith('functions/web/')).length).toBeGreaterThan(8);
});
