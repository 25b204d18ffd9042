import type { Engine } from '../engine/engine.ts';
import type { OutboxStream } from '../stream/outbox-stream.ts';

/** The longest a day's work may take before moving time stops and says so, in milliseconds of real time. */
const LONGEST_DAY = 10 * 60 * 1000;

class DayNotSettled extends Error {
  override name = 'DayNotSettled';
}

async function inTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DayNotSettled(`Work was still going on after ${milliseconds / 1000} seconds`)),
      milliseconds,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits until nothing goes on: no thread of the engine runs or backs off, and the outbox's stream has been relayed. Each
 * can wake the other, so it is asked until a whole turn relayed nothing. Throws `DayNotSettled` after ten minutes.
 */
export async function settle(engine: Engine, stream: OutboxStream | undefined, limit = LONGEST_DAY): Promise<void> {
  const until = Date.now() + limit;
  const left = (): number => Math.max(1, until - Date.now());
  for (let relayed = -1; relayed !== (stream?.relayed() ?? 0); ) {
    await inTime(engine.idle({ backOffs: true }), left());
    relayed = stream?.relayed() ?? 0;
    await stream?.drained(left());
  }
}
