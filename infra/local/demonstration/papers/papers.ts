import type { PrintDocument } from '../../../../shared/documents/print-document.ts';
import { minutesToConfirm } from './draft-minutes.ts';
import type { Paper } from './paper.ts';
import { papersOfCabinet } from './papers-of-cabinet.ts';
import { papersOfHosb } from './papers-of-hosb.ts';

/** Every report of the demonstration in its words. After a change run `node infra/local/demonstration/papers/make-papers.ts`. */
export const papers: readonly Paper[] = [...minutesToConfirm, ...papersOfHosb, ...papersOfCabinet];

/** A report as it is printed. */
export function paperDocument({ title, caption, blocks }: Paper): PrintDocument {
  return {
    title,
    caption,
    organisation: 'Brackenford City Council',
    foot: 'Demonstration: fictional people, places and figures',
    blocks,
  };
}
