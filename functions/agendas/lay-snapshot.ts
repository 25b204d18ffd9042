import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { type Files, openFiles } from '../../shared/store/files.ts';
import { publicationOf, repairSnapshot } from '../../shared/store/publication-steps.ts';
import { publishReports, reportsToShow } from '../../shared/store/report-acts.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

type Laying = Pick<Services, 'register' | 'clock'> & { files: Pick<Files, 'copy'> };

/**
 * Sees to it that what is to be shown is laid, whole and as its name says: the snapshot, and before it the reports that it
 * names. Nobody sees them yet.
 */
export async function laySnapshot(
  which: WhichPublication,
  { register, clock, files }: Laying,
): Promise<{ word: 'laid' | 'none' }> {
  const found = await publicationOf(register, which);
  if (found && found.publication.snapshot !== null)
    await publishReports(files, await reportsToShow(register, found.agenda.record, found.publication));
  return { word: await repairSnapshot(register, which, { at: clock.now(), today: clock.today() }) };
}

// called by the workflow
export const handler = step(whichPublication, laySnapshot, () => {
  const services = buildServices();
  return { ...services, files: openFiles(services.configuration.FILES_BUCKET) };
});
