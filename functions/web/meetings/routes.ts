import '../../../shared/pages/compiled/meetings.gen.js';
import type { Route } from '../route.ts';
import { meetingPage, publishPost } from './meeting-page.ts';

/** Meetings as staff see them. */
export const meetingRoutes: readonly Route[] = [
  { method: 'GET', path: '/meetings/{id}', action: 'plan.see', event: null, page: meetingPage },
  {
    method: 'POST',
    path: '/meetings/{id}/publish',
    action: 'register.record',
    event: 'meeting published',
    page: publishPost,
  },
];
