import type { RefusedPdf } from '../../../shared/documents/check-pdf.ts';
import { say } from '../../../shared/pages/say.ts';

/** Why a file was not taken, and what to do: for the person who sent it. */
export function refusalInWords(word: RefusedPdf['word'] | 'too-large' | 'gone'): string {
  return say('reports', `refused-${word}`);
}
