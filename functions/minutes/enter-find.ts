import * as z from 'zod';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { enterPart } from '../../shared/store/enter-part.ts';

const input = z.object({ readingId: z.string(), part: z.string() });

/** Enters one part of what was accepted, once, however often the step is tried. */
export async function enterFind(
  which: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'entered' | 'already-entered' }> {
  return { word: await enterPart(register, which, { at: clock.now(), today: clock.today() }) };
}

// called by the workflow
export const handler = step(input, enterFind, buildServices);
