// The thread in which the public functions run. It knows only the environment it was given.
import { parentPort } from 'node:worker_threads';
import * as z from 'zod';
import { type Handler, lambdaContext, loadHandler } from './lambda-call.ts';

const callSchema = z.object({
  id: z.int(),
  sort: z.enum(['load', 'invoke']),
  file: z.string(),
  name: z.string(),
  timeoutSeconds: z.number(),
  memoryMb: z.number(),
  event: z.unknown().optional(),
});

const handlers = new Map<string, Promise<Handler>>();

const handlerIn = (file: string): Promise<Handler> => {
  const known = handlers.get(file) ?? loadHandler(file);
  handlers.set(file, known);
  known.catch(() => handlers.delete(file));
  return known;
};

async function answer(message: unknown): Promise<void> {
  const { id, sort, file, name, timeoutSeconds, memoryMb, event } = callSchema.parse(message);
  try {
    const handler = await handlerIn(file);
    const result: unknown =
      sort === 'load' ? null : await handler(event, lambdaContext(name, timeoutSeconds, memoryMb));
    parentPort?.postMessage({ id, result });
  } catch (error) {
    const { name: kind, message: words } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ id, error: { name: kind, message: words } });
  }
}

parentPort?.on('message', (message) => void answer(message));
