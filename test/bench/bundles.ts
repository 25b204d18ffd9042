import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { functions } from '../../functions/index.ts';
import { bundleFunctions, bundlesFolder, bundling, repository } from '../../infra/bundle-functions.ts';
import { temporaryFolder } from '../support/local/temporary-folder.ts';
import { type Figure, ratioFigure, times } from './figure.ts';
import { median } from './measure.ts';

const TURNS = 9;
const MOST = 1.25;

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

async function bundleBare(folder: string): Promise<string> {
  const outfile = join(folder, 'bare.mjs');
  await build({ ...bundling, stdin: { contents: bare, resolveDir: repository, loader: 'ts' }, outfile });
  return outfile;
}

const IMPORT = `const before = process.cpuUsage(); await import(process.argv[1]); const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000))`;

/** Processor milliseconds of importing a file in a process of its own, as a cold start does: others' work adds little. */
const importTime = (file: string): number =>
  Number(execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', IMPORT, file]).toString());

/** Each function's bundle against a bare one: what our own code adds to a cold start. */
export async function measureBundles(): Promise<Figure[]> {
  const folder = temporaryFolder();
  try {
    await bundleFunctions();
    const bareFile = await bundleBare(folder.path);
    const ratios = new Map(functions.map(({ name }) => [name, [] as number[]]));
    const bareTook: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const { name } of functions) {
        const against = importTime(bareFile);
        bareTook.push(against);
        ratios.get(name)?.push(importTime(join(bundlesFolder, name, 'index.mjs')) / against);
      }
    const each = [...ratios].map(([name, all]) => ({ name, ratio: median(all) })).sort((a, b) => b.ratio - a.ratio);
    const worst = each[0] ?? { name: '', ratio: Number.NaN };
    const most = ratioFigure(
      `Importing the slowest bundle (${worst.name}) against bare middy, zod and SDK`,
      worst.ratio,
      MOST,
    );
    const all = each.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join(', ');
    return [
      { ...most, measured: `${times(worst.ratio)} (bare: ${median(bareTook).toFixed(0)} ms of processor)` },
      { what: 'Importing each bundle against the bare one', measured: all, reach: '', met: null },
    ];
  } finally {
    folder.remove();
  }
}
