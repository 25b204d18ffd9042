import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { functions } from '../functions/index.ts';
import { bundleFunctions, bundlesFolder, repository } from './bundle-functions.ts';

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

const biggestParts = (inputs: Metafile['outputs'][string]['inputs']): string => {
  const sums = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(inputs))
    sums.set(partOf(file), (sums.get(partOf(file)) ?? 0) + bytesInOutput);
  const sorted = [...sums].sort(([, left], [, right]) => right - left).slice(0, NAMED);
  return sorted.map(([part, bytes]) => `${part} ${kib(bytes)}`).join(', ');
};

const row = (name: string, { outputs }: Metafile): string => {
  const path = `dist/functions/${name}/index.mjs`;
  const output = outputs[path];
  if (!output) throw new Error(`No bundle of ${name}`);
  const packed = gzipSync(readFileSync(join(bundlesFolder, name, 'index.mjs'))).length;
  return `| ${name} | ${kib(output.bytes)} | ${kib(packed)} | ${biggestParts(output.inputs)} |`;
};

// `npm run sizes`: writes what each function's bundle weighs and of what, for a reader of a change to compare.
const metafile = await bundleFunctions();
const rows = functions.map(({ name }) => row(name, metafile));
const report = `# What each function's bundle weighs

Made by \`npm run sizes\`. KiB, minified, without the source map; packed is gzip, as it is uploaded. Most of each is the AWS
SDK. What is seldom needed (senders, secrets) is evaluated only when it is.

| function | KiB | packed | biggest parts |
|---|---:|---:|---|
${rows.join('\n')}
`;
writeFileSync(join(repository, 'docs/bundle-sizes.md'), report);
process.stdout.write(report);
