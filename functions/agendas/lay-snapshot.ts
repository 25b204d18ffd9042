import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { repairSnapshot } from '../../shared/store/publication-steps.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

/** Sees to it that what is to be shown is laid, whole and as its name says. Nobody sees it yet. */
export async function laySnapshot(
  which: WhichPublication,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'laid' | 'none' }> {
  return { word: await repairSnapshot(register, which, { at: clock.now(), today: clock.today() }) };
}

// called by the workflow
export const handler = step(whichPublication, laySnapshot, buildServices);
