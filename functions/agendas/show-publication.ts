import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { showPublication } from '../../shared/store/publication-steps.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

/** Points the public to the snapshot, in one transaction with the record. Once, however often it is tried. */
export async function show(
  which: WhichPublication,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'shown' | 'already' | 'none' }> {
  return { word: await showPublication(register, which, { at: clock.now(), today: clock.today() }) };
}

// called by the workflow
export const handler = step(whichPublication, show, buildServices);
