import '../../../shared/pages/compiled/apologies.gen.js';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { render } from '../../../shared/pages/render.ts';
import type { WebRequest } from '../route.ts';
import { attendanceSection } from './attendance-section.ts';

/** Apologies, substitutes and the likely quorum as HTML for a meeting's page; null where there is nothing to show. */
export async function attendanceOnMeeting(
  request: WebRequest,
  { meeting }: { readonly meeting: { readonly record: Meeting } },
): Promise<string | null> {
  const section = await attendanceSection(request, meeting.record);
  return section && render('apologies/on-meeting.njk', { frame: request.frame(''), section });
}
