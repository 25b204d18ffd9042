// Makes the PDFs of the demonstration's reports from their words, and the list of them. Run by hand after a change of words:
// they are kept as files, so that the first start does not wait for the PDF engine. A test makes them again and compares.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPdf } from '../../../../shared/documents/check-pdf.ts';
import { toPdf } from '../../../../shared/documents/to-pdf.ts';
import { paperDocument, papers } from './papers.ts';

const made = await Promise.all(
  papers.map(async (paper) => {
    const pdf = toPdf(paperDocument(paper));
    const checked = await checkPdf(pdf);
    if (checked.word !== 'good') throw new Error(`${paper.id} is ${checked.word}`);
    writeFileSync(join(import.meta.dirname, `${paper.id}.pdf`), pdf);
    const hash = createHash('sha256').update(pdf).digest('hex');
    return [paper.id, { hash, bytes: pdf.length, pages: checked.pages, tagged: checked.tagged }] as const;
  }),
);
writeFileSync(join(import.meta.dirname, 'papers.json'), `${JSON.stringify(Object.fromEntries(made), null, 2)}\n`);
