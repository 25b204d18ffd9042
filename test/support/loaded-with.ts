import { globSync } from 'node:fs';
import { build } from 'esbuild';
import { functions } from '../../functions/index.ts';

/** Whatever is loaded by itself: an area of pages, a public page, a function, the local host. */
export const loadedByItself: readonly string[] = [
  ...globSync('functions/web/*/routes.ts'),
  ...globSync('functions/public/*-{page,pages,file}.ts'),
  'functions/public/feeds.ts',
  ...functions.map(({ file }) => file),
  'infra/local/main.ts',
].sort();

/** What each file imports at once, leaving out what it imports when it is first wanted. */
export async function importedAtOnce(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    entryPoints: [...loadedByItself],
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
  return new Map(atOnce);
}

/** A file with all that it imports, and what that imports. */
export function loadedWith(imports: ReadonlyMap<string, readonly string[]>, entry: string): string[] {
  const files = new Set([entry]);
  for (const file of files) for (const next of imports.get(file) ?? []) files.add(next);
  return [...files].filter((file) => imports.has(file));
}
