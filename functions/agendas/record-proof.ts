import * as z from 'zod';
import { publication } from '../../shared/domain/agendas/agenda.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { recordProof } from '../../shared/store/publication-steps.ts';
import { whichPublication } from './which-publication.ts';

/**
 * `proof` is null where it was looked for and not found; `found` are the files that were read beside the page,
 * of which an execution begun before there were any says nothing.
 */
const input = whichPublication.extend({ proof: z.string().nullable(), found: publication.shape.found.default([]) });

/** Records what was found on looking where the public looks. */
export async function keepProof(
  { proof, found, ...which }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'verified' | 'failed' | 'none' }> {
  return { word: await recordProof(register, which, { proof, found }, { at: clock.now(), today: clock.today() }) };
}

// called by the workflow
export const handler = step(input, keepProof, buildServices);
