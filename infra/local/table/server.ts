import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { readJson, writeDurably } from '../data-folder.ts';
import { startTicks } from '../lock.ts';
import { freePort } from '../ports.ts';
import { StartRefused } from '../start-refused.ts';

const RESTARTS = 5;
const READY_CHECKS = 200;
const READY_CHECK_MILLISECONDS = 25;
const STOP_CHECKS = 80;

export type TableServer = {
  readonly address: string;
  /** The process id of the store's server, for tests that kill it. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

export type TableServerOptions = {
  readonly binary: string;
  readonly file: string;
  readonly pidFile: string;
  readonly say: (line: string) => void;
  /** Told once when the server has died more often than it is restarted. */
  readonly onLost: () => void;
};

const pidSchema = z.object({ pid: z.int(), startTicks: z.string() });

// The pid may belong to somebody else by now: only our own program over our own file is ended.
const isOurs = (pid: number, options: TableServerOptions): boolean => {
  try {
    const program = readlinkSync(`/proc/${pid}/exe`);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return program === realpathSync(options.binary) && command.includes(options.file);
  } catch {
    return false;
  }
};

const gone = async (pid: number, ticks: string): Promise<boolean> => {
  for (let check = 0; check < STOP_CHECKS; check += 1) {
    if (startTicks(pid) !== ticks) return true;
    await pause(READY_CHECK_MILLISECONDS);
  }
  return false;
};

/** Ends a server that an earlier host left behind when it was killed; true when there was one. */
export async function endOrphan(options: TableServerOptions): Promise<boolean> {
  const parsed = pidSchema.safeParse(readJson(options.pidFile));
  if (!parsed.success) return false;
  const { pid, startTicks: ticks } = parsed.data;
  if (startTicks(pid) !== ticks || !isOurs(pid, options)) return false;
  process.kill(pid, 'SIGTERM');
  if (await gone(pid, ticks)) return true;
  process.kill(pid, 'SIGKILL');
  if (!(await gone(pid, ticks)))
    throw new StartRefused(`the store's server of an earlier run (process ${pid}) will not end.`);
  return true;
}

const ready = async (address: string, child: ChildProcess): Promise<boolean> => {
  for (let check = 0; check < READY_CHECKS && child.exitCode === null; check += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok && (await answer.text()).startsWith('healthy')) return true;
    await pause(READY_CHECK_MILLISECONDS);
  }
  return false;
};

const launch = async (options: TableServerOptions, port: number): Promise<ChildProcess | undefined> => {
  const child = spawn(
    options.binary,
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', options.file],
    { stdio: 'ignore' },
  );
  const failed = new Promise<boolean>((resolve) => child.once('error', () => resolve(false)));
  const { pid } = child;
  if (pid !== undefined) writeDurably(options.pidFile, JSON.stringify({ pid, startTicks: startTicks(pid) ?? '' }));
  if (await Promise.race([ready(`http://127.0.0.1:${port}/`, child), failed])) return child;
  child.kill('SIGKILL');
  return undefined;
};

// Another program may take the port between our asking and the server's binding it: three ports are tried.
const launchSomewhere = async (options: TableServerOptions) => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort();
    const child = await launch(options, port);
    if (child) return { child, port };
  }
  throw new StartRefused(`the store's server (${options.binary}) does not start over ${options.file}.`);
};

/** Starts the table's server over its file, on a random loopback port, and starts it again (five times at most) if it dies. */
export async function startTableServer(options: TableServerOptions): Promise<TableServer> {
  await endOrphan(options);
  const { child: first, port } = await launchSomewhere(options);
  let child: ChildProcess | undefined = first;
  let stopping = false;
  let restarts = 0;

  const again = async (): Promise<void> => {
    child = undefined;
    if (stopping) return;
    restarts += 1;
    if (restarts > RESTARTS) return options.onLost();
    options.say(`The store's server has died; starting it again (${restarts} of ${RESTARTS}).`);
    child = await launch(options, port);
    if (child) watch(child);
    else await again();
  };
  const watch = (running: ChildProcess) => {
    if (running.exitCode !== null || running.signalCode !== null) void again();
    else running.once('exit', () => void again());
  };
  watch(first);

  const stop = async (): Promise<void> => {
    stopping = true;
    const running = child;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    const hard = setTimeout(() => running.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(hard);
    rmSync(options.pidFile, { force: true });
  };
  return { address: `http://127.0.0.1:${port}`, pid: () => child?.pid, stop };
}
