import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureAgendaPage } from './agenda-page.ts';
import { measureBundles } from './bundles.ts';
import { measureCommand } from './command.ts';
import { measureDailyRound } from './daily-round.ts';
import type { Figure } from './figure.ts';
import { measurePages } from './pages.ts';
import { measureReader } from './reader.ts';
import { measureStart } from './start.ts';
import { measureTransitions } from './transitions.ts';

const benches = {
  start: measureStart,
  pages: measurePages,
  'agenda-page': measureAgendaPage,
  command: measureCommand,
  transitions: measureTransitions,
  reader: measureReader,
  bundles: measureBundles,
  'daily-round': measureDailyRound,
};

const isMet = ({ met }: Figure): string => {
  if (met === null) return '';
  return met ? 'yes' : 'NO';
};

const row = (figure: Figure): string => `| ${figure.what} | ${figure.measured} | ${figure.reach} | ${isMet(figure)} |`;

const report = (rows: readonly string[], load: string): string => `# Benchmarks

Made by \`npm run bench\` (some minutes, most of them laying the larger register). Each ratio is of two things done by
turns in one run, and the median over the turns: compare ratios, not times, with another machine's. Repeat it on a machine
that does nothing else. \`npm run bench -- pages reader\` runs some (${Object.keys(benches).join(', ')}) and writes nothing;
\`QUORATE_BENCH_OPEN=2000,20000\` makes the registers of the daily round smaller.

This run: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}, ${load}.

| What | Measured | Reach | Met |
|---|---|---|---|
${rows.join('\n')}
`;

const chosen = process.argv.slice(2);
const wanted = Object.entries(benches).filter(([name]) => chosen.length === 0 || chosen.includes(name));
const before = loadavg()[0] ?? 0;
const rows: string[] = [];
for (const [name, bench] of wanted) {
  process.stdout.write(`${name} ...\n`);
  const figures = (await bench()).map(row);
  rows.push(...figures);
  process.stdout.write(`${figures.join('\n')}\n`);
}
if (chosen.length === 0)
  writeFileSync(
    join(import.meta.dirname, '../../docs/benchmarks.md'),
    report(rows, `one-minute load ${before.toFixed(1)} when it began`),
  );
