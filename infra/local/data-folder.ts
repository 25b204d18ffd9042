import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Where everything of one host is kept. Deleting the folder starts afresh. */
export type DataFolder = ReturnType<typeof dataFolder>;

/** The files of a data folder; makes the folder, readable by its owner only. */
export function dataFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    folder,
    lock: join(folder, 'lock.sqlite'),
    holder: join(folder, 'host.json'),
    table: join(folder, 'table.sqlite'),
    tablePid: join(folder, 'table.pid'),
    host: join(folder, 'host.sqlite'),
    engine: join(folder, 'engine.sqlite'),
    clock: join(folder, 'clock.json'),
    secrets: join(folder, 'secrets.json'),
    ports: join(folder, 'ports.json'),
    mail: join(folder, 'mail'),
    files: join(folder, 'files'),
  };
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Replaces a file so that after a power cut it holds the old or the new content, never half of one. */
export function writeDurably(file: string, content: string | Uint8Array, mode = 0o600): void {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(beside, content, { mode, flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  sync(dirname(file));
}

/** What a file holds as JSON; undefined when there is none. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return parsed;
}
