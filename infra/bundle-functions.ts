import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { type FunctionEntry, functions } from '../functions/index.ts';

export const repository = fileURLToPath(new URL('..', import.meta.url));
const bundlesFolder = join(repository, 'dist/functions');

/** Some packages are still CommonJS inside and ask for `require`, which an ES module does not have. */
const requireForOldPackages =
  "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/** How a function is bundled for its host. */
export const bundling = {
  absWorkingDir: repository,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  keepNames: true,
  banner: { js: requireForOldPackages },
  logLevel: 'warning',
} satisfies BuildOptions;

/** What is imported later is in files of its own. */
export const inParts = { splitting: true, outExtension: { '.js': '.mjs' } } satisfies BuildOptions;

/** Where the bundle of a function is. */
export function bundleFolder(name: string): string {
  return join(bundlesFolder, name);
}

/**
 * Bundles every function of the registry into a folder of its own, `dist/functions/<Name>`: `index.mjs`, and the parts that
 * it shares with what it imports later, so that a start parses nothing that is imported later. Each function is a build for
 * itself: built together, they would be cut into the many parts that any two of them share. Answers what went into each.
 */
export async function bundleFunctions(): Promise<ReadonlyMap<string, Metafile>> {
  const missing = functions.filter(({ file }) => !existsSync(join(repository, file)));
  if (missing.length > 0) throw new Error(`No such file: ${missing.map(({ file }) => file).join(', ')}`);
  rmSync(bundlesFolder, { recursive: true, force: true });
  const bundle = async ({ name, file }: FunctionEntry): Promise<[string, Metafile]> => {
    const { metafile } = await build({
      ...bundling,
      ...inParts,
      entryPoints: { index: join(repository, file) },
      outdir: bundleFolder(name),
      sourcemap: true,
      sourcesContent: false,
      metafile: true,
    });
    return [name, metafile];
  };
  return new Map(await Promise.all(functions.map(bundle)));
}
