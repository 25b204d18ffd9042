import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { bundleFunctions, repository } from './bundle-functions.ts';

/** How many of a bundle's parts are named. */
const NAMED = 3;

const kib = (bytes: number): string => (bytes / 1024).toFixed(0);

/** The package that a bundled file is from, or the folder of ours. */
const partOf = (file: string): string => {
  const inPackages = file.split('node_modules/').at(-1) ?? file;
  const parts = inPackages.split('/');
  if (file.includes('node_modules/')) return parts.slice(0, inPackages.startsWith('@') ? 2 : 1).join('/');
  return parts.slice(0, 2).join('/');
};

type Outputs = Metafile['outputs'];

const biggestParts = (outputs: Outputs, of: readonly string[]): string => {
  const sums = new Map<string, number>();
  for (const [file, { bytesInOutput }] of of.flatMap((output) => Object.entries(outputs[output]?.inputs ?? {})))
    sums.set(partOf(file), (sums.get(partOf(file)) ?? 0) + bytesInOutput);
  const sorted = [...sums].sort(([, left], [, right]) => right - left).slice(0, NAMED);
  return sorted.map(([part, bytes]) => `${part} ${kib(bytes)}`).join(', ');
};

const isCode = (output: string): boolean => output.endsWith('.mjs');
const sumOf = (files: readonly string[], bytes: (file: string) => number): number =>
  files.reduce((sum, file) => sum + bytes(file), 0);

/** The files that a start of the function reads: its first one, and what that imports at once. */
const readAtStart = (outputs: Outputs, first: string): string[] => {
  const files = new Set([first]);
  for (const file of files)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && outputs[path]) files.add(path);
  return [...files];
};

const row = (name: string, { outputs }: Metafile): string => {
  const first = `dist/functions/${name}/index.mjs`;
  if (!outputs[first]) throw new Error(`No bundle of ${name}`);
  const atStart = readAtStart(outputs, first);
  const all = Object.keys(outputs).filter(isCode);
  const bytes = (file: string) => outputs[file]?.bytes ?? 0;
  const packed = sumOf(all, (file) => gzipSync(readFileSync(join(repository, file))).length);
  const sizes = [sumOf(atStart, bytes), sumOf(all, bytes), packed].map(kib).join(' | ');
  return `| ${name} | ${sizes} | ${all.length} | ${biggestParts(outputs, atStart)} |`;
};

// `npm run sizes`: writes what each function's bundle weighs and of what, for a reader of a change to compare.
const rows = [...(await bundleFunctions())].map(([name, metafile]) => row(name, metafile));
const report = `# What each function's bundle weighs

Made by \`npm run sizes\`. KiB, minified, without source maps; packed is gzip, as it is uploaded. At start is what a cold
start reads and parses: the first file and what it imports at once. The rest is read when it is first wanted: an area of
pages, a sender, a secret, the ways in which the SDK finds credentials elsewhere than in Lambda.

| function | at start | all | packed | files | biggest parts at start |
|---|---:|---:|---:|---:|---|
${rows.join('\n')}
`;
writeFileSync(join(repository, 'docs/bundle-sizes.md'), report);
process.stdout.write(report);
