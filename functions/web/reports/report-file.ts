import { say } from '../../../shared/pages/say.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { removeReport } from '../../../shared/store/report-acts.ts';
import { reportKey } from '../../../shared/store/report-keys.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { arrangeItem, type SeenItem, seeItem } from './see-item.ts';

const reportOf = (request: WebRequest, { item: { record }, mayRead }: SeenItem) => {
  const report = record.reports.find(({ id }) => id === request.params['report']);
  // Of a report that the reader may not open, nothing is said that would tell it from one that is not there.
  if (!report || !mayRead(report)) throw new NotFound('report');
  return report;
};

const fileName = (title: string): string =>
  `${
    title
      .replaceAll(/[^\w]+/g, ' ')
      .trim()
      .slice(0, 80) || 'report'
  }.pdf`;

/** The report itself: the browser is sent to storage with an address that is good for a minute. */
export async function reportFile(request: WebRequest): Promise<WebAnswer> {
  const report = reportOf(request, await seeItem(request));
  const { files } = request.services;
  return {
    redirect: await files.link(reportKey(report), { type: 'application/pdf', fileName: fileName(report.title) }),
  };
}

/** Takes away a report that was never published. */
export async function removePost(request: WebRequest): Promise<WebAnswer> {
  const seen = await arrangeItem(request);
  const report = reportOf(request, seen);
  const command = { ...request.command(), version: Number(request.form.get('version')) };
  const { id } = seen.item.record;
  await removeReport(request.services.register, command, id, report.id);
  return { redirect: paths.itemReports(id), flash: say('reports', 'removed', { title: report.title }) };
}
