import * as z from 'zod';
import { madeDocument } from '../../shared/domain/meetings/published-document.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { recordDocuments } from '../../shared/store/publication-files.ts';
import { whichPublication } from './which-publication.ts';

/** `not-made` where making them was given up. */
const input = whichPublication.extend({ word: z.enum(['made', 'none', 'not-made']), made: z.array(madeDocument) });

/** Records what was made of a publication and lets the public open it; or that nothing could be made, for the administrator. */
export async function keepDocuments(
  { word, made, ...which }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'made' | 'not-made' | 'none' }> {
  const moment = { at: clock.now(), today: clock.today() };
  return { word: await recordDocuments(register, which, { state: word, made }, moment) };
}

// called by the workflow
export const handler = step(input, keepDocuments, buildServices);
