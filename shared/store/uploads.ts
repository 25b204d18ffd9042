import { createHash, randomUUID } from 'node:crypto';
import type { GoodPdf, RefusedPdf } from '../documents/check-pdf.ts';
import { REPORT_BYTES } from '../domain/agenda-items/reports.ts';
import type { Files, UploadForm } from './files.ts';
import { QUARANTINE_PREFIX } from './table-definition.ts';

/**
 * What storage takes, in bytes: all that S3 takes by one form. Far more than a report may be, since whoever sends one that is
 * too large is to be told so by our own page, in words: what storage refuses it refuses in a language of its own, that
 * nobody can change. What is too large is never opened, and goes by itself after a day.
 */
const STORAGE_TAKES = 5 * 1024 * 1024 * 1024;

const keyFor = (itemId: string, upload: string): string => `${QUARANTINE_PREFIX}${itemId}/${upload}`;

/** The upload that an address or a form names, if it is one of this item. */
export function uploadOf(itemId: string, key: string): string | undefined {
  const upload = key.startsWith(keyFor(itemId, '')) ? key.slice(keyFor(itemId, '').length) : '';
  return /^[a-z0-9-]{8,64}$/.test(upload) ? keyFor(itemId, upload) : undefined;
}

/** A form by which one PDF is sent straight to storage, and comes back to `returnTo` where that is a page. */
export async function formForReport(
  files: Pick<Files, 'uploadForm'>,
  { itemId, newId, returnTo }: { itemId: string; newId: () => string; returnTo: string | null },
): Promise<UploadForm> {
  return files.uploadForm({
    // Two ids: neither can be guessed from the other, nor from ids that are seen elsewhere.
    key: keyFor(itemId, `${newId()}${randomUUID().slice(0, 23)}`),
    type: 'application/pdf',
    mostBytes: STORAGE_TAKES,
    returnTo,
  });
}

/** What was sent, looked at: good with its bytes and their hash, or refused in one word. */
export type Looked =
  | (GoodPdf & { bytes: Uint8Array; hash: string })
  | { word: RefusedPdf['word'] | 'too-large' | 'gone' };

/** Looks at a file in quarantine. It is left there: what is over a day old goes by itself. */
export async function lookAt(files: Pick<Files, 'sizeOf' | 'read'>, key: string): Promise<Looked> {
  const size = await files.sizeOf(key);
  if (size === undefined) return { word: 'gone' };
  if (size > REPORT_BYTES) return { word: 'too-large' };
  // Loaded when there is a file to open: most pages of reports have none.
  const [bytes, { checkPdf }] = await Promise.all([files.read(key), import('../documents/check-pdf.ts')]);
  const found = await checkPdf(bytes);
  return found.word === 'good' ? { ...found, bytes, hash: createHash('sha256').update(bytes).digest('hex') } : found;
}
