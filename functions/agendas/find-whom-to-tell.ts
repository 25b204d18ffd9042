import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { toBeTold } from '../../shared/store/publication-readers.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

/** The kind of notice by which people hear of anything published: its words depend on what that was. */
const KIND = 'agenda-publication';

/** Who is told of a publication, each once: members, those invited and the officers of the body. */
export async function findWhomToTell(
  which: WhichPublication,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ kind: string; day: string; personIds: readonly string[] }> {
  const day = clock.today();
  const { told } = await toBeTold(register, which, day);
  return { kind: KIND, day, personIds: told };
}

// called by the workflow
export const handler = step(whichPublication, findWhomToTell, buildServices);
