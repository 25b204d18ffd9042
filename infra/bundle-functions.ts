import { cpSync, existsSync, rmSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { type FunctionEntry, functions } from '../functions/index.ts';

export const repository = fileURLToPath(new URL('..', import.meta.url));
const bundlesFolder = join(repository, 'dist/functions');

/** Some packages are still CommonJS inside and ask for `require`, which an ES module does not have. */
const requireForOldPackages =
  "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/**
 * `@middy/util` imports `node:http` for its list of status words and nothing else, and with it, at every start, all of Node's
 * HTTP client, which the SDK imports when it first calls. The list is put into the bundle instead.
 */
const statusWordsInside: Plugin = {
  name: 'status-words-inside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:http$/ }, ({ importer }) =>
      importer.includes('@middy/util/') ? { path: 'status-words', namespace: 'made' } : undefined,
    );
    onLoad({ filter: /^status-words$/, namespace: 'made' }, () => ({
      contents: `export const STATUS_CODES = ${JSON.stringify(STATUS_CODES)};`,
    }));
  },
};

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
  plugins: [statusWordsInside],
  logLevel: 'warning',
} satisfies BuildOptions;

/** What is imported later is in files of its own. */
export const inParts = { splitting: true, outExtension: { '.js': '.mjs' } } satisfies BuildOptions;

/** Where the bundle of a function is. */
export function bundleFolder(name: string): string {
  return join(bundlesFolder, name);
}

/** What a function brings along is where its code looks for it: packages in node_modules, files of ours beside the bundle. */
function copyBeside({ name, brings }: FunctionEntry): void {
  const folder = bundleFolder(name);
  for (const path of brings?.packages ?? [])
    cpSync(join(repository, 'node_modules', path), join(folder, 'node_modules', path), { recursive: true });
  for (const file of brings?.files ?? []) cpSync(join(repository, file), join(folder, basename(file)));
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
  const bundle = async (entry: FunctionEntry): Promise<[string, Metafile]> => {
    const { name, file } = entry;
    const { metafile } = await build({
      ...bundling,
      ...inParts,
      entryPoints: { index: join(repository, file) },
      outdir: bundleFolder(name),
      sourcemap: true,
      sourcesContent: false,
      metafile: true,
    });
    copyBeside(entry);
    return [name, metafile];
  };
  return new Map(await Promise.all(functions.map(bundle)));
}
