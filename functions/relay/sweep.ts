import * as z from 'zod';
import { buildServices } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows } from '../../shared/lambda/workflows.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import { type RelayServices, relay } from './relay.ts';

/** The stream has this long to deliver an entry before the sweep does, in milliseconds. */
const STREAM_HAS = 2 * 60 * 1000;

/** Delivers what the stream missed: entries older than two minutes, a page of each shard. */
export async function sweep(
  _event: unknown,
  services: RelayServices & { realNow: () => number },
): Promise<{ swept: number }> {
  const writtenBefore = new Date(services.realNow() - STREAM_HAS).toISOString();
  const missed = await missedEntries(services.register.table, writtenBefore);
  for (const entry of missed) await relay(entry, services);
  return { swept: missed.length };
}

// called by the clock
export const handler = step(z.unknown(), sweep, () => {
  const { register, configuration } = buildServices();
  return { register, workflows: openWorkflows(configuration.WORKFLOWS), realNow: Date.now };
});
