import * as z from 'zod';
import { comesFromEdge, ORIGIN_HEADER } from '../../shared/lambda/origin-secret.ts';
import { revealSecret } from '../../shared/lambda/secret.ts';

const environment = z.object({ ORIGIN_SECRET: z.string().min(1) });
const request = z.object({ headers: z.record(z.string(), z.string().optional()) });

/** Answers the HTTP API's question before every request: did it come through the edge? The answer is kept for minutes. */
export async function handler(event: unknown): Promise<{ isAuthorized: boolean }> {
  const { headers } = request.parse(event);
  const { ORIGIN_SECRET } = environment.parse(process.env);
  return { isAuthorized: comesFromEdge(headers[ORIGIN_HEADER], await revealSecret(ORIGIN_SECRET)) };
}
