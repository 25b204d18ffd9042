import { QUARANTINE_PREFIX } from '../../../shared/store/table-definition.ts';
import type { ObjectFiles } from './object-files.ts';

const DAY = 24 * 3_600_000;

/** What the bucket's own rule does on AWS: what has lain in quarantine for a day goes. `now` in epoch milliseconds. */
export function emptyQuarantine(files: ObjectFiles, now: number): void {
  for (const { key, at } of files.list(QUARANTINE_PREFIX, '')) if (Date.parse(at) < now - DAY) files.remove(key);
}
