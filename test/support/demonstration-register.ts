import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Blobs } from '../../shared/store/blobs.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { openRegister, registerFolder, type TestRegister } from './register.ts';

// Whoever has a copy needs nothing of what loads it.
const load = async (register: Register): Promise<void> => {
  const { loadDemonstration } = await import('../../infra/local/demonstration/load.ts');
  await loadDemonstration(register);
};

// The demonstration is loaded once in a run of the tests, by whoever needs it first; each test file has a copy of its own.
async function loadedOnce(run: string): Promise<string> {
  const loaded = join(run, 'demonstration');
  if (existsSync(loaded)) return loaded;
  const own = mkdtempSync(`${loaded}-`);
  const { register, stop } = await openRegister(own);
  await load(register);
  await stop();
  try {
    renameSync(own, loaded);
  } catch {
    // The other worker was quicker.
    rmSync(own, { recursive: true });
  }
  return loaded;
}

/** A real table of its own with the whole demonstration in it, as it is on its first day. */
export async function demonstrationRegister(blobs?: Blobs): Promise<TestRegister> {
  const run = process.env['QUORATE_TEST_RUN'];
  const folder = registerFolder();
  if (run !== undefined) cpSync(await loadedOnce(run), folder, { recursive: true });
  const opened = await openRegister(folder, blobs);
  if (run === undefined) await load(opened.register);
  return opened;
}
