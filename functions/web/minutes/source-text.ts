import { checkSource } from '../../../shared/minutes/source.ts';
import { say } from '../../../shared/pages/say.ts';
import type { SentFile } from '../route.ts';

/** A million bytes: more than any minutes, and a page that keeps it typed is still quick to send back. */
const MOST_PASTED = 1_000_000;
/** A request is at most six megabytes on AWS, and a file in it grows by a third on its way. */
const MOST_IN_FILE = 4_000_000;

export type SourceText =
  | { sort: 'text'; text: string; fileName: string | null }
  | { sort: 'refused'; field: 'text' | 'file'; sentence: string };

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** Bytes as text: UTF-8, or the code page that older office programs write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function fromFile({ bytes, name }: SentFile): SourceText {
  const refused = (sentence: string): SourceText => ({ sort: 'refused', field: 'file', sentence });
  if (bytes.length > MOST_IN_FILE) return refused(say('minutes', 'fileTooLong', { size: megabytes(bytes.length) }));
  const text = decoded(bytes);
  const checked = checkSource(text);
  if (checked === 'empty') return refused(say('minutes', 'fileEmpty'));
  if (checked === 'not-text') return refused(say('minutes', 'fileNotText'));
  return { sort: 'text', text, fileName: name.slice(0, 300) };
}

/** The text to read: a file where one was chosen, else what was pasted; or why it cannot be read. */
export function sourceText(pasted: string, file: SentFile | undefined): SourceText {
  if (file) return fromFile(file);
  const refused = (sentence: string): SourceText => ({ sort: 'refused', field: 'text', sentence });
  const size = Buffer.byteLength(pasted);
  if (size > MOST_PASTED) return refused(say('minutes', 'textTooLong', { size: megabytes(size) }));
  const checked = checkSource(pasted);
  if (checked === 'empty') return refused(say('minutes', 'textEmpty'));
  if (checked === 'not-text') return refused(say('minutes', 'textNotText'));
  return { sort: 'text', text: pasted, fileName: null };
}
