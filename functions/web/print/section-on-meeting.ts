import '../../../shared/pages/compiled/print.gen.js';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { render } from '../../../shared/pages/render.ts';
import type { WebRequest } from '../route.ts';
import { meetingPrintLinks } from './print-links.ts';

/** What can be printed of a meeting, as HTML for its page. */
export async function printOnMeeting(
  request: WebRequest,
  { meeting }: { readonly meeting: { readonly record: Meeting } },
): Promise<string> {
  return render('print/on-meeting.njk', { frame: request.frame(''), links: meetingPrintLinks(meeting.record.id) });
}
