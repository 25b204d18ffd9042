import * as z from 'zod';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { finishEntering } from '../../shared/store/enter-part.ts';

const input = z.object({ readingId: z.string() });

/** Marks the text as entered once every part of it is. */
export async function finish(
  { readingId }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'entered' }> {
  return { word: await finishEntering(register, readingId, { at: clock.now(), today: clock.today() }) };
}

// called by the workflow
export const handler = step(input, finish, buildServices);
