import { createHash, randomUUID } from 'node:crypto';
import type { GoodPdf, RefusedPdf } from '../../../shared/documents/check-pdf.ts';
import { REPORT_BYTES } from '../../../shared/domain/agenda-items/reports.ts';
import { securityHeaders } from '../../../shared/lambda/security-headers.ts';
import type { UploadForm } from '../../../shared/store/files.ts';
import { QUARANTINE_PREFIX } from '../../../shared/store/table-definition.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

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

/** A form by which the browser sends one PDF straight to storage and comes back to the page that looks at it. */
export async function uploadFormFor({ services }: WebRequest, itemId: string): Promise<UploadForm> {
  return services.files.uploadForm({
    // Two ids: neither can be guessed from the other, nor from ids that are seen elsewhere.
    key: keyFor(itemId, `${services.newId()}${randomUUID().slice(0, 23)}`),
    type: 'application/pdf',
    mostBytes: STORAGE_TAKES,
    returnTo: `${services.configuration.PUBLIC_ADDRESS}${paths.checkReport(itemId)}`,
  });
}

/** Headers of a page whose form goes to storage: its address is one more to which a form may be sent. */
export function headersForUpload({ services }: WebRequest, { action }: UploadForm): Record<string, string> {
  return { ...securityHeaders(`${services.configuration.IDENTITY_ORIGIN} ${new URL(action).origin}`.trim()).page };
}

/** What was sent, looked at: good with its bytes and their hash, or refused in one word. */
export type Looked =
  | (GoodPdf & { bytes: Uint8Array; hash: string })
  | { word: RefusedPdf['word'] | 'too-large' | 'gone' };

/** Looks at a file in quarantine. It is left there: what is over a day old goes by itself. */
export async function lookAt({ services: { files } }: WebRequest, key: string): Promise<Looked> {
  const size = await files.sizeOf(key);
  if (size === undefined) return { word: 'gone' };
  if (size > REPORT_BYTES) return { word: 'too-large' };
  // Loaded when there is a file to open: most pages of reports have none.
  const [bytes, { checkPdf }] = await Promise.all([files.read(key), import('../../../shared/documents/check-pdf.ts')]);
  const found = await checkPdf(bytes);
  return found.word === 'good' ? { ...found, bytes, hash: createHash('sha256').update(bytes).digest('hex') } : found;
}
