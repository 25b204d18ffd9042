import * as z from 'zod';
import { strictObjectLater } from '../domain/built-later.ts';
import { madeDocument } from '../domain/meetings/published-document.ts';
import type { PublishedTable } from './published.ts';
import type { Write } from './table.ts';
import { PUBLISHED_PREFIX } from './table-definition.ts';

const publishedDocuments = strictObjectLater(() => ({
  /** The publication that they were made of: 'agenda-1'. */
  publicationId: z.string(),
  /** The snapshot that they were made of, and beside which they lie. */
  snapshot: z.string(),
  made: z.array(madeDocument),
}));

/** The agenda and the notice of one publication as PDF: what the public is told of them. */
export type PublishedDocuments = z.infer<typeof publishedDocuments>;

const partition = (meetingId: string): string => `${PUBLISHED_PREFIX}MEETING#${meetingId}`;

/** The write by which the public may open what was made of a publication. */
export function documentsWrite(meetingId: string, documents: PublishedDocuments): Write {
  return { put: { pk: partition(meetingId), sk: `DOCUMENTS#${documents.publicationId}`, documents } };
}

/**
 * What was made of a meeting's publications, each by its publication. Only what was made of the last one that a snapshot
 * holds is shown: of an earlier one, something may have been withdrawn.
 */
export async function documentsOf(
  table: PublishedTable,
  meetingId: string,
): Promise<ReadonlyMap<string, PublishedDocuments>> {
  const items = await table.queryAll({ partition: partition(meetingId), prefix: 'DOCUMENTS#' });
  const all = items.map((item) => publishedDocuments.parse(item['documents']));
  return new Map(all.map((one) => [one.publicationId, one]));
}

type Face = { readonly agenda: { readonly publications: readonly { readonly id: string }[] } | null };

/** What was made of the last publication that a snapshot holds; undefined while it is being made. */
export function documentsNow(
  { agenda }: Face,
  made: ReadonlyMap<string, PublishedDocuments>,
): PublishedDocuments | undefined {
  return made.get(agenda?.publications.at(-1)?.id ?? '');
}
