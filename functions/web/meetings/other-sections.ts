import type { MeetingAndAgenda } from '../../../shared/store/agenda-around.ts';
import { attendanceOnMeeting } from '../apologies/section-on-meeting.ts';
import { printOnMeeting } from '../print/section-on-meeting.ts';
import { publicationOnMeeting } from '../publication/section-on-meeting.ts';
import { questionsOnMeeting } from '../questions/section-on-meeting.ts';
import type { WebRequest } from '../route.ts';

/** A section that another area puts on a meeting's page; its HTML is made by that area's own template. Null: nothing to show. */
export type MeetingSection = (request: WebRequest, found: MeetingAndAgenda) => Promise<string | null>;

/** Sections after the agenda, in order. One line each; they are read side by side with everything else. */
const sections: readonly MeetingSection[] = [
  questionsOnMeeting,
  attendanceOnMeeting,
  publicationOnMeeting,
  printOnMeeting,
];

/** What other areas show of a meeting that is to come. */
export async function otherSections(request: WebRequest, found: MeetingAndAgenda): Promise<readonly string[]> {
  const shown = await Promise.all(sections.map((section) => section(request, found)));
  return shown.filter((html) => html !== null);
}
