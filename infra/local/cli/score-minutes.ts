import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toGoldShape } from '../../../shared/minutes/gold-shape.ts';
import { readMinutes } from '../../../shared/minutes/read-minutes.ts';
import { addScores, goldSchema, measuresOf, type Score, scored, scoreReading } from '../../../shared/minutes/score.ts';
import { type CliCommand, type CliIo, WrongUse } from './command.ts';
import { textOf } from './text-files.ts';

async function goldNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new WrongUse(`cannot read the folder ${folder}`);
  });
  const gold = names.filter((name) => name.endsWith('.gold.json')).map((name) => name.slice(0, -'.gold.json'.length));
  const pairs = gold.filter((name) => names.includes(`${name}.txt`)).sort();
  if (pairs.length === 0) throw new WrongUse(`${folder} has no NAME.txt with a NAME.gold.json beside it`);
  return pairs;
}

async function scoreOf(folder: string, name: string): Promise<Score> {
  const gold = goldSchema.safeParse(jsonOf(await textOf(join(folder, `${name}.gold.json`))));
  if (!gold.success) throw new WrongUse(`${name}.gold.json is not in the shape of docs/reading-minutes.md`);
  const reading = readMinutes(await textOf(join(folder, `${name}.txt`)));
  return scoreReading(toGoldShape(reading, `${name}.txt`), gold.data);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const titles = { resolutions: 'resolutions', reportBacks: 'report-backs', actions: 'actions' } as const;

/** "resolutions P 0.92 R 0.90 F1 0.91 (66 of 72 found, 73 wanted)", one for each kind. */
function printed(name: string, score: Score): string[] {
  return [
    name,
    ...scored.map((kind) => {
      const { precision, recall, f1 } = measuresOf(score[kind]);
      const { matched, found, wanted } = score[kind];
      const figures = `P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`;
      return `  ${titles[kind].padEnd(12)}  ${figures}  (${matched} matched, ${found} found, ${wanted} wanted)`;
    }),
  ];
}

async function run(args: string[], io: CliIo): Promise<number> {
  const [folder, ...others] = args;
  if (folder === undefined || others.length > 0 || folder.startsWith('-'))
    throw new WrongUse('score-minutes needs one folder (or --help)');
  const scores: Score[] = [];
  for (const name of await goldNames(folder)) {
    const score = await scoreOf(folder, name);
    scores.push(score);
    for (const line of printed(name, score)) io.out(line);
  }
  for (const line of printed(`total of ${scores.length}`, addScores(scores))) io.out(line);
  return 0;
}

export const scoreMinutesCommand: CliCommand = {
  name: 'score-minutes',
  summary: 'score the minutes reader against texts with known answers',
  help: `Usage: npm run -s quorate -- score-minutes FOLDER

Reads every NAME.txt in the folder that has a NAME.gold.json beside it, and prints for each and for all of them
the precision, recall and F1 of resolutions, report-backs and actions.

A find matches when at least 70 % of the first seven words of the gold text (after list marks and lead-in words
such as "RESOLVED that") are among the find's opening words; a resolution's outcome must be equal, and a
report-back's window where the gold has one. Each find matches once.

Exit codes: 0 scored, 2 wrong use or a file that cannot be read.`,
  run,
};
