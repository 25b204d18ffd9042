import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { functions } from '../functions/index.ts';

export const repository = fileURLToPath(new URL('..', import.meta.url));
export const bundlesFolder = join(repository, 'dist/functions');

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

/**
 * Bundles every function of the registry into `dist/functions/<Name>/index.mjs`, in one esbuild call: they share most of
 * their code, so one call reads and parses it once. Answers what went into each.
 */
export async function bundleFunctions(): Promise<Metafile> {
  const missing = functions.filter(({ file }) => !existsSync(join(repository, file)));
  if (missing.length > 0) throw new Error(`No such file: ${missing.map(({ file }) => file).join(', ')}`);
  rmSync(bundlesFolder, { recursive: true, force: true });
  const { metafile } = await build({
    ...bundling,
    entryPoints: Object.fromEntries(functions.map(({ name, file }) => [`${name}/index`, join(repository, file)])),
    outdir: bundlesFolder,
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
  });
  return metafile;
}
