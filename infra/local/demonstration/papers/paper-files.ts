import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ItemReport } from '../../../../shared/domain/agenda-items/agenda-item.ts';
import type { Files } from '../../../../shared/store/files.ts';
import { keepReport } from '../../../../shared/store/report-acts.ts';
import facts from './papers.json' with { type: 'json' };
import { papers } from './papers.ts';

const listed = z.record(
  z.string(),
  z.object({ hash: z.string(), bytes: z.number(), pages: z.number(), tagged: z.boolean() }),
);
const known = listed.parse(facts);

/** The PDF of a report, as it lies beside its words. */
export function paperFile(id: string): Buffer {
  return readFileSync(join(import.meta.dirname, `${id}.pdf`));
}

/** The reports put with an item of the demonstration. */
export function reportsOf(itemId: string): ItemReport[] {
  return papers
    .filter((paper) => paper.itemId === itemId)
    .map(({ id, title, isPrivate, addedOn }) => {
      const found = known[id];
      if (!found) throw new Error(`The demonstration has no file of ${id}: make its papers again.`);
      return { id, title, ...found, accessClass: isPrivate ? 'private' : 'public', addedOn };
    });
}

/** Puts the files of the demonstration's reports where reports are kept. Put twice they are the same. */
export async function keepPapers(files: Pick<Files, 'put'>): Promise<void> {
  await Promise.all(papers.map(({ id }) => keepReport(files, { hash: known[id]?.hash ?? '' }, paperFile(id))));
}
