import '../../../shared/pages/compiled/minutes.gen.js';
import type { Route } from '../route.ts';
import { abandonPost, acceptPost, checkPage } from './check-page.ts';
import { minutesPage } from './minutes-page.ts';
import { readingPage, readingPost } from './reading-page.ts';
import { sourcePage, sourcePost } from './source-page.ts';
import { typedPage, typedPost } from './typed-page.ts';

/** Minutes: read, checked, accepted and entered in the register; or typed by hand. */
export const minutesRoutes: readonly Route[] = [
  { method: 'GET', path: '/minutes', action: 'minutes.read-in', event: null, page: minutesPage },
  { method: 'GET', path: '/minutes/read', action: 'minutes.read-in', event: null, page: sourcePage },
  { method: 'POST', path: '/minutes/read', action: 'minutes.read-in', event: 'text read', page: sourcePost },
  { method: 'GET', path: '/minutes/type', action: 'minutes.read-in', event: null, page: typedPage },
  { method: 'POST', path: '/minutes/type', action: 'minutes.read-in', event: 'minute typed', page: typedPost },
  { method: 'GET', path: '/minutes/readings/{id}', action: 'minutes.read-in', event: null, page: readingPage },
  {
    method: 'POST',
    path: '/minutes/readings/{id}',
    action: 'minutes.read-in',
    event: 'answers saved',
    page: readingPost,
  },
  { method: 'GET', path: '/minutes/readings/{id}/check', action: 'minutes.read-in', event: null, page: checkPage },
  {
    method: 'POST',
    path: '/minutes/readings/{id}/accept',
    action: 'register.record',
    event: 'finds accepted',
    page: acceptPost,
  },
  {
    method: 'POST',
    path: '/minutes/readings/{id}/abandon',
    action: 'minutes.read-in',
    event: 'text given up',
    page: abandonPost,
  },
];
