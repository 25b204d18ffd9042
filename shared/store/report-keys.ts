import type { ItemReport } from '../domain/agenda-items/agenda-item.ts';
import type { MadeDocument } from '../domain/meetings/published-document.ts';
import { PUBLISHED_DOCUMENTS_PREFIX, PUBLISHED_FILES_PREFIX, REPORTS_PREFIX } from './table-definition.ts';

/** Where a checked report is kept: under the hash of its content. */
export function reportKey({ hash }: Pick<ItemReport, 'hash'>): string {
  return `${REPORTS_PREFIX}${hash}`;
}

/** Where the public reads a report: by its id, so that nothing of one that is not published can be guessed. */
export function publishedReportKey(reportId: string): string {
  return `${PUBLISHED_FILES_PREFIX}reports/${reportId}.pdf`;
}

/** Where the public reads a document made of a snapshot: beside the snapshot, under its name. */
export function publishedDocumentKey(snapshot: string, name: MadeDocument['name']): string {
  return `${PUBLISHED_DOCUMENTS_PREFIX}${snapshot}/${name}.pdf`;
}
