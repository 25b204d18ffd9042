import type { PublicPage } from './public-page.ts';

/**
 * Every public page there is. All are read without signing in, and none changes anything. A page is loaded, with its
 * templates, words and schemas, when it is first asked for: no start waits for the others.
 */
export const routes: readonly { readonly path: string; readonly load: () => Promise<PublicPage> }[] = [
  { path: '/committees', load: async () => (await import('./committees-page.ts')).committeesPage },
  {
    path: '/committees/{bodyId}/written/{writtenId}',
    load: async () => (await import('./written-page.ts')).writtenPage,
  },
  { path: '/committees/{bodyId}', load: async () => (await import('./body-page.ts')).bodyPage },
  {
    path: '/committees/{bodyId}/meetings/{meetingId}',
    load: async () => (await import('./meeting-page.ts')).meetingPage,
  },
  {
    path: '/committees/{bodyId}/meetings/{meetingId}/notice',
    load: async () => (await import('./meeting-page.ts')).noticePage,
  },
  {
    path: '/committees/{bodyId}/meetings/{meetingId}/reports/{report}',
    load: async () => (await import('./report-file.ts')).reportFile,
  },
  {
    path: '/committees/{bodyId}/meetings/{meetingId}/agenda.pdf',
    load: async () => (await import('./document-file.ts')).documentFile('agenda'),
  },
  {
    path: '/committees/{bodyId}/meetings/{meetingId}/notice.pdf',
    load: async () => (await import('./document-file.ts')).documentFile('notice'),
  },
  { path: '/committees/{bodyId}/meetings.ics', load: async () => (await import('./feeds.ts')).bodyCalendar },
  { path: '/committees/{bodyId}/feed.atom', load: async () => (await import('./feeds.ts')).bodyFeed },
  {
    path: '/committees/{bodyId}/meetings/{meetingId}/meeting.ics',
    load: async () => (await import('./feeds.ts')).meetingCalendar,
  },
  { path: '/decisions', load: async () => (await import('./decision-pages.ts')).decisionsPage },
  { path: '/decisions/{id}', load: async () => (await import('./decision-pages.ts')).decisionPage },
  { path: '/forward-plan', load: async () => (await import('./forward-plan-page.ts')).forwardPlanPage },
  { path: '/about/help/{name}', load: async () => (await import('./about-page.ts')).helpPage },
  { path: '/about/{name}', load: async () => (await import('./about-page.ts')).aboutPage },
];
