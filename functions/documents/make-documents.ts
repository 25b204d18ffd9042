import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { documentsOfSnapshot } from '../../shared/documents/published-documents.ts';
import type { MadeDocument } from '../../shared/domain/meetings/published-document.ts';
import type { Services } from '../../shared/lambda/services.ts';
import type { Files } from '../../shared/store/files.ts';
import { publicationOf, SnapshotMissing } from '../../shared/store/publication-steps.ts';
import { shownNow, snapshotNamed } from '../../shared/store/published.ts';
import { publishedDocumentKey } from '../../shared/store/report-keys.ts';

/** One act of publishing, as its workflow names it. */
export const publicationToPrint = z.object({ meetingId: z.string(), publicationId: z.string() });

type Making = {
  readonly configuration: Pick<Services['configuration'], 'ORGANISATION_NAME' | 'PUBLIC_ADDRESS'>;
  readonly register: Services['register'];
  readonly files: Pick<Files, 'put'>;
  readonly toPdf: (document: PrintDocument) => Promise<Uint8Array>;
};

/** What was made: `none` where the public is shown no snapshot, or a later one. */
type Made = { readonly word: 'made' | 'none'; readonly made: readonly MadeDocument[] };

/**
 * Makes the agenda and the notice of a publication as PDF, from the snapshot that the public reads and from nothing else,
 * and lays them beside it. Made twice they are the same, under the same name.
 */
export async function makeDocuments(
  which: z.infer<typeof publicationToPrint>,
  { configuration, register, files, toPdf }: Making,
): Promise<Made> {
  const found = await publicationOf(register, which);
  const { snapshot = null, at = '' } = found?.publication ?? {};
  const shown = snapshot === null ? undefined : await shownNow(register.table, which.meetingId);
  // What a later act withdrew must not be made again.
  if (snapshot === null || shown === undefined || (shown.snapshot !== snapshot && shown.at > at))
    return { word: 'none', made: [] };
  const meeting = await snapshotNamed(register.table, snapshot);
  if (!meeting) throw new SnapshotMissing(snapshot);
  const publisher = {
    organisation: configuration.ORGANISATION_NAME,
    publicAddress: configuration.PUBLIC_ADDRESS,
  };
  const made: MadeDocument[] = [];
  for (const { name, document } of documentsOfSnapshot(meeting, publisher)) {
    const pdf = await toPdf(document);
    await files.put(publishedDocumentKey(snapshot, name), pdf, 'application/pdf');
    made.push({ name, bytes: pdf.length, hash: createHash('sha256').update(pdf).digest('hex') });
  }
  return { word: 'made', made };
}
