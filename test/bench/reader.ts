import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import type { Figure } from './figure.ts';
import { byTurns, elapsed, median, ratioOf } from './measure.ts';

const TURNS = 11;
const LEAST_KB_A_SECOND = 200;

const fixtures = join(import.meta.dirname, '../fixtures');
const kilobytes = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024;

/** The minutes reader: kilobytes a second over all example texts, and whether twice the text takes twice the time. */
export async function measureReader(): Promise<Figure[]> {
  const texts = globSync('{seeds,modelled}/*.txt', { cwd: fixtures }).map((file) =>
    readFileSync(join(fixtures, file), 'utf8'),
  );
  const readAll = (): void => {
    for (const text of texts) readMinutes(text);
  };
  readAll();
  const took: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) took.push(await elapsed(readAll));
  const rate = kilobytes(texts) / (median(took) / 1000);
  const long = texts.join('\n\n').repeat(2);
  // Once each way first: code that has just become warm would count for the one and not for the other.
  for (const text of [long, long + long, long + long]) readMinutes(text);
  const doubled = await byTurns(
    TURNS,
    () => readMinutes(long + long),
    () => readMinutes(long),
  );
  const ratio = ratioOf(doubled);
  return [
    {
      what: `The minutes reader over ${texts.length} texts`,
      measured: `${rate.toFixed(0)} KB/s`,
      reach: `at least ${LEAST_KB_A_SECOND} KB/s`,
      met: rate >= LEAST_KB_A_SECOND,
    },
    {
      what: `Twice the text (${(2 * kilobytes([long])).toFixed(0)} KB against ${kilobytes([long]).toFixed(0)} KB)`,
      measured: `${ratio.toFixed(2)} times the time`,
      reach: 'about 2 times (at most 2.4)',
      met: ratio <= 2.4,
    },
  ];
}
