import { createHash } from 'node:crypto';
import type { Agenda, Publication } from '../../shared/domain/agendas/agenda.ts';
import type { PublishedMeeting } from '../../shared/domain/meetings/published.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { getMany, type Register } from '../../shared/store/record-kind.ts';

/** A file as it was read: its size, and the SHA-256 of its bytes. */
export type ReadFile = { readonly bytes: number; readonly hash: string };

/** Reads a file's address as anybody can, wherever it leads; null where nothing is there. */
export type FileReader = (path: string) => Promise<ReadFile | null>;

/** A file that must be there, at its address below the meeting's, with the SHA-256 that it must have. */
export type Expected = { readonly file: string; readonly hash: string };

/** The file of a report, at its address below the meeting's. */
export function fileOfReport(reportId: string): string {
  return `reports/${reportId}.pdf`;
}

/**
 * What a publication must have brought: the reports that it shows for the first time and that the public is still shown,
 * and what was made of it as PDF.
 */
export async function expectedFiles(
  register: Register,
  { slots }: Pick<Agenda, 'slots'>,
  { reportIds, documents }: Publication,
  { items }: PublishedMeeting,
): Promise<readonly Expected[]> {
  const shown = new Set(
    items
      .flatMap(({ arranged }) => arranged?.reports ?? [])
      .flatMap(({ id, withdrawn }) => (withdrawn === null && reportIds.includes(id) ? [id] : [])),
  );
  const kept =
    shown.size === 0
      ? []
      : await getMany(
          register,
          agendaItems,
          slots.map(({ itemId }) => itemId),
        );
  return [
    ...documents.made.map(({ name, hash }) => ({ file: `${name}.pdf`, hash })),
    ...kept
      .flatMap(({ record }) => record.reports)
      .filter(({ id }) => shown.has(id))
      .map(({ id, hash }) => ({ file: fileOfReport(id), hash })),
  ];
}

/** Files that are read at the same time: sixty papers are read in a few seconds, and none is held in memory. */
const AT_ONCE = 4;

/** Reads files side by side, in the order in which they are named. */
export async function readAll<T>(files: readonly T[], read: (file: T) => Promise<ReadFile | null>) {
  const answers = new Map<T, ReadFile | null>();
  const left = files.values();
  const work = async () => {
    for (const file of left) answers.set(file, await read(file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return files.map((file) => ({ file, found: answers.get(file) ?? null }));
}

/** Longer than a report of 20 MB takes; the workflow tries again. */
const PATIENCE_MILLISECONDS = 30_000;

/** A reader of files at the public address, over HTTP, by its links to storage: what is read is hashed as it comes. */
export function openFileReader(publicAddress: string): FileReader {
  return async (path) => {
    const answer = await fetch(`${publicAddress}${path}`, {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    if (answer.status !== 200 || answer.body === null) {
      await answer.body?.cancel();
      return null;
    }
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of answer.body) {
      hash.update(part);
      bytes += part.length;
    }
    return { bytes, hash: hash.digest('hex') };
  };
}
