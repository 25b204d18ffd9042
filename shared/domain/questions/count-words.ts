/**
 * The words of a text, as standing orders count them: what stands between white space and holds a letter or a digit. A
 * dash on its own is none; "well-being" is one.
 */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
