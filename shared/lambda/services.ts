import { openBlobs } from '../store/blobs.ts';
import type { Register } from '../store/record-kind.ts';
import { openTable } from '../store/table.ts';
import { businessClock, type Clock } from './business-clock.ts';
import { type Configuration, readConfiguration } from './configuration.ts';

/** What most functions need: where things are, the register, and business time. */
export type Services = { configuration: Configuration; register: Register; clock: Clock };

/** Built on a cold start only: reads the environment and opens the register. */
export function buildServices(environment: Record<string, string | undefined> = process.env): Services {
  const configuration = readConfiguration(environment);
  return {
    configuration,
    register: { table: openTable(configuration.TABLE_NAME), blobs: openBlobs(configuration.FILES_BUCKET) },
    clock: businessClock(configuration.CLOCK_FILE),
  };
}
