import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { S3Refusal } from './s3-error.ts';

/** What stands before the file in a form, in bytes: S3 takes 20 KB of it. */
const HEAD_BYTES = 64 * 1024;

/** The fields of a form by lower-case name, and the name of the file that follows them. */
export type FormHead = { readonly fields: ReadonlyMap<string, string>; readonly fileName: string };

/** A file that came in, on the disk: it may be larger than memory. */
export type SpooledFile = { readonly path: string; readonly size: number; readonly etag: string };

const boundaryOf = (contentType: string): string => {
  const [, quoted, plain] = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new S3Refusal(400, 'MalformedPOSTRequest');
  return boundary;
};

/** Reads the head as far as it has come: null while the file's own header is not there yet. */
function readHead(text: string, boundary: string): (FormHead & { readonly length: number }) | null {
  const fields = new Map<string, string>();
  let at = text.indexOf(`--${boundary}\r\n`);
  while (at >= 0) {
    const begins = at + boundary.length + 4;
    const ends = text.indexOf('\r\n\r\n', begins);
    if (ends < 0) return null;
    const header = text.slice(begins, ends);
    const named = (what: string): string | undefined => new RegExp(`; ${what}="([^"]*)"`, 'i').exec(header)?.[1];
    const fileName = named('filename');
    if (fileName !== undefined) return { fields, fileName, length: ends + 4 };
    const next = text.indexOf(`\r\n--${boundary}`, ends + 2);
    if (next < 0) return null;
    const value = Buffer.from(text.slice(ends + 4, next), 'latin1').toString('utf8');
    fields.set((named('name') ?? '').toLowerCase(), value);
    if (text.startsWith('--', next + boundary.length + 4))
      throw new S3Refusal(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
    at = next + 2;
  }
  return null;
}

async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) yield chunk;
}

/** Writes the file as it comes, up to the boundary that ends it; what follows is read and thrown away. */
async function writeFile(
  handle: FileHandle,
  { first, rest, end }: { first: Buffer; rest: AsyncGenerator<Buffer>; end: Buffer },
): Promise<{ size: number; etag: string }> {
  const digest = createHash('md5');
  let size = 0;
  let held: Buffer = Buffer.alloc(0);
  let ended = false;
  const take = async (chunk: Buffer) => {
    if (ended) return;
    const all = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const at = all.indexOf(end);
    ended = at >= 0;
    // The boundary may lie across two pieces: as much as could be its beginning waits.
    const part = all.subarray(0, ended ? at : Math.max(0, all.length - end.length));
    held = all.subarray(part.length);
    digest.update(part);
    size += part.length;
    await handle.write(part);
  };
  await take(first);
  for await (const chunk of rest) await take(chunk);
  if (!ended) throw new S3Refusal(400, 'IncompleteBody');
  await handle.sync();
  return { size, etag: digest.digest('hex') };
}

/**
 * Takes a form with a file, piece by piece: the file lies in the folder when this answers, and `check` has seen what stands
 * before it by then. Throws `S3Refusal`; nothing is left in the folder then.
 */
export async function spoolForm(
  request: IncomingMessage,
  folder: string,
  check: (head: FormHead) => Promise<void>,
): Promise<FormHead & { readonly file: SpooledFile }> {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  const chunks = chunksOf(request);
  let read = Buffer.alloc(0);
  let head = readHead('', boundary);
  for (let next = await chunks.next(); !next.done && head === null; ) {
    read = Buffer.concat([read, next.value]);
    head = readHead(read.subarray(0, HEAD_BYTES).toString('latin1'), boundary);
    if (head === null && read.length > HEAD_BYTES) throw new S3Refusal(400, 'MaxPostPreDataLengthExceeded');
    if (head === null) next = await chunks.next();
  }
  if (head === null) throw new S3Refusal(400, 'MalformedPOSTRequest');
  await check(head);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx', 0o600);
  try {
    const end = Buffer.from(`\r\n--${boundary}`, 'latin1');
    const written = await writeFile(handle, { first: read.subarray(head.length), rest: chunks, end });
    return { ...head, file: { path, ...written } };
  } catch (fault) {
    rmSync(path, { force: true });
    throw fault;
  } finally {
    await handle.close();
  }
}
