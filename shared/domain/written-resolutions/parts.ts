import type { Asked } from './written-resolution.ts';

// '(1) That …', '2. That …', '(a) That …'
const NUMBERED = /^\(?(\d{1,2}|[a-z])[).]\s+(.+)$/;

/** The text of a resolution in its parts: each on a line of its own, with the number it was given or else its place. */
export function partsIn(text: string): Asked['parts'] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => {
      const [, number, rest] = NUMBERED.exec(line) ?? [];
      return { number: number ?? String(at + 1), text: rest ?? line };
    });
}

/** The parts as they are typed: the same text gives the same parts. */
export function textOfParts(parts: Asked['parts']): string {
  return parts.map(({ number, text }) => `(${number}) ${text}`).join('\n');
}
