import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what one run of the tests makes once for all its files; gone when the run has ended. */
export default function oneRun() {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-run-'));
  process.env.QUORATE_TEST_RUN = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
