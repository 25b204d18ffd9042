import '../../shared/pages/compiled/public.gen.js';
import { aboutPage, helpPage } from './about-page.ts';
import { bodyPage } from './body-page.ts';
import { committeesPage } from './committees-page.ts';
import { decisionPage, decisionsPage } from './decision-pages.ts';
import { documentFile } from './document-file.ts';
import { bodyCalendar, bodyFeed, meetingCalendar } from './feeds.ts';
import { forwardPlanPage } from './forward-plan-page.ts';
import { meetingPage, noticePage } from './meeting-page.ts';
import type { PublicPage } from './public-page.ts';
import { reportFile } from './report-file.ts';
import { writtenPage } from './written-page.ts';

/** Every public page there is. All are read without signing in, and none changes anything. */
export const routes: readonly { readonly path: string; readonly page: PublicPage }[] = [
  { path: '/committees', page: committeesPage },
  { path: '/committees/{bodyId}/written/{writtenId}', page: writtenPage },
  { path: '/committees/{bodyId}', page: bodyPage },
  { path: '/committees/{bodyId}/meetings/{meetingId}', page: meetingPage },
  { path: '/committees/{bodyId}/meetings/{meetingId}/notice', page: noticePage },
  { path: '/committees/{bodyId}/meetings/{meetingId}/reports/{report}', page: reportFile },
  { path: '/committees/{bodyId}/meetings/{meetingId}/agenda.pdf', page: documentFile('agenda') },
  { path: '/committees/{bodyId}/meetings/{meetingId}/notice.pdf', page: documentFile('notice') },
  { path: '/committees/{bodyId}/meetings.ics', page: bodyCalendar },
  { path: '/committees/{bodyId}/feed.atom', page: bodyFeed },
  { path: '/committees/{bodyId}/meetings/{meetingId}/meeting.ics', page: meetingCalendar },
  { path: '/decisions', page: decisionsPage },
  { path: '/decisions/{id}', page: decisionPage },
  { path: '/forward-plan', page: forwardPlanPage },
  { path: '/about/help/{name}', page: helpPage },
  { path: '/about/{name}', page: aboutPage },
];
