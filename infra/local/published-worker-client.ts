import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { FunctionEntry } from '../../functions/index.ts';

const MEMORY_MB = 192;
const answerSchema = z.object({
  id: z.int(),
  result: z.unknown().optional(),
  error: z.object({ name: z.string(), message: z.string() }).optional(),
});

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

const named = ({ name, message }: { name: string; message: string }): Error =>
  Object.assign(new Error(message), { name });

/**
 * A thread with an environment of its own for functions that may read what is published and nothing else: it is told
 * the guarded table only. Started when first needed, and again should it die.
 */
export function publishedWorker(environment: Record<string, string>) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let next = 0;

  const fail = (error: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL('./published-worker.ts', import.meta.url), {
      env: environment,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    made.on('message', (message: unknown) => {
      const { id, result, error } = answerSchema.parse(message);
      const one = waiting.get(id);
      waiting.delete(id);
      if (error) one?.reject(named(error));
      else one?.resolve(result);
    });
    made.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    made.on('exit', () => worker === made && fail(new Error('The published functions have stopped')));
    worker = made;
    return made;
  };

  const call = (message: Record<string, unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      started().postMessage({ ...message, id: next });
    });
  // Loaded before it is called: as with Lambda's, a function's own time begins when its file is there.
  const handlerOf = async (file: string, { name, timeoutSeconds, memoryMb }: FunctionEntry) => {
    const one = { file, name, timeoutSeconds, memoryMb };
    await call({ ...one, sort: 'load' });
    return (event: unknown): Promise<unknown> => call({ ...one, sort: 'invoke', event });
  };
  const close = async (): Promise<void> => {
    const running = worker;
    worker = undefined;
    await running?.terminate();
  };
  return { handlerOf, close };
}
