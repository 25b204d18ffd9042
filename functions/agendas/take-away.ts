import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { type Files, openFiles } from '../../shared/store/files.ts';
import { filesNoLongerShown } from '../../shared/store/publication-files.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

type Taking = Pick<Services, 'register'> & { files: Pick<Files, 'remove'> };

/**
 * Takes the public's copies of what is no longer shown out of storage: no link that somebody kept leads to them. What was
 * checked stays where it is, under its hash.
 */
export async function takeAway(
  { meetingId }: Pick<WhichPublication, 'meetingId'>,
  { register, files }: Taking,
): Promise<{ word: 'taken' }> {
  for (const key of await filesNoLongerShown(register, meetingId)) await files.remove(key);
  return { word: 'taken' };
}

// called by the workflow
export const handler = step(whichPublication, takeAway, () => {
  const services = buildServices();
  return { ...services, files: openFiles(services.configuration.FILES_BUCKET) };
});
