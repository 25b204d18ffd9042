import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { bundleFolder, bundleFunctions, bundling, inParts, repository } from '../../infra/bundle-functions.ts';
import { temporaryFolder } from '../support/local/temporary-folder.ts';
import { type Figure, ratioFigure, times } from './figure.ts';
import { median } from './measure.ts';

const TURNS = 9;
const MOST = 1.25;
const BARE_PARTS = 'bare in parts';

// What any function of ours begins with: middy, zod and the table's client, and nothing of our own.
const bare = `
import middy from '@middy/core';
import * as z from 'zod';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
export const handler = middy(async (event) => {
  const { id } = z.object({ id: z.string() }).parse(event);
  return DynamoDBDocumentClient.from(new DynamoDBClient({})).send(new GetCommand({ TableName: 'table', Key: { id } }));
});
`;

const bareCode = { stdin: { contents: bare, resolveDir: repository, loader: 'ts' } } satisfies BuildOptions;

/** The bare bundle as one file, and in parts as ours are: the SDK's own parts that are imported later are not parsed. */
async function bundleBare(folder: string): Promise<{ oneFile: string; parts: string }> {
  const oneFile = join(folder, 'bare.mjs');
  await build({ ...bundling, ...bareCode, outfile: oneFile });
  await build({ ...bundling, ...inParts, ...bareCode, outdir: join(folder, 'parts'), entryNames: 'index' });
  return { oneFile, parts: join(folder, 'parts/index.mjs') };
}

/** What a first request imports beside the start: each area of pages by its folder, each public page by its file. */
const PARTS = /^functions\/(?:web\/(.+)\/routes|public\/(.+))\.ts$/;

function partsOf({ outputs }: Metafile): [string, string][] {
  return Object.entries(outputs).flatMap(([file, { entryPoint }]): [string, string][] => {
    const [, area, page] = PARTS.exec(entryPoint ?? '') ?? [];
    const name = area ?? page;
    return name === undefined || name === 'handler' ? [] : [[name, join(repository, file)]];
  });
}

const IMPORT = `const before = process.cpuUsage(); for (const file of process.argv.slice(1)) await import(file);
const { user, system } = process.cpuUsage(before); process.stdout.write(String((user + system) / 1000))`;

/** Processor milliseconds of importing files in a process of its own, as a cold start does: others' work adds little. */
const importTime = (files: readonly string[]): number =>
  Number(
    execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', IMPORT, ...files], {
      // A compile cache would leave out the parsing, which a cold start does.
      env: { ...process.env, NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1' },
    }).toString(),
  );

/** Each by turns with the bare bundle; its ratio is the median over the turns. */
function measureEach(bareFile: string, each: ReadonlyMap<string, readonly string[]>) {
  const bareTook: number[] = [];
  const ratios = new Map([...each.keys()].map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, files] of each) {
      const against = importTime([bareFile]);
      bareTook.push(against);
      ratios.get(name)?.push(importTime(files) / against);
    }
  const sorted = [...ratios].map(([name, all]) => ({ name, ratio: median(all) })).sort((a, b) => b.ratio - a.ratio);
  return { sorted, bareTook: median(bareTook) };
}

/** Each function's bundle against a bare one: what our own code adds to a cold start. */
export async function measureBundles(): Promise<Figure[]> {
  const folder = temporaryFolder();
  try {
    const bundles = await bundleFunctions();
    const bareFiles = await bundleBare(folder.path);
    const start = (name: string): string => join(bundleFolder(name), 'index.mjs');
    const withArea = ['Web', 'Public'].flatMap((name) => {
      const bundle = bundles.get(name);
      return (bundle ? partsOf(bundle) : []).map(([part, file]): [string, string[]] => [
        `${name} and ${part}`,
        [start(name), file],
      ]);
    });
    const starts = [...bundles.keys()].map((name): [string, string[]] => [name, [start(name)]]);
    const parts: [string, string[]] = [BARE_PARTS, [bareFiles.parts]];
    return figuresOf(measureEach(bareFiles.oneFile, new Map([...starts, ...withArea, parts])));
  } finally {
    folder.remove();
  }
}

type Ratio = { name: string; ratio: number };

function figuresOf({ sorted, bareTook }: { sorted: readonly Ratio[]; bareTook: number }): Figure[] {
  const none = { name: '', ratio: Number.NaN };
  const areas = sorted.filter(({ name }) => name.includes(' and '));
  const parts = sorted.find(({ name }) => name === BARE_PARTS) ?? none;
  const starts = sorted.filter((one) => one !== parts && !areas.includes(one));
  const [worst, worstArea] = [starts[0] ?? none, areas[0] ?? none];
  const listed = (all: readonly Ratio[]) => all.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join(', ');
  const said = (what: string, measured: string): Figure => ({ what, measured, reach: '', met: null });
  const most = ratioFigure(
    `Importing the slowest bundle (${worst.name}) against bare middy, zod and SDK in one file`,
    worst.ratio,
    MOST,
  );
  return [
    { ...most, measured: `${times(worst.ratio)} (bare: ${bareTook.toFixed(0)} ms of processor)` },
    said(`The same with the area or page of a first request (${worstArea.name})`, times(worstArea.ratio)),
    said('Importing each bundle against the bare one in one file', listed(starts)),
    said('With the area or page of a first request', listed(areas)),
    said('The bare one in parts, as ours are, against itself in one file', times(parts.ratio)),
    said('The slowest bundle against the bare one in parts', times(worst.ratio / parts.ratio)),
  ];
}
