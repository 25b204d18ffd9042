import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comingItems } from '../../../infra/local/demonstration/agenda-items.ts';
import { loadDemonstration } from '../../../infra/local/demonstration/load.ts';
import { paperFile } from '../../../infra/local/demonstration/papers/paper-files.ts';
import { paperDocument, papers } from '../../../infra/local/demonstration/papers/papers.ts';
import { checkPdf } from '../../../shared/documents/check-pdf.ts';
import { toPdf } from '../../../shared/documents/to-pdf.ts';
import { reportKey } from '../../../shared/store/report-keys.ts';
import { testFiles } from '../../support/files.ts';
import { testRegister } from '../../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let storage: Awaited<ReturnType<typeof testFiles>>;

beforeAll(async () => {
  [opened, storage] = await Promise.all([testRegister(), testFiles()]);
  await loadDemonstration(opened.register, storage.files);
}, 60_000);
afterAll(async () => {
  await storage.close();
  opened.close();
});

const reports = comingItems.flatMap((item) => item.reports.map((report) => ({ report, item })));

test('every report of the demonstration is put with an item, and its file is kept under the hash of its bytes', async () => {
  expect(reports.map(({ report }) => report.id).toSorted()).toEqual(papers.map(({ id }) => id).toSorted());
  for (const { report } of reports) {
    const bytes = await storage.files.read(reportKey(report));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(report.hash);
    expect(await checkPdf(bytes)).toMatchObject({ word: 'good', pages: report.pages, tagged: true, scanned: false });
  }
});

test.each(papers.map((paper) => [paper.id, paper] as const))(
  'the file of %s says what its words say, and that it is fictional',
  (id, paper) => {
    expect(Buffer.from(toPdf(paperDocument(paper))).equals(paperFile(id))).toBe(true);
    expect(paperDocument(paper).foot).toContain('fictional');
  },
);

test('a private item has private reports only, and they are kept apart from what may be published', () => {
  for (const { report, item } of reports)
    expect([item.title, report.accessClass]).toEqual([
      item.title,
      item.accessClass === 'private' ? 'private' : 'public',
    ]);
  expect(storage.stored.list('published/', '')).toEqual([]);
});
