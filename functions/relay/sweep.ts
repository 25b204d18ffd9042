import * as z from 'zod';
import { logFault, logMeasure } from '../../shared/lambda/log.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows } from '../../shared/lambda/workflows.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import { type RelayServices, relay } from './relay.ts';

/** The stream has this long to deliver an entry before the sweep does, in milliseconds. */
const STREAM_HAS = 2 * 60 * 1000;

// An entry's sort key begins with the moment it was written, in real time.
const minutesOld = ({ sk }: { sk: string }, realNow: number): number =>
  Math.floor((realNow - Date.parse(sk.split('#')[0] ?? '')) / 60_000);

/**
 * Delivers what the stream missed: entries older than two minutes, a page of each shard. One that fails keeps its place
 * and does not keep the others from theirs; how long the oldest has waited is what the alarm watches.
 */
export async function sweep(
  _event: unknown,
  services: RelayServices & { realNow: () => number },
): Promise<{ swept: number; failed: number }> {
  const writtenBefore = new Date(services.realNow() - STREAM_HAS).toISOString();
  const missed = await missedEntries(services.register.table, writtenBefore);
  let failed = 0;
  for (const entry of missed)
    await relay(entry, services).catch((fault: unknown) => {
      failed += 1;
      logFault(fault, { topic: entry.entry.topic, recordId: entry.entry.recordId });
    });
  const ages = missed.map((entry) => minutesOld(entry, services.realNow()));
  if (ages.length > 0) logMeasure('oldestOutboxMinutes', Math.max(...ages));
  return { swept: missed.length - failed, failed };
}

// called by the clock
export const handler = step(z.unknown(), sweep, () => {
  const { register, configuration } = buildServices();
  return { register, workflows: openWorkflows(configuration.WORKFLOWS), realNow: Date.now };
});
