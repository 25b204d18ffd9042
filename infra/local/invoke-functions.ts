import { join } from 'node:path';
import type { FunctionEntry } from '../../functions/index.ts';
import { type Handler, lambdaContext, loadHandler } from './lambda-call.ts';
import { publishedWorker } from './published-worker-client.ts';
import type { Registry } from './registry.ts';

/** Lambda's limit on what goes into and comes out of a synchronous call, in bytes. */
export const PAYLOAD_BYTES = 6 * 1024 * 1024;

/** A function whose answer did not come within its own time limit. The name is the one Lambda reports. */
class FunctionTimedOut extends Error {
  override name = 'Sandbox.Timedout';
}

/** A payload or an answer over Lambda's limit. The name is the one Lambda reports. */
class PayloadTooLarge extends Error {
  override name = 'Function.ResponseSizeTooLarge';
}

export type Functions = ReturnType<typeof openFunctions>;

// Lambda's border is JSON: what does not survive it must not survive here either.
const throughJson = (value: unknown): unknown => {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) return null;
  if (Buffer.byteLength(text) > PAYLOAD_BYTES) throw new PayloadTooLarge(`More than ${PAYLOAD_BYTES} bytes`);
  const parsed: unknown = JSON.parse(text);
  return parsed;
};

async function within<Result>(entry: FunctionEntry, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const sentence = `${entry.name} gave no answer in ${entry.timeoutSeconds} seconds`;
    timer = setTimeout(() => reject(new FunctionTimedOut(sentence)), entry.timeoutSeconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The registry's functions, called in this process as Lambda would call them: JSON in and out, its limits, its context.
 * A function with the grant `published` runs in a worker with an environment of its own, whose table refuses other keys.
 */
export function openFunctions(registry: Registry, publishedEnvironment: Record<string, string>) {
  const byName = new Map(registry.functions.map((entry) => [entry.name, entry]));
  const loaded = new Map<string, Promise<Handler>>();
  const worker = publishedWorker(publishedEnvironment);

  const handlerOf = (entry: FunctionEntry): Promise<Handler> => {
    const known = loaded.get(entry.name);
    if (known !== undefined) return known;
    const file = join(registry.root, entry.file);
    const loading = entry.table === 'published' ? worker.handlerOf(file, entry) : loadHandler(file);
    loaded.set(entry.name, loading);
    // A file that is not there or fails to load is tried again by the next call.
    loading.catch(() => loaded.delete(entry.name));
    return loading;
  };

  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    const entry = byName.get(name);
    if (!entry) throw new Error(`The registry has no function "${name}"`);
    const event = throughJson(payload);
    const handler = await handlerOf(entry);
    const context = lambdaContext(name, entry.timeoutSeconds, entry.memoryMb);
    return throughJson(await within(entry, Promise.resolve(handler(event, context))));
  };

  /** Loads a function before it is needed, so that the first page does not wait for it. */
  const load = async (name: string): Promise<void> => {
    const entry = byName.get(name);
    if (entry) await handlerOf(entry);
  };
  return { invoke, load, close: worker.close };
}
