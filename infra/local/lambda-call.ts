import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import * as z from 'zod';

export type Handler = (event: unknown, context: Context) => unknown;

const moduleSchema = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });

/** The handler in a function's file. */
export async function loadHandler(file: string): Promise<Handler> {
  const loaded: unknown = await import(pathToFileURL(file).href);
  return moduleSchema.parse(loaded).handler;
}

/** The context that Lambda gives with an event. */
export function lambdaContext(name: string, timeoutSeconds: number, memoryMb: number): Context {
  const until = Date.now() + timeoutSeconds * 1000;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}`,
    memoryLimitInMB: String(memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: `/local/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
