import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../infra/local/ports.ts';
import { temporaryFolder } from '../support/local/temporary-folder.ts';
import type { Figure } from './figure.ts';
import { elapsed, median } from './measure.ts';

const TURNS = 3;
const MOST_SECONDS = 10;
const MOST_MB = 700;
/** Asked again after this many milliseconds, for a minute at most. */
const ASK_AGAIN = 25;
const MOST_ASKED = 2400;
const REST = 5000;

const root = join(import.meta.dirname, '../..');

async function firstPage(address: string): Promise<void> {
  for (let asked = 0; asked < MOST_ASKED; asked += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await pause(ASK_AGAIN);
  }
  throw new Error('No page came within a minute');
}

const parentOf = (pid: string): string => {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
};

/** The process and all that it has started, by id. */
function family(first: number): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = [String(first)];
  for (const parent of found) found.push(...pids.filter((pid) => parentOf(pid) === parent));
  return found;
}

/** Resident memory in MB; what processes share is counted in each, so the sum is no less than what is used. */
const residentMb = (pid: string): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** `npm start` on a data folder, timed from before the starter to the first page. */
async function startOn(folder: string) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'start.mjs'), '--data', folder], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const took = await elapsed(() => firstPage(`http://localhost:${port}/`));
  return {
    took,
    memory: () => family(child.pid ?? 0).reduce((sum, pid) => sum + residentMb(pid), 0),
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function onceEmptyOnceFilled(): Promise<{ empty: number; filled: number; memory: number }> {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const first = await startOn(data);
  await pause(REST);
  const memory = first.memory();
  await first.stop();
  const second = await startOn(data);
  await second.stop();
  folder.remove();
  return { empty: first.took, filled: second.took, memory };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `npm start`, installed: the first page on an empty folder and on a filled one, and the memory at rest. */
export async function measureStart(): Promise<Figure[]> {
  const all: Awaited<ReturnType<typeof onceEmptyOnceFilled>>[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) all.push(await onceEmptyOnceFilled());
  const empty = median(all.map((one) => one.empty));
  const memory = median(all.map((one) => one.memory));
  return [
    {
      what: '`npm start`, installed, on an empty folder: the first page',
      measured: seconds(empty),
      reach: `at most ${MOST_SECONDS} s`,
      met: empty <= MOST_SECONDS * 1000,
    },
    {
      what: 'The same on the folder of an earlier run',
      measured: seconds(median(all.map((one) => one.filled))),
      reach: '',
      met: null,
    },
    {
      what: 'Memory at rest: starter, host and store together',
      measured: `${memory.toFixed(0)} MB`,
      reach: `at most ${MOST_MB} MB`,
      met: memory <= MOST_MB,
    },
  ];
}
