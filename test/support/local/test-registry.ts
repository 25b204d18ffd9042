import { join } from 'node:path';
import type { FunctionEntry } from '../../../functions/index.ts';
import type { Registry } from '../../../infra/local/registry.ts';

const base: Omit<FunctionEntry, 'name' | 'file'> = {
  timeoutSeconds: 10,
  memoryMb: 128,
  table: 'read-write',
  files: 'none',
  sends: [],
  workflows: false,
  events: [],
};

/** A registry of small functions, for tests of the host and not of what it serves. */
export const testRegistry: Registry = {
  root: join(import.meta.dirname),
  workflowNames: ['noting-round'],
  workflowSchedules: [{ workflow: 'noting-round', cron: '0 8 * * *' }],
  functions: [
    { ...base, name: 'Echo', file: 'echo.ts', events: [{ sort: 'http', paths: ['$default'] }] },
    {
      ...base,
      name: 'Published',
      file: 'published-reader.ts',
      table: 'published',
      events: [{ sort: 'http', paths: ['GET /committees'] }],
    },
    { ...base, name: 'NotingRelay', file: 'noting-relay.ts', events: [{ sort: 'outbox-stream' }] },
    { ...base, name: 'NotingStep', file: 'noting-step.ts' },
  ],
};
