import { isComplete } from '../../shared/domain/agendas/agenda.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { publicationOf } from '../../shared/store/publication-steps.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

/** Is it still to be published? What has been verified, with its documents, is not published again. */
export async function checkPublication(
  which: WhichPublication,
  { register }: Pick<Services, 'register'>,
): Promise<{ word: 'publish' | 'nothing' }> {
  const found = await publicationOf(register, which);
  return { word: found === undefined || isComplete(found.publication) ? 'nothing' : 'publish' };
}

// called by the workflow
export const handler = step(whichPublication, checkPublication, buildServices);
