import { reduceHtml } from './html.ts';

/** Whether a pasted or uploaded text can be read at all; `'ok'` is read, the others are shown to the person as they are. */
export type SourceCheck = 'ok' | 'empty' | 'not-text';

/** The opening marks of PDF, of zipped office files, of rich text and of old office files. */
const packedFiles = ['%PDF-', 'PK\u0003\u0004', '{\\rtf', '\u00d0\u00cf\u0011\u00e0'];

/**
 * Tells text from an empty paste and from a binary file taken for text. More than one character in fifty that no keyboard
 * makes, any NUL, or the opening mark of a packed format means it is not text.
 */
export function checkSource(text: string): SourceCheck {
  if (text.trim() === '') return 'empty';
  if (packedFiles.some((mark) => text.startsWith(mark))) return 'not-text';
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return 'not-text';
    if (isStrange(code)) strange += 1;
  }
  return strange * 50 > text.length ? 'not-text' : 'ok';
}

const isStrange = (code: number): boolean =>
  code === 0xfffd || (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || (code >= 0x7f && code < 0xa0);

/** The text that every offset refers to: HTML reduced to words, one kind of line end and of space, emphasis marks dropped. */
export function normaliseSource(text: string): string {
  const plain = reduceHtml(text.replace(/^\uFEFF/, ''));
  return plain
    .replace(/\r\n?|[\f\v\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/\u00ad|[\u200b-\u200f]|\u2060|\ufeff|\ufe0f/g, '')
    .replace(/\[([^\][\n]{0,200})\]\((?:https?:|\/|#)[^()\s]{0,400}\)/g, '$1')
    .replace(/\*\*|__|\\(?=[[\]\\*_.-])/g, '')
    .replace(/(?<![*\w])\*([^*\s][^*\n]{0,200})\*(?!\w)/g, '$1');
}
