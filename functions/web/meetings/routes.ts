import '../../../shared/pages/compiled/meetings.gen.js';
import type { Route } from '../route.ts';
import { askChairPost, chairPage, chairPost } from './chair-form.ts';
import { historyPage } from './history-page.ts';
import { addPage, addPost, editPage, editPost } from './item-form.ts';
import { meetingPage, publishPost } from './meeting-page.ts';
import { offFormPage, offPost } from './off-form.ts';
import { offeredPost } from './offered-post.ts';
import { beginPost, movePost } from './order-posts.ts';
import { readMeetingAhead } from './read-ahead.ts';
import { reconvenePage, reconvenePost } from './reconvene-form.ts';
import { routeFormPage, routePost } from './route-form.ts';

const build = 'agenda.build';
const agree = 'agenda.agree';
const agenda = '/meetings/{id}/agenda';
const item = `${agenda}/items/{item}`;

/** Meetings as staff see them, and their agendas as secretaries build them. */
export const meetingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/meetings/{id}',
    action: 'plan.see',
    event: null,
    page: meetingPage,
    ahead: readMeetingAhead,
  },
  {
    method: 'POST',
    path: '/meetings/{id}/publish',
    action: 'register.record',
    event: 'meeting published',
    page: publishPost,
  },
  { method: 'POST', path: `${agenda}/begin`, action: build, event: 'agenda begun', page: beginPost },
  { method: 'POST', path: `${agenda}/move`, action: build, event: 'agenda item moved', page: movePost },
  { method: 'GET', path: `${agenda}/add`, action: build, event: null, page: addPage },
  { method: 'POST', path: `${agenda}/add`, action: build, event: 'agenda item added', page: addPost },
  { method: 'POST', path: `${agenda}/offered`, action: build, event: 'offered item added', page: offeredPost },
  { method: 'POST', path: `${agenda}/ask-chair`, action: build, event: 'chair asked to agree', page: askChairPost },
  { method: 'GET', path: `${agenda}/chair`, action: agree, event: null, page: chairPage },
  { method: 'POST', path: `${agenda}/chair`, action: agree, event: 'chair answered', page: chairPost },
  { method: 'GET', path: `${agenda}/reconvene`, action: build, event: null, page: reconvenePage },
  { method: 'POST', path: `${agenda}/reconvene`, action: build, event: 'meeting reconvened', page: reconvenePost },
  { method: 'GET', path: `${agenda}/history`, action: build, event: null, page: historyPage },
  { method: 'GET', path: item, action: build, event: null, page: editPage },
  { method: 'POST', path: item, action: build, event: 'agenda item edited', page: editPost },
  { method: 'GET', path: `${item}/off`, action: build, event: null, page: offFormPage },
  { method: 'POST', path: `${item}/off`, action: build, event: 'agenda item taken off', page: offPost },
  { method: 'GET', path: `${item}/route`, action: build, event: null, page: routeFormPage },
  { method: 'POST', path: `${item}/route`, action: build, event: 'route for late business', page: routePost },
];
