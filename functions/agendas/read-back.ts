import { createHash } from 'node:crypto';
import type { Agenda, Publication } from '../../shared/domain/agendas/agenda.ts';
import type { PublishedMeeting } from '../../shared/domain/meetings/published.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { publicationOf } from '../../shared/store/publication-steps.ts';
import { isLaid, shownNow, snapshotNamed } from '../../shared/store/published.ts';
import { expectedFiles, type FileReader, fileOfReport, openFileReader, readAll } from './read-files.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

/** Reads an address as anybody can, signed in as nobody: what is shown there, or null where nothing is. */
export type PublicReader = (path: string) => Promise<string | null>;

type ReadBack = Pick<Services, 'register'> & { read: PublicReader; readFile: FileReader };

/** What was found: the SHA-256 of the page as it was read, and each file with its own. */
export type Found = { readonly proof: string; readonly found: Publication['found'] };

/** Thrown when the public does not see what was shown: the workflow looks again, and then says so. */
export class NotThere extends Error {
  override name = 'NotThere';
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every file that it brought must be there, just as it was kept; what it withdrew must not. */
async function readFiles(
  { agenda, publication }: { agenda: Agenda; publication: Publication },
  face: PublishedMeeting,
  { register, readFile }: ReadBack,
): Promise<Publication['found']> {
  const { bodyId, id } = agenda;
  const at = (file: string): string => `${publicAddresses.meeting(bodyId, id)}/${file}`;
  const expected = await expectedFiles(register, agenda, publication, face);
  const gone = publication.withdrawnReportIds.map(fileOfReport);
  const [here, left] = await Promise.all([
    readAll(expected, ({ file }) => readFile(at(file))),
    readAll(gone, (file) => readFile(at(file))),
  ]);
  const still = left.find(({ found }) => found !== null);
  if (still) throw new NotThere(`${still.file} was withdrawn and can be read`);
  return here.map(({ file: { file, hash }, found }) => {
    if (found?.hash !== hash) throw new NotThere(`${file} is not there as it was kept`);
    return { file, bytes: found.bytes, hash };
  });
}

/**
 * Looks where the public looks: the page of the meeting must be there and be made from the snapshot that was pointed to,
 * that snapshot must be whole, and every file that it brought must open. Answers the SHA-256 of the page and of each file
 * as they were read: the proof. Throws `NotThere`.
 */
export async function readBack(which: WhichPublication, services: ReadBack): Promise<Found> {
  const { register, read } = services;
  const found = await publicationOf(register, which);
  if (!found) throw new NotThere('no such publication');
  const { agenda, publication } = found;
  // A body that does not sit in public shows nothing: what its members were told of is the publication itself.
  if (publication.snapshot === null) return { proof: sha256(JSON.stringify(publication)), found: [] };
  const { bodyId, id } = agenda.record;
  const shown = await shownNow(register.table, id);
  const isOurs = shown?.snapshot === publication.snapshot || (shown !== undefined && shown.at > publication.at);
  if (!shown || !isOurs) throw new NotThere('the public is not pointed to it');
  const face = await snapshotNamed(register.table, shown.snapshot);
  if (!face || !(await isLaid(register.table, shown.snapshot))) throw new NotThere('the snapshot is not whole');
  // A name of its own past every cache: what is read is what is there now.
  const page = await read(`${publicAddresses.meeting(bodyId, id)}?read-back=${publication.id}`);
  if (!page?.includes(`content="${shown.snapshot}"`)) throw new NotThere('the page does not show it');
  return { proof: sha256(page), found: await readFiles({ agenda: agenda.record, publication }, face, services) };
}

/** Longer than any page takes; the workflow tries again. */
const PATIENCE_MILLISECONDS = 10_000;

/** A reader of the public address over HTTP. */
export function openPublicReader(publicAddress: string): PublicReader {
  return async (path) => {
    const answer = await fetch(`${publicAddress}${path}`, {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    return answer.status === 200 ? answer.text() : null;
  };
}

// called by the workflow
export const handler = step(whichPublication, readBack, () => {
  const services = buildServices();
  const { PUBLIC_ADDRESS } = services.configuration;
  return { ...services, read: openPublicReader(PUBLIC_ADDRESS), readFile: openFileReader(PUBLIC_ADDRESS) };
});
