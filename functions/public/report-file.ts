import { recordId } from '../../shared/domain/record.ts';
import { publishedBodyOf, publishedMeetingOf } from '../../shared/store/published.ts';
import { publishedReportKey } from '../../shared/store/report-keys.ts';
import type { PublicPage } from './public-page.ts';

const idOf = (text: string | undefined): string | undefined => recordId.safeParse(text).data;

/**
 * A report at its own address, for as long as what is published names it. One that was withdrawn, or never shown, is not
 * there: the snapshot decides, not whether a file lies in storage.
 */
export const reportFile: PublicPage = async ({ params, services }) => {
  const [bodyId, meetingId] = [idOf(params['bodyId']), idOf(params['meetingId'])];
  const reportId = idOf(/^(.+)\.pdf$/.exec(params['report'] ?? '')?.[1]);
  if (!bodyId || !meetingId || !reportId) return undefined;
  const [body, meeting] = await Promise.all([
    publishedBodyOf(services.table, bodyId),
    publishedMeetingOf(services.table, meetingId),
  ]);
  // Of a body that is no longer shown nothing is.
  if (!body || meeting?.sitting.bodyId !== bodyId) return undefined;
  const report = meeting.items
    .flatMap(({ arranged }) => arranged?.reports ?? [])
    .find(({ id, withdrawn }) => id === reportId && withdrawn === null);
  if (!report) return undefined;
  const fileName = `${
    report.title
      .replaceAll(/[^\w]+/g, ' ')
      .trim()
      .slice(0, 80) || 'report'
  }.pdf`;
  return { redirect: await services.files.link(publishedReportKey(report.id), { type: 'application/pdf', fileName }) };
};
