import { recordId } from '../../shared/domain/record.ts';
import { publishedBodyOf, publishedMeetingOf } from '../../shared/store/published.ts';
import { documentsNow, documentsOf } from '../../shared/store/published-documents.ts';
import { publishedDocumentKey } from '../../shared/store/report-keys.ts';
import type { PublicPage } from './public-page.ts';

/**
 * The agenda or the notice as PDF, as it was last published. While that of the last publication is being made there is
 * none here: an earlier one may hold what was withdrawn since.
 */
export const documentFile =
  (name: 'agenda' | 'notice'): PublicPage =>
  async ({ params, services: { table, files } }) => {
    const [bodyId, meetingId] = [recordId.safeParse(params['bodyId']), recordId.safeParse(params['meetingId'])];
    if (!bodyId.success || !meetingId.success) return undefined;
    const [body, meeting, made] = await Promise.all([
      publishedBodyOf(table, bodyId.data),
      publishedMeetingOf(table, meetingId.data),
      documentsOf(table, meetingId.data),
    ]);
    if (!body || meeting?.sitting.bodyId !== body.id) return undefined;
    const documents = documentsNow(meeting, made);
    if (!documents?.made.some((one) => one.name === name)) return undefined;
    const { bodyName, day } = meeting.sitting;
    const fileName = `${name} ${bodyName.replaceAll(/[^\w]+/g, ' ')} ${day}.pdf`;
    const key = publishedDocumentKey(documents.snapshot, name);
    return { redirect: await files.link(key, { type: 'application/pdf', fileName }) };
  };
