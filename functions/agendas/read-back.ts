import { createHash } from 'node:crypto';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { publicationOf } from '../../shared/store/publication-steps.ts';
import { isLaid, shownNow } from '../../shared/store/published.ts';
import { type WhichPublication, whichPublication } from './which-publication.ts';

/** Reads an address as anybody can, signed in as nobody: what is shown there, or null where nothing is. */
export type PublicReader = (path: string) => Promise<string | null>;

type ReadBack = Pick<Services, 'register'> & { read: PublicReader };

/** Thrown when the public does not see what was shown: the workflow looks again, and then says so. */
export class NotThere extends Error {
  override name = 'NotThere';
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Looks where the public looks: the page of the meeting must be there and be made from the snapshot that was pointed to,
 * and that snapshot must be whole. Answers the SHA-256 of the page as it was read: the proof. Throws `NotThere`.
 */
export async function readBack(which: WhichPublication, { register, read }: ReadBack): Promise<{ proof: string }> {
  const found = await publicationOf(register, which);
  if (!found) throw new NotThere('no such publication');
  const { agenda, publication } = found;
  // A body that does not sit in public shows nothing: what its members were told of is the publication itself.
  if (publication.snapshot === null) return { proof: sha256(JSON.stringify(publication)) };
  const { bodyId, id } = agenda.record;
  const shown = await shownNow(register.table, id);
  const isOurs = shown?.snapshot === publication.snapshot || (shown !== undefined && shown.at > publication.at);
  if (!shown || !isOurs) throw new NotThere('the public is not pointed to it');
  if (!(await isLaid(register.table, shown.snapshot))) throw new NotThere('the snapshot is not whole');
  // A name of its own past every cache: what is read is what is there now.
  const page = await read(`${publicAddresses.meeting(bodyId, id)}?read-back=${publication.id}`);
  if (!page?.includes(`content="${shown.snapshot}"`)) throw new NotThere('the page does not show it');
  return { proof: sha256(page) };
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
  return { ...services, read: openPublicReader(services.configuration.PUBLIC_ADDRESS) };
});
